"""The server of a small app. It does not ship."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from pyui import App
from pyui.server import RenderMode, ServerRoute


def load_products(request: Request | None) -> dict[str, Any]:
    return {"names": [request.cookies.get("name", "chair") if request is not None else "built"]}


async def load_product(request: Request | None, id: int) -> dict[str, Any]:
    if id > 100:
        raise HTTPException(404, "No such product.")
    return {"name": f"chair </script> {id}"}


app = App(
    "tests.sample_app.routes:routes",
    [
        ServerRoute("/products", loader=load_products, headers={"Cache-Control": "private"}),
        ServerRoute("/products/{id}", loader=load_product),
        ServerRoute("/about", RenderMode.PRERENDER),
        ServerRoute("/echo/**", status=203),
        ServerRoute("/**"),
    ],
    title="Sample",
    static="static",
    stylesheets=["style.css", "css/more.css"],
)
