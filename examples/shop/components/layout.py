"""What all pages have in common. The header of a page without anything live has no count at the cart."""

from examples.shop.cart import CART, Cart, visitors_cart
from pyui import Child, Link, Outlet, Portal, Show, component, on_mount, transfer
from pyui.html import a, div, footer, header, main, nav, p, span
from pyui.svg import path, svg


@component
def ShopLayout() -> Child:
    """The layout of the pages that know the visitor's cart. It takes no argument, so it stays from page to page."""
    cart = Cart(transfer(visitors_cart))
    on_mount(cart.load_when_live)
    return CART.provide(
        cart,
        Frame(Outlet(), badge=CartBadge(cart)),
        Portal(div(lambda: Notice(cart.notice()), class_="notices", role="status", aria_live="polite")),
    )


@component
def Frame(*children: Child, badge: Child = None) -> Child:
    return [
        a("Skip to the content", href="#content", class_="skip"),
        header(
            div(
                Link(Logo(), "Nook", to="/", class_="brand"),
                nav(
                    Link("Products", to="/products", active="on", exact=False),
                    Link("About", to="/about", active="on", class_="minor"),
                    Link("Dashboard", to="/dashboard", active="on"),
                    Link("Profile", to="/profile", active="on"),
                    Link("Cart", badge, to="/cart", active="on", class_="cart-link"),
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
