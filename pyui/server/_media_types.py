"""Media types by file name, the same on every machine."""

import mimetypes

# The tables of the operating system differ, and a module script with a wrong type does not run.
_KNOWN = mimetypes.MimeTypes()
_OWN = {
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


def media_type(name: str) -> str:
    """Returns the media type of a file, without charset; `application/octet-stream` where it is not known."""
    suffix = "." + name.rpartition(".")[2].lower()
    if suffix in _OWN:
        return _OWN[suffix]
    guess, encoding = _KNOWN.guess_type(name)
    return guess if guess is not None and encoding is None else "application/octet-stream"
