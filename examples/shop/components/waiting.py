"""What a page shows that only the browser renders, until it does."""

from examples.shop.components.layout import Frame
from pyui import Child, component
from pyui.html import div, h1, noscript, p, section


@component
def Waiting() -> Child:
    return Frame(
        section(
            h1("Dashboard"),
            p("One moment …", class_="lead", role="status"),
            noscript(p("The dashboard is drawn in your browser. Please allow scripts to see it.")),
            div([div(class_="tile") for _ in range(4)], class_="tiles", aria_hidden=True),
            class_="dashboard waiting",
        )
    )
