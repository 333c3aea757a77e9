"""What all pages have in common. The header of a page without anything live has no count at the cart."""

from examples.shop.cart import CART, Cart
from pyui import Child, Link, Outlet, Portal, Show, component, on_mount
from pyui.html import a, div, footer, header, main, nav, p, span
from pyui.svg import path, svg


@component
def ShopLayout(cart: str = "") -> Child:
    """The layout of the pages that know the visitor's cart.

    Args:
        cart: the text of the cart's cookie.
    """
    visitor_cart = Cart(cart)
    on_mount(visitor_cart.load)
    return CART.provide(
        visitor_cart,
        Frame(Outlet(), badge=CartBadge(visitor_cart)),
        Portal(div(lambda: Notice(visitor_cart.notice()), class_="notices", role="status", aria_live="polite")),
    )


@component
def Frame(*children: Child, badge: Child = None) -> Child:
    return [
        a("Skip to the content", href="#content", class_="skip"),
        header(
            div(
                Link(Logo(), "Nook", to="/", class_="brand"),
                nav(
                    Link("Products", to="/products"),
                    Link("About", to="/about"),
                    Link("Profile", to="/profile"),
                    Link("Cart", badge, to="/cart", class_="cart-link"),
                    aria_label="Main",
                ),
                class_="wide bar",
            ),
            class_="site",
        ),
        main(*children, id="content", class_="wide", tabindex="-1"),
        footer(
            div(
                p("Nook is an example shop made with pyui. Nothing here is for sale."),
                p(Link("All products", to="/products"), " · ", Link("About", to="/about")),
                class_="wide",
            ),
            class_="site",
        ),
    ]


@component
def Logo() -> Child:
    return svg(path(d="M4 20V9l8-6 8 6v11h-5v-7H9v7z"), viewBox="0 0 24 24", aria_hidden=True)


@component
def CartBadge(cart: Cart) -> Child:
    return Show(
        lambda: cart.count() > 0,
        span(cart.count, class_="badge", aria_label=lambda: f"with {cart.count()} things"),
    )


@component
def Notice(text: str) -> Child:
    return p(text, class_="notice") if text else None
