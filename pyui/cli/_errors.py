"""The errors of the command line."""

from pyui.errors import ServerError


class NoAppError(ServerError):
    """What an import string names is no app."""

    code = "PYUI508"
