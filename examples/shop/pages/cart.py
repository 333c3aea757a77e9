"""What the visitor means to buy."""

from examples.shop.cart import CART, MOST, Cart
from examples.shop.components.picture import Picture
from examples.shop.orders import place_order
from examples.shop.products import find_product, money
from pyui import Child, For, Link, Match, Switch, component, signal
from pyui.html import article, button, div, h1, h2, noscript, p, section, span


@component
def CartPage() -> Child:
    cart = CART.get()
    ordered = signal(value=False)

    def order() -> None:
        place_order(cart.lines.peek())
        ordered.set(value=True)
        cart.clear()

    return section(
        h1("Cart"),
        Switch(
            Match(ordered, Thanks()),
            Match(lambda: not cart.known(), Unknown()),
            Match(lambda: not cart.lines(), Empty()),
            fallback=div(
                div(For(lambda: list(cart.lines()), lambda number: Line(cart, number)), class_="lines"),
                div(
                    p(span("Total"), span(lambda: money(cart.total()), class_="price large"), class_="row"),
                    button("Place the order", type="button", class_="primary", on_click=order),
                    class_="summary",
                ),
                class_="cart",
            ),
        ),
    )


@component
def Unknown() -> Child:
    """What a prerendered page shows until the browser has read the cookie."""
    return div(p("Looking into your cart …"), noscript(p("It is kept by a script.")), class_="empty")


@component
def Empty() -> Child:
    return div(
        p("Your cart is empty."), p(Link("Browse all products", to="/products", class_="button")), class_="empty"
    )


@component
def Thanks() -> Child:
    return div(
        p("Thank you! This is an example shop, so nothing will arrive.", role="status"),
        p(
            Link("Go on looking", to="/products", class_="button"),
            Link("Your orders", to="/dashboard", class_="button quiet"),
            class_="actions",
        ),
        class_="empty",
    )


@component
def Line(cart: Cart, number: int) -> Child:
    product = find_product(number)
    if product is None:
        return None

    def change(step: int) -> None:
        cart.set_quantity(number, cart.quantity(number) + step)

    return article(
        Picture(product),
        div(
            h2(Link(product.name, to=f"/products/{number}")),
            p(money(product.price), " each", class_="hint"),
        ),
        div(
            button("\N{MINUS SIGN}", type="button", aria_label=f"One {product.name} less", on_click=lambda: change(-1)),
            span(lambda: cart.quantity(number), class_="quantity", aria_label="Quantity"),
            button(
                "+",
                type="button",
                aria_label=f"One {product.name} more",
                on_click=lambda: change(1),
                disabled=lambda: cart.quantity(number) >= MOST,
            ),
            class_="stepper",
        ),
        p(lambda: money(product.price * cart.quantity(number)), class_="price"),
        class_="line",
    )
