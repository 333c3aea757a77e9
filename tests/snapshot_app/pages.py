"""Pages that do what a memory snapshot could get wrong. Ships to the browser."""

import asyncio
import logging
import os
import random
import secrets
import sys
import time
import uuid
from collections.abc import Callable
from importlib import import_module

from pyui import Child, component, signal
from pyui.html import a, button, div, form, h1, input, output, p

LOGGER = logging.getLogger(__name__)


def draw() -> str:
    """Draws from whatever differs between visits."""
    return f"{random.random()} {random.randrange(10**9)} {secrets.token_hex(8)} {uuid.uuid4()}"


def zone() -> str:
    """Tells what Python knows of the browser's time zone."""
    return f"{time.timezone} {time.tzname[0]} {time.strftime('%z %Z', time.localtime(0))}"


def environment() -> str:
    """Tells all environment variables, and the path of modules."""
    return f"{dict(os.environ)} {sys.path} {sys.executable} {sys.argv}"


def compare() -> str:
    """Imports a module that no snapshot has."""
    import difflib

    return difflib.get_close_matches("appel", ["ape", "apple", "peach"])[0]


def look_up() -> str:
    """Imports a module of which no build can know: one of the standard library, and a part of one."""
    return f"{import_module('colorsys').__name__} {import_module('encodings.cp1252').__name__}"


def fail() -> str:
    """Raises an error in a line that the traceback shows."""
    raise LookupError("on purpose")  # the line in the traceback


async def wait() -> str:
    """Gives the event loop a turn."""
    await asyncio.sleep(0.01)
    return "waited"


def docs() -> str:
    """Tells which docstrings there are."""
    return f"{docs.__doc__} {signal.__doc__} {random.Random.__doc__} {asyncio.sleep.__doc__}"


@component
def Home() -> Child:
    """Calls a function when a button is pressed, and shows what it returns."""
    text = signal("nothing")

    def choice(function: Callable[[], object]) -> Child:
        async def press(event: object) -> None:
            found = function()
            text.set(str(await found if hasattr(found, "__await__") else found))

        return button(function.__name__, type="button", id=function.__name__, on_click=press)

    return div(
        [choice(each) for each in (draw, zone, environment, compare, look_up, fail, wait, docs)],
        output(text),
        ways_on(),
    )


def ways_on() -> Child:
    """A link and a form, which work without Python."""
    return p(a("About", href="/about")), form(input(name="q", value="apple"), button("Search"), action="/about")


@component
def About() -> Child:
    """A page without anything live."""
    return h1("About")
