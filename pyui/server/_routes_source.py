"""The routes of an app, and the import string by which the browser finds the same ones."""

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, cast

from pyui._location import Location
from pyui.router import Route, check_routes
from pyui.server._errors import ImportStringError, RoutesModuleError
from pyui.server._import_string import load_object


class RoutesSource:
    """A checked route table.

    Args:
        routes: the table, or the import string of one.
        where: the place where the app is made, for errors.

    Raises:
        ImportStringError: the import string leads nowhere, or to something that is no list of routes.
        RouteError: the table is wrong.
    """

    def __init__(self, routes: str | Sequence[Route], where: Location | None) -> None:
        self.where = where
        self._text = routes if isinstance(routes, str) else None
        loaded: Any = load_object(routes, where) if isinstance(routes, str) else routes
        if not isinstance(loaded, (list, tuple)):
            what = f"The routes are {loaded!r}, which is no list."
            raise ImportStringError(
                what, 'Pass a list of Route, or its import string "package.module:name".', where=where
            )
        self.table = cast("Sequence[Route]", loaded)
        check_routes(self.table)

    def import_string(self) -> str:
        """Returns the import string of the table.

        Raises:
            RoutesModuleError: the table was passed as a list, and no importable module holds it.
        """
        if self._text is None:
            self._text = self._find()
        return self._text

    def _find(self) -> str:
        for name, module in list(sys.modules.items()):
            if name == "__main__" or not self._is_origin(module):
                continue
            for attribute, value in vars(module).items():
                if value is self.table:
                    return f"{name}:{attribute}"
        what = "A page is live, but the browser cannot import its routes: they are in no module that can be found."
        fix = 'Write them in a module of their own and pass its import string: App("package.routes:routes").'
        raise RoutesModuleError(what, fix, where=self.where)

    def _is_origin(self, module: ModuleType) -> bool:
        """A module that imports the table holds it as well; the one to ship is where the routes were written."""
        places = [route.where for route in self.table[:1] if route.where is not None]
        return bool(places) and getattr(module, "__file__", None) == places[0].file
