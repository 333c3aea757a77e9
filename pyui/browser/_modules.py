"""What is beside pyui in this bundle. Browser only. The bundle has this module with the names filled in."""

MODULES: frozenset[str] = frozenset()
"""The user's modules."""

PACKAGES: frozenset[str] = frozenset()
"""What can be imported from the client packages: the names at the top."""

LATER: frozenset[str] = frozenset()
"""What of the standard library is fetched when it is imported: the names at the top."""


def ships(module: str) -> bool:
    """Tells whether a module is the user's or of a client package: whose classes may come with a payload."""
    return module in MODULES or module.partition(".")[0] in PACKAGES
