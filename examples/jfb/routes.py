"""The route table. It ships to the browser, with all that it imports."""

from examples.jfb.page import Empty, Filled
from pyui import Route

routes = [
    Route("/", Empty, title="pyui (keyed)"),
    Route("/rows", Filled, title="pyui (keyed)"),
    Route("/rows/{count:int}", Filled, title="pyui (keyed)"),
]
