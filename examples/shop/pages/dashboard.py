"""Figures of the shop and of the visitor. The browser alone renders it, so it may ask the browser at once."""

from examples.shop.cart import CART
from examples.shop.components.bar_chart import BarChart
from examples.shop.components.choices import Choices
from examples.shop.components.order_list import OrderList
from examples.shop.components.price_finder import PriceFinder
from examples.shop.orders import Order, read_orders
from examples.shop.products import CATEGORIES, PRODUCTS, money
from examples.shop.statistics import GROUPS, MEASURES, grouped
from pyui import Child, Link, component, computed, signal
from pyui.html import div, h1, h2, p, section


@component
def Dashboard() -> Child:
    orders = read_orders()
    return section(
        h1("Dashboard"),
        p("The catalogue in figures, and what you have made of it.", class_="lead"),
        Tiles(orders),
        div(Overview(), PriceFinder(), OrderList(orders), class_="panels"),
        class_="dashboard",
    )


@component
def Tiles(orders: list[Order]) -> Child:
    cart = CART.get()
    spent = sum(order.total for order in orders)
    return div(
        Tile("Products", f"{len(PRODUCTS)}", f"in {len(CATEGORIES)} categories", to="/products"),
        Tile("In your cart", cart.count, lambda: money(cart.total()), to="/cart"),
        Tile("Orders", f"{len(orders)}", "from this browser", to="#orders"),
        Tile("Spent", money(spent), "nothing of it real"),
        class_="tiles",
    )


@component
def Tile(name: str, value: Child, hint: Child, to: str | None = None) -> Child:
    title = Link(name, to=to) if to is not None else name
    return div(p(title, class_="name"), p(value, class_="value"), p(hint, class_="hint"), class_="tile")


@component
def Overview() -> Child:
    group, measure = signal(next(iter(GROUPS))), signal(next(iter(MEASURES)))
    values = computed(lambda: grouped(group(), measure()))

    def text(value: float) -> str:
        return MEASURES[measure()].text(value)

    return section(
        h2("The catalogue"),
        div(
            Choices("Group by", list(GROUPS), group),
            Choices("Show", list(MEASURES), measure),
            class_="controls",
        ),
        BarChart(values, text, "Figures of the catalogue"),
        class_="panel broad",
    )
