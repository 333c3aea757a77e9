"""The page for what is not found. Nothing on it is live, so it loads no script."""

from examples.shop.components.layout import Frame
from examples.shop.components.picture import Picture
from examples.shop.products import PRODUCTS
from pyui import Child, Link, component
from pyui.html import div, h1, p, section


@component
def NotFound() -> Child:
    shelf = next(product for product in PRODUCTS if product.kind == "wall shelf")
    return Frame(
        section(
            Picture(shelf),
            div(
                h1("There is nothing on this shelf"),
                p("The page does not exist, or no longer. Its number was 404.", class_="lead"),
                p(
                    Link("All products", to="/products", class_="button"),
                    Link("Back to the start", to="/", class_="button quiet"),
                    class_="actions",
                ),
            ),
            class_="lost",
        )
    )
