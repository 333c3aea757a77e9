"""A page with nothing live on it: it loads no script."""

from examples.shop.components.layout import Frame
from examples.shop.components.picture import Picture
from examples.shop.products import CATEGORIES, COLLECTIONS, PRODUCTS, Product
from pyui import Child, Link, component
from pyui.html import article, div, h1, h2, p, section


@component
def About() -> Child:
    return Frame(
        article(
            h1("About Nook"),
            p(
                f"We have {len(PRODUCTS)} things in {len(CATEGORIES)} categories, and five collections: "
                f"{', '.join(COLLECTIONS)}. You can search them all as you type.",
                class_="lead",
            ),
            p("None of them exists. Each picture is two SVG paths, coloured by the material and by the collection."),
            h2("How it is made"),
            p(
                "Every page is rendered on the server by components written in Python. In the browser the same "
                "components take over the page that is already there: search, filters and cart are Python too."
            ),
            p("This page has nothing live on it, so it loads no script at all."),
            p(Link("Browse all products", to="/products", class_="button")),
            class_="prose",
        ),
        section(
            h2("One of each collection"),
            div([Picture(product) for product in _one_of_each()], class_="strip"),
        ),
    )


def _one_of_each() -> list[Product]:
    return [next(product for product in PRODUCTS if product.collection == collection) for collection in COLLECTIONS]
