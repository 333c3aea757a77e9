"""The user's modules in this bundle: those whose classes may come with a payload. Browser only.

The bundle has this module with the names filled in.
"""

MODULES: frozenset[str] = frozenset()
