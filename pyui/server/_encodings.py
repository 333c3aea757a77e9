"""Files that a build compressed, and which of them a client takes (RFC 9110 §12.5.3)."""

from pathlib import Path

SUFFIXES = {"br": ".br", "gzip": ".gz"}
"""The suffixes of the compressed variants of a file, by encoding; the better one first."""


def accepted_variant(file: Path, accepted: str) -> tuple[Path, str]:
    """Chooses the variant of a file for a client.

    Args:
        file: the file.
        accepted: the request's `Accept-Encoding`.

    Returns:
        The file to send and the encoding that it has; empty for the file as it is.
    """
    wanted = _weights(accepted)
    known = [(wanted.get(name, wanted.get("*", 0.0)), name) for name in SUFFIXES]
    for weight, name in sorted(known, key=lambda item: -item[0]):
        variant = file.with_name(file.name + SUFFIXES[name])
        if weight > 0 and variant.is_file():
            return variant, name
    return file, ""


def _weights(accepted: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for item in accepted.split(","):
        name, _, options = item.partition(";")
        key, _, value = options.strip().partition("=")
        try:
            weights[name.strip().lower()] = float(value) if key.strip().lower() == "q" else 1.0
        except ValueError:
            weights[name.strip().lower()] = 0.0
    return weights
