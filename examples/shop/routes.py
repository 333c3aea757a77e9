"""The route table. It ships to the browser, with all that it imports."""

from examples.shop.components.layout import ShopLayout
from examples.shop.pages.about import About
from examples.shop.pages.cart import CartPage
from examples.shop.pages.dashboard import Dashboard
from examples.shop.pages.home import Home
from examples.shop.pages.login import Login
from examples.shop.pages.not_found import NotFound
from examples.shop.pages.product import ProductPage
from examples.shop.pages.products import ProductsPage
from examples.shop.pages.profile import Profile
from examples.shop.products import find_product
from pyui import Route


def product_title(id: int) -> str:
    product = find_product(id)
    return f"{product.name} · Nook" if product is not None else "Not found · Nook"


routes = [
    Route(
        "/",
        ShopLayout,
        meta={"description": "Nook sells furniture and things for the home."},
        children=[
            Route("", Home, title="Nook · things for the home"),
            Route("products", ProductsPage, title="Products · Nook"),
            Route("products/{id:int}", ProductPage, title=product_title),
            Route("cart", CartPage, title="Cart · Nook"),
            Route("dashboard", Dashboard, title="Dashboard · Nook"),
            Route("profile", Profile, title="Profile · Nook"),
            Route("login", Login, title="Sign in · Nook"),
        ],
    ),
    Route("/about", About, title="About · Nook", meta={"description": "Who Nook is."}),
    Route("/shop", redirect_to="/products", status=301),
    Route("/product/{id:int}", redirect_to="/products/{id}", status=301),
    Route("/account", redirect_to="/profile", status=301),
    Route("/**", NotFound, title="Not found · Nook"),
]
