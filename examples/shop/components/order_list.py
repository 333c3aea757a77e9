"""The orders that were placed in this browser."""

from datetime import date

from examples.shop.cart import CART
from examples.shop.orders import Order
from examples.shop.products import find_product, money
from pyui import Child, Link, component
from pyui.html import button, div, h2, li, p, section, time, ul

_SHOWN = 5


@component
def OrderList(orders: list[Order]) -> Child:
    return section(
        h2("Your orders", id="orders"),
        ul([OrderLine(order) for order in orders[:_SHOWN]], class_="orders") if orders else NoOrders(),
        class_="panel",
    )


@component
def NoOrders() -> Child:
    return div(
        p("You have not ordered anything in this browser yet."),
        p(Link("Find something", to="/products", class_="button quiet")),
        class_="empty",
    )


@component
def OrderLine(order: Order) -> Child:
    cart = CART.get()

    def order_again() -> None:
        for number, count in order.lines.items():
            product = find_product(number)
            if product is not None:
                cart.add(product, count)

    return li(
        div(
            p(names(order)), p(time(day_text(order.day), datetime=order.day), " · ", money(order.total), class_="hint")
        ),
        button("Order again", type="button", class_="small", on_click=order_again),
    )


def names(order: Order) -> str:
    """Names what was ordered: the first product, and how many things there are besides."""
    first = find_product(next(iter(order.lines)))
    more = order.things - 1
    return f"{first.name if first is not None else 'Something'}{f' and {more} more' if more else ''}"


def day_text(day: str) -> str:
    """Writes `2026-05-31` as `31 May 2026`."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%b %Y}"
