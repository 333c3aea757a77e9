"""The parts of the head that the user of an app chooses."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pyui._location import Location
from pyui.router import join_base, with_base
from pyui.server._document import Head
from pyui.server._dominate import DomTag
from pyui.server._errors import HeadError, StaticFilesError
from pyui.server._static_files import PREFIX, StaticFiles
from pyui.view import Node, render_to_string

_ICONS = ("favicon.svg", "favicon.ico", "favicon.png")


class HeadSettings:
    """The language, the stylesheets and the further markup of all documents of an app.

    Args:
        lang: the language.
        stylesheets: names in the folder of static files, paths of the app, or URLs of other sites.
        items: dominate trees, pyui nodes, or objects with `__html__()`.
        static: the folder of static files.
        where: the place where the app is made, for errors.

    Raises:
        StaticFilesError: a stylesheet does not exist.
        HeadError: an item is no markup.
    """

    def __init__(
        self,
        lang: str,
        stylesheets: Sequence[str],
        items: Sequence[object],
        static: StaticFiles | None,
        where: Location | None,
    ) -> None:
        self.lang = lang
        self._stylesheets = tuple(stylesheets)
        self._items = tuple(items)
        self._static = static
        self._where = where
        for name in self._stylesheets:
            self._stylesheet(name)
        for item in self._items:
            self._check_item(item)

    @property
    def icon(self) -> Path | None:
        """The file of the icon, by its name in the folder of static files."""
        found = [self._static.find(name) for name in _ICONS] if self._static is not None else []
        return next((file for file in found if file is not None), None)

    def head(self, base: str) -> Head:
        """Returns the head of all documents.

        Args:
            base: what stands before the paths of the app.
        """
        stylesheets = [join_base(base, self._stylesheet(name)) for name in self._stylesheets]
        icon = join_base(base, f"{PREFIX}/{self.icon.name}") if self.icon is not None else ""
        return Head(self.lang, stylesheets, icon, [_markup(item, base) for item in self._items])

    def _stylesheet(self, name: str) -> str:
        if name.startswith("/") or "://" in name:
            return name
        if self._static is None:
            what = f'The stylesheet "{name}" is a name in a folder of static files, but the app has none.'
            raise StaticFilesError(what, 'Give App a folder: static="static".', where=self._where)
        return self._static.stylesheet(name)

    def _check_item(self, item: object) -> None:
        if not isinstance(item, (Node, DomTag)) and not hasattr(item, "__html__"):
            fix = "Use elements such as pyui.html.link(...), or raw(html)."
            raise HeadError(f"{item!r} in the head is no markup.", fix, where=self._where)


def _markup(item: Any, base: str) -> Any:
    return item if isinstance(item, DomTag) else render_to_string(with_base(base, item))
