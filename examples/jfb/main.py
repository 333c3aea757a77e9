"""The benchmark's pages: `/` is rendered in the browser, `/rows` by the server, with rows to hydrate."""

from pyui import App
from pyui.server import RenderMode, ServerRoute

app = App(
    "examples.jfb.routes:routes",
    [ServerRoute("/", RenderMode.CLIENT), ServerRoute("/**", RenderMode.SERVER)],
    title="pyui (keyed)",
    static="static",
    stylesheets=["jfb.css"],
)
