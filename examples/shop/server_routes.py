"""How the pages are made, and where their data comes from. It stays on the server.

Where a line names no mode, a server renders the page for each request, and a build for a static host makes a file of
it. Such a file knows no visitor and no query; the browser looks both up.
"""

from collections.abc import Iterator

from examples.shop.accounts import load_login, load_profile
from examples.shop.products import PRODUCTS
from pyui.server import PrerenderFallback, RenderMode, ServerRoute

PRIVATE = {"Cache-Control": "private, no-cache"}
PRERENDERED = 400


def listed_products(output: str) -> Iterator[dict[str, object]]:
    """Lists the products whose pages are built: on a server the others wait until somebody asks."""
    for product in PRODUCTS if output == "static" else PRODUCTS[:PRERENDERED]:
        yield {"id": product.id}


server_routes = [
    ServerRoute("/", RenderMode.PRERENDER),
    ServerRoute("/about", RenderMode.PRERENDER),
    ServerRoute(
        "/products/{id}",
        RenderMode.PRERENDER,
        prerender_params=listed_products,
        fallback=PrerenderFallback.SERVER,
    ),
    ServerRoute("/products", headers=PRIVATE),
    ServerRoute("/cart", headers=PRIVATE),
    ServerRoute("/profile", loader=load_profile, headers=PRIVATE),
    ServerRoute("/login", loader=load_login, headers=PRIVATE),
    ServerRoute("/dashboard", RenderMode.CLIENT),
    ServerRoute("/**", RenderMode.SERVER, status=404),
]
