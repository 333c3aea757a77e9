"""The paths of URLs. Percent-coding is done by hand: `urllib.parse` is more than the browser should load for it."""

_HEX = frozenset("0123456789abcdefABCDEF")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def split_path(path: str) -> list[str] | None:
    """Splits the path of a URL and decodes its segments. This is the one place that knows the trailing-slash rule.

    Args:
        path: the path as it stands in the URL, percent-encoded.

    Returns:
        The segments, or None for a path that no route can match: an empty segment (`//`) or bytes that are not UTF-8.
        A trailing slash means nothing.
    """
    inner = path.removeprefix("/").removesuffix("/")
    if not inner:
        return [] if path in ("", "/") else None
    texts = inner.split("/")
    if "" in texts:
        return None
    try:
        return [percent_decode(text) for text in texts]
    except UnicodeDecodeError:
        return None


def percent_decode(text: str) -> str:
    """Decodes `%41` to `A`; a percent sign without two hexadecimal digits stands for itself.

    Raises:
        UnicodeDecodeError: the bytes are not UTF-8.
    """
    head, *rest = text.split("%")
    if not rest:
        return text
    decoded = bytearray(head.encode())
    for part in rest:
        digits = part[:2]
        if len(digits) == 2 and _HEX.issuperset(digits):
            decoded.append(int(digits, 16))
            decoded += part[2:].encode()
        else:
            decoded += b"%" + part.encode()
    return decoded.decode()


def percent_encode(text: str) -> str:
    """Encodes all but slashes and the unreserved characters of RFC 3986."""
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode())
