"""The picture of a product, drawn rather than photographed."""

from examples.shop.drawings import DRAWINGS
from examples.shop.products import Product
from pyui import Child, component
from pyui.html import div
from pyui.svg import path, svg


@component
def Picture(product: Product, label: str | None = None) -> Child:
    """Draws a product; without a label it is decoration that a screen reader skips."""
    drawing = DRAWINGS[product.kind]
    return div(
        svg(
            path(d=drawing.body, class_="body"),
            path(d=drawing.accent, class_="accent"),
            viewBox="0 0 100 100",
            role="img" if label else None,
            aria_label=label,
            aria_hidden=None if label else True,
        ),
        class_="picture",
        style=f"--hue:{product.hue};--tone:{product.tone}",
    )
