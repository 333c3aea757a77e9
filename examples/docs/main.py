"""The documentation: `pyui build examples.docs.main:app --out dist-docs`."""

from examples.docs.server_routes import server_routes
from pyui import App
from pyui.html import meta

app = App(
    "examples.docs.routes:routes",
    server_routes,
    title="pyui",
    static="static",
    stylesheets=["docs.css"],
    head=[meta(name="color-scheme", content="light dark")],
)
