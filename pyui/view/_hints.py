"""What the cause of a mismatch may be, for patterns that are known. Runs on both sides; used in the browser alone."""

_BLOCKS = frozenset(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "main nav ol p pre section table ul".split()
)
_DIGITS = str.maketrans(dict.fromkeys("0123456789", "0"))
_SEPARATORS = str.maketrans(dict.fromkeys(".,'\u2019:/- \xa0\u202f\u2009"))
_TIME_WORDS = frozenset(
    "am pm jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun second minute hour ago today "
    "yesterday tomorrow gmt utc now".split()
)

_PARSER = "The HTML parser makes another tree of such markup: "


def hint(kind: str, parent: str, expected: str, found: str) -> str:
    """Returns what the cause of a mismatch may be.

    Args:
        kind: as of a `Mismatch`.
        parent: the name of the element around it.
        expected: an excerpt of what was rendered.
        found: an excerpt of what was there.

    Returns:
        A sentence or two, or nothing.
    """
    if kind == "text":
        return _of_text(expected, found)
    if kind == "attribute":
        return _of_attribute(expected or found)
    if kind == "marks":
        return "Comments or data-p attributes were removed on the way: switch off what minifies the HTML of your pages."
    return _of_structure(parent, _names(expected), _names(found)) or _GENERAL


_GENERAL = (
    "Look for what differs between the server and the browser, such as a condition, the order of a set or stored "
    "settings; or for a proxy or an extension that changes pages."
)


def _names(excerpt: str) -> list[str]:
    """The names of the elements that an excerpt opens, in order."""
    starts = [part for part in excerpt.split("<")[1:] if part[:1].isalpha()]
    return [part.replace(">", " ").replace("/", " ").split()[0].lower() for part in starts]


def _of_structure(parent: str, expected: list[str], found: list[str]) -> str:
    outer = {*expected[:1], *found[:1]}
    if "tbody" in outer or (parent == "table" and "tr" in outer):
        return _PARSER + "it puts the rows of a table into a tbody. Write the tbody."
    if "colgroup" in outer or (parent == "table" and "col" in outer):
        return _PARSER + "it puts the cols of a table into a colgroup. Write the colgroup."
    for name in ("a", "button"):
        if (parent == name and name in outer) or found.count(name) > expected.count(name) > 0:
            return _PARSER + f"<{name}> cannot be inside of <{name}>. Put them beside each other."
    if (parent == "p" and outer & _BLOCKS) or ("p" in expected[:1] and _BLOCKS & {*expected[1:]}):
        return _PARSER + "a block ends the <p> that it is in. Use a <div>."
    return ""


def _of_attribute(text: str) -> str:
    name = text.partition("=")[0]
    if name in ("class", "style"):
        return (
            "Something put it on the page, or it depends on what the server does not know, as a theme that is stored "
            f'in the browser. Set a signal in on_mount, or write allow_mismatch="{name}".'
        )
    return "It depends on what differs between the server and the browser. Compute it in a loader, or in on_mount."


def _of_text(expected: str, found: str) -> str:
    if "".join(expected.split()) == "".join(found.split()):
        return "White space alone differs: switch off what minifies or formats the HTML of your pages."
    if " at 0x" in expected:
        return "It holds the repr of an object with its address. Write a __repr__, or the part of it that matters."
    ours, theirs = expected.translate(_DIGITS), found.translate(_DIGITS)
    if _is_time(expected) and _is_time(found):
        return (
            "Both look like a time. Compute it once with transfer() or in a loader, or format it in on_mount; or write "
            'allow_mismatch="text".'
        )
    if ours.translate(_SEPARATORS) == theirs.translate(_SEPARATORS) and ours != theirs:
        return "It depends on the locale. Format it by the locale of the request, or in on_mount."
    if ours == theirs or _without_zeros(ours) == _without_zeros(theirs):
        return "Numbers alone differ: compute a random or counted value once, with transfer() or in a loader."
    return (
        "Look for a value that the two sides compute differently: a time, a locale, a random choice, a cookie. Compute "
        "it once with transfer() or in a loader."
    )


def _without_zeros(text: str) -> str:
    return text.replace("0", "")


def _is_time(text: str) -> bool:
    words = {word.lower().rstrip(".,s")[:9] for word in text.replace(":", " : ").split()}
    named = bool(words & _TIME_WORDS or {word[:3] for word in words} & _TIME_WORDS)
    digits = any(map(str.isdigit, text))
    shape = text.translate(_DIGITS)
    return digits and (named or "00:00" in shape or "0:00" in shape or "0000-00-00" in shape or "00.00.0000" in shape)
