"""The version of pyui, in one place: the build and `pyui --version` read it here."""

__version__ = "0.1.0"
