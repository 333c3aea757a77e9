"""The catalogue: 600 products, made from 24 kinds, five materials each, and five collections."""

from typing import NamedTuple


class Product(NamedTuple):
    """A product.

    Args:
        id: a number from 1.
        name: such as "Fjord armchair in oak".
        category: one of `CATEGORIES`.
        kind: a key of `examples.shop.drawings.DRAWINGS`.
        collection: one of `COLLECTIONS`.
        material: what it is made of.
        price: in cents.
        rating: in tenths of a star, 30 to 50.
        reviews: how many rated it.
        tone: the CSS colour of the material.
        hue: the hue of the collection, in degrees.
        words: what the search looks at, in lower case.
    """

    id: int
    name: str
    category: str
    kind: str
    collection: str
    material: str
    price: int
    rating: int
    reviews: int
    tone: str
    hue: int
    words: str


WOODS = {"oak": "#c9a06a", "walnut": "#7d5538", "ash": "#dcc8a4", "birch": "#e3cfa6", "black oak": "#3d3834"}
LAMP_METALS = {
    "brass": "#c49a45",
    "copper": "#b8714a",
    "steel": "#8f9aa5",
    "black iron": "#3b3c40",
    "nickel": "#b6b3aa",
}
FABRICS = {"wool": "#d8cbb8", "linen": "#cdbf9f", "cotton": "#e6ddcf", "mohair": "#b9a899", "jute": "#b99a66"}
CLAYS = {
    "stoneware": "#a59a8c",
    "porcelain": "#e9e4da",
    "terracotta": "#bf7350",
    "glass": "#a9c4c0",
    "china": "#f0ece2",
}

# The price of each kind in oak, wool and so on, in euros.
CATEGORIES = {
    "Seating": (WOODS, {"armchair": 489, "dining chair": 149, "bench": 219, "stool": 89}),
    "Tables": (WOODS, {"dining table": 749, "coffee table": 279, "desk": 429, "side table": 129}),
    "Lighting": (LAMP_METALS, {"floor lamp": 199, "table lamp": 99, "pendant": 159, "wall light": 79}),
    "Storage": (WOODS, {"bookcase": 389, "sideboard": 599, "dresser": 459, "wall shelf": 69}),
    "Textiles": (FABRICS, {"rug": 249, "throw": 89, "cushion": 39, "curtain": 119}),
    "Tableware": (CLAYS, {"mug": 19, "plate": 24, "vase": 45, "jug": 39}),
}
COLLECTIONS = {"Fjord": 208, "Dune": 36, "Moss": 138, "Ember": 14, "Dusk": 268}


def _combinations() -> list[tuple[str, str, int, str, str, str, int]]:
    return [
        (category, kind, base, material, tone, collection, hue)
        for category, (materials, kinds) in CATEGORIES.items()
        for kind, base in kinds.items()
        for material, tone in materials.items()
        for collection, hue in COLLECTIONS.items()
    ]


def _products() -> list[Product]:
    combinations = _combinations()
    count = len(combinations)
    # A step that shares no divisor with the count visits each combination once, and neighbours differ in all respects.
    return [_product(number + 1, combinations[(number * 217 + 56) % count]) for number in range(count)]


def _product(number: int, combination: tuple[str, str, int, str, str, str, int]) -> Product:
    category, kind, base, material, tone, collection, hue = combination
    name = f"{collection} {kind} in {material}"
    price = base * 100 * (92 + number * 31 % 47) // 100 // 100 * 100
    rating = 34 + number * 7 % 17
    words = f"{name} {category}".lower()
    reviews = 3 + number * 53 % 240
    return Product(number, name, category, kind, collection, material, price, rating, reviews, tone, hue, words)


PRODUCTS = _products()


def find_product(number: int) -> Product | None:
    """Returns the product with a number, or None."""
    return PRODUCTS[number - 1] if 0 < number <= len(PRODUCTS) else None


def money(cents: int) -> str:
    """Writes an amount: `€1,249` or `€1,249.50`."""
    whole, rest = divmod(cents, 100)
    return f"€{whole:,}.{rest:02}" if rest else f"€{whole:,}"
