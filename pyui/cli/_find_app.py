"""Finds the app that a command is about."""

from typing import Any

from starlette.routing import Mount
from starlette.types import ASGIApp

from pyui.cli._errors import NoAppError
from pyui.server import App
from pyui.server._import_string import load_object


def find_app(text: str) -> App:
    """Returns the app that an import string names, or the only one that is mounted in the application that it names.

    Raises:
        ImportStringError: the import string leads nowhere.
        NoAppError: it names something else, or an application in which no app or several are mounted.
    """
    return find_application(text)[1]


def find_application(text: str) -> tuple[ASGIApp, App]:
    """Returns the application that an import string names, and the app that it is or that is mounted in it.

    Raises:
        ImportStringError: the import string leads nowhere.
        NoAppError: it names something else, or an application in which no app or several are mounted.
    """
    found: Any = load_object(text)
    if isinstance(found, App):
        return found, found
    apps = mounted_apps(found)
    if len(apps) != 1:
        what = f'"{text}" is {type(found).__name__}, in which {len(apps) or "no"} pyui apps are mounted.'
        raise NoAppError(what, "Name a pyui.App, such as package.main:app.")
    return found, apps[0]


def mounted_apps(application: object) -> list[App]:
    """Lists the apps that are mounted in a Starlette or FastAPI application."""
    routes: list[object] = list(getattr(application, "routes", ()))
    return [route.app for route in routes if isinstance(route, Mount) and isinstance(route.app, App)]
