"""How a product is rated."""

from examples.shop.products import Product
from pyui import Child, component
from pyui.html import p, span


@component
def Rating(product: Product) -> Child:
    stars = f"{product.rating / 10:.1f}"
    return p(
        span("★", aria_hidden=True),
        span(stars, aria_label=f"Rated {stars} of 5"),
        span(f"({product.reviews})", aria_label=f"by {product.reviews} people"),
        class_="rating",
    )
