"""A product in a list."""

from examples.shop.cart import CART
from examples.shop.components.picture import Picture
from examples.shop.components.rating import Rating
from examples.shop.products import Product, money
from pyui import Child, Link, component
from pyui.html import article, button, div, h3, p


@component
def ProductCard(product: Product) -> Child:
    cart = CART.get()
    return article(
        Picture(product),
        h3(Link(product.name, to=f"/products/{product.id}")),
        Rating(product),
        div(
            p(money(product.price), class_="price"),
            button(
                "Add",
                type="button",
                class_="small",
                aria_label=f"Add {product.name} to the cart",
                on_click=lambda: cart.add(product),
            ),
            class_="row",
        ),
        class_="card",
    )
