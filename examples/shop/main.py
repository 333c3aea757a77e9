"""The server of the shop: `pyui serve examples.shop.main:app`."""

from examples.shop.server_routes import server_routes
from pyui import App
from pyui.html import meta

app = App(
    "examples.shop.routes:routes",
    server_routes,
    title="Nook",
    static="static",
    stylesheets=["shop.css"],
    head=[meta(name="color-scheme", content="light dark")],
)
