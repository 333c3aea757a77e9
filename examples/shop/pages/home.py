"""The first page: what the shop is, its categories, and some products."""

from examples.shop.components.picture import Picture
from examples.shop.components.product_card import ProductCard
from examples.shop.products import CATEGORIES, PRODUCTS, Product
from examples.shop.search import Search
from pyui import Child, Link, component
from pyui.html import div, h1, h2, li, p, section, ul

HERO = ("armchair", "floor lamp", "vase", "rug")


@component
def Home() -> Child:
    return [
        section(
            div(
                h1("Quiet things for the rooms you live in"),
                p(f"{len(PRODUCTS)} pieces in five collections, drawn by hand and made to be kept.", class_="lead"),
                p(
                    Link("Browse all products", to="/products", class_="button"),
                    Link("Who we are", to="/about", class_="button quiet"),
                    class_="actions",
                ),
            ),
            div([Picture(_first(kind)) for kind in HERO], class_="mosaic", aria_hidden=True),
            class_="hero",
        ),
        section(
            h2("Rooms begin with"),
            ul([li(CategoryLink(category)) for category in CATEGORIES], class_="categories"),
        ),
        section(
            h2("New this week"),
            div([ProductCard(product) for product in PRODUCTS[:8]], class_="grid"),
        ),
    ]


@component
def CategoryLink(category: str) -> Child:
    product = next(product for product in PRODUCTS if product.category == category)
    return Link(Picture(product), category, to="/products" + Search(categories=(category,)).query(), class_="category")


def _first(kind: str) -> Product:
    return next(product for product in PRODUCTS if product.kind == kind)
