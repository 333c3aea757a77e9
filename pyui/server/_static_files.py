"""The user's folder of static files."""

from pathlib import Path

from pyui._location import Location
from pyui.server._digest import digest
from pyui.server._errors import StaticFilesError

PREFIX = "/static"
"""The path of the static files below the app's base."""


class StaticFiles:
    """A folder that is served as it is. Stylesheets are served under names that hold their hash as well.

    Args:
        root: the folder.
        where: the place where the app names it, for errors.

    Raises:
        StaticFilesError: the folder does not exist.
    """

    def __init__(self, root: Path, where: Location | None) -> None:
        if not root.is_dir():
            what = f'The folder of static files "{root}" does not exist.'
            raise StaticFilesError(what, "Create it, or change `static`.", where=where)
        self.root = root.resolve()
        self._where = where
        self._stylesheets: dict[str, str] = {}

    def stylesheet(self, name: str) -> str:
        """Returns the path of a stylesheet below the app's base, with its hash, and from then on serves it there.

        Raises:
            StaticFilesError: the file does not exist.
        """
        file = self.find(name)
        if file is None:
            what = f'The stylesheet "{name}" is not in "{self.root}".'
            raise StaticFilesError(what, "Create it, or change `stylesheets`.", where=self._where)
        stem, dot, suffix = name.rpartition(".")
        hashed = f"{stem}.{digest([file.read_bytes()])}{dot}{suffix}"
        self._stylesheets[hashed] = name
        return f"{PREFIX}/{hashed}"

    def find(self, name: str) -> Path | None:
        """Returns a file of the folder, or None where there is none.

        Hidden files and files outside of the folder, also by way of a link, are not found.

        Args:
            name: the path below the folder, decoded.
        """
        parts = name.split("/")
        if any(not part or part.startswith(".") or "\\" in part or "\0" in part for part in parts):
            return None
        file = self.root.joinpath(*parts).resolve()
        return file if file.is_relative_to(self.root) and file.is_file() else None

    def find_hashed(self, name: str) -> Path | None:
        """Returns the stylesheet that a name with a hash stands for, or None."""
        plain = self._stylesheets.get(name)
        return self.find(plain) if plain is not None else None

    def files(self) -> dict[str, Path]:
        """Lists all files that are served, by their path below the folder, also under names with a hash."""
        names = (path.relative_to(self.root).as_posix() for path in sorted(self.root.rglob("*")))
        plain = {name: file for name in names if (file := self.find(name)) is not None}
        hashed = {name: self.root / target for name, target in self._stylesheets.items()}
        return {**plain, **hashed}
