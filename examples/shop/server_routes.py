"""How the pages get their data. It stays on the server.

The static build calls the loaders too, with no request: pages then know nothing of the visitor, and read the cookies
and the query themselves once they are in the browser.
"""

from urllib.parse import unquote

from starlette.requests import Request

from examples.shop.cart import COOKIE
from examples.shop.pages.profile import DELIVERY_COOKIE, USER_COOKIE
from examples.shop.search import search_from
from pyui.server import RenderMode, ServerRoute

type Props = dict[str, object]

PRIVATE = {"Cache-Control": "private, no-cache"}


def load_cart(request: Request | None, **_: object) -> Props:
    return {} if request is None else {"cart": _cookie(request, COOKIE)}


def load_products(request: Request | None) -> Props:
    if request is None:
        return {}
    search = search_from(request.query_params.multi_items())
    return {**load_cart(request), "search": {**search._asdict(), "categories": list(search.categories)}}


def load_profile(request: Request | None) -> Props:
    if request is None:
        return {}
    return {
        **load_cart(request),
        "name": _cookie(request, USER_COOKIE),
        "delivery": _cookie(request, DELIVERY_COOKIE),
    }


def _cookie(request: Request, name: str) -> str:
    return unquote(request.cookies.get(name, ""), errors="replace")


server_routes = [
    ServerRoute("/about", RenderMode.PRERENDER),
    ServerRoute("/products", loader=load_products, headers=PRIVATE),
    ServerRoute("/profile", loader=load_profile, headers=PRIVATE),
    ServerRoute("/**", loader=load_cart, headers=PRIVATE),
]
