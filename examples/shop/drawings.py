"""A drawing for each kind of product: two SVG paths in a square of 100, for the material and for an accent."""

from typing import NamedTuple


class Drawing(NamedTuple):
    """The two paths of a drawing: what has the colour of the material, and the accent upon it."""

    body: str
    accent: str


DRAWINGS = {
    "armchair": Drawing(
        "M27 70h5v16h-5zM68 70h5v16h-5z", "M31 34q19-12 38 0v22H31zM21 50q5-6 11 0v8h36v-8q6-6 11 0v22H21z"
    ),
    "dining chair": Drawing(
        "M31 20h5v66h-5zM64 20h5v66h-5zM36 26h28v5H36zM36 37h28v5H36z", "M28 54h44q3 0 3 4t-3 4H28q-3 0-3-4t3-4z"
    ),
    "bench": Drawing("M20 60h5v26h-5zM75 60h5v26h-5zM22 74h56v3H22z", "M14 50h72q3 0 3 5t-3 5H14q-3 0-3-5t3-5z"),
    "stool": Drawing(
        "M37 50l-8 36h5l8-36zM58 50l8 36h5l-8-36zM34 70h32v3H34z", "M30 42h40a4 4 0 0 1 0 9H30a4 4 0 0 1 0-9z"
    ),
    "dining table": Drawing("M8 42h84v6H8zM15 48h6l-2 38h-4zM79 48h6v38h-4z", "M37 30h26q-2 12-13 12t-13-12z"),
    "coffee table": Drawing("M12 58h76v6H12zM22 64h5l-3 22h-4zM73 64h5l2 22h-4z", "M34 52h30v6H34zM38 46h22v6H38z"),
    "desk": Drawing("M10 42h80v5H10zM15 47h4v39h-4zM81 47h4v39h-4z", "M52 47h29v16H52zM24 26h26v14H24zM34 40h6v2h-6z"),
    "side table": Drawing("M28 48h44v5H28zM35 53h4l-4 33h-4zM61 53h4l4 33h-4z", "M46 48q-7-9 0-17h8q7 8 0 17z"),
    "floor lamp": Drawing("M48 34h4v48h-4zM36 82h28v4H36z", "M38 12h24l9 23H29z"),
    "table lamp": Drawing("M47 52h6v28h-6zM35 80h30v6H35z", "M38 22h24l11 30H27z"),
    "pendant": Drawing("M49 6h2v32h-2zM43 66h14a7 7 0 0 1-14 0z", "M50 36q26 2 28 30H22q2-28 28-30z"),
    "wall light": Drawing("M24 32h6v36h-6zM30 48h20v4H30z", "M46 50a18 18 0 1 0 36 0a18 18 0 1 0-36 0z"),
    "bookcase": Drawing(
        "M24 14h52v72H24zM29 19v17h42V19zM29 41v17h42V41zM29 63v17h42V63z",
        "M32 22h5v14h-5zM38 20h4v16h-4zM43 25h6v11h-6zM54 46h5v12h-5zM60 43h4v15h-4zM65 47h4v11h-4zM33 69h15v11H33z",
    ),
    "sideboard": Drawing("M10 46h80v30H10zM17 76h4v10h-4zM79 76h4v10h-4z", "M15 50h22v22H15zM63 50h22v22H63z"),
    "dresser": Drawing(
        "M22 26h56v54H22zM27 80h5v6h-5zM68 80h5v6h-5z", "M27 31h46v12H27zM27 47h46v12H27zM27 63h46v12H27z"
    ),
    "wall shelf": Drawing(
        "M12 58h76v5H12zM24 63h4v12h-4zM72 63h4v12h-4z",
        "M24 38h6v20h-6zM32 34h5v24h-5zM39 42h7v16h-7zM60 58q-7-10 2-18h8q9 8 2 18z",
    ),
    "rug": Drawing(
        "M20 28h60v50H20zM21 80h3v4h-3zM32 80h3v4h-3zM43 80h3v4h-3zM54 80h3v4h-3zM65 80h3v4h-3zM76 80h3v4h-3z",
        "M27 35v36h46V35zM33 41h34v24H33zM50 44l11 9l-11 9l-11-9z",
    ),
    "throw": Drawing(
        "M24 24h52v54H24zM25 78h3v7h-3zM34 78h3v7h-3zM43 78h3v7h-3zM52 78h3v7h-3zM61 78h3v7h-3zM70 78h3v7h-3z",
        "M24 32h52v4H24zM24 40h52v8H24zM24 52h52v4H24zM24 66h52v4H24z",
    ),
    "cushion": Drawing(
        "M22 28q28 6 56 0q-6 27 0 54q-28-6-56 0q6-27 0-54z", "M50 38l17 17l-17 17l-17-17zM50 47l-8 8l8 8l8-8z"
    ),
    "curtain": Drawing("M12 16h76v4H12zM9 14h4v8h-4zM87 14h4v8h-4z", "M18 20h26q-6 34 1 66H18zM82 20H56q6 34-1 66h27z"),
    "mug": Drawing("M64 44h7q10 0 10 11t-10 11h-7v-5h6q5 0 5-6t-5-6h-6z", "M28 34h37v42q0 8-8 8H36q-8 0-8-8z"),
    "plate": Drawing("M10 54a40 18 0 1 0 80 0a40 18 0 1 0-80 0z", "M26 53a24 10 0 1 0 48 0a24 10 0 1 0-48 0z"),
    "vase": Drawing(
        "M42 38h16v6q15 9 15 23q0 19-13 19H40q-13 0-13-19q0-14 15-23z",
        "M49 38q-2-16-14-22q11 1 14 10q2-14 14-18q-9 12-11 30z",
    ),
    "jug": Drawing(
        "M34 30h28l4-4v10q9 18 5 44q-1 6-8 6H37q-7 0-8-6q-4-28 5-50z",
        "M71 40q16 0 16 16t-15 15v-5q10 0 10-10t-11-11z",
    ),
}
