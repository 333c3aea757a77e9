"""What the visitor has ordered. It stays in this browser: the shop sends nothing, so no server has to know."""

from typing import NamedTuple

from examples.shop.browser import read_storage, today, write_storage
from examples.shop.cart import cost, format_cart, parse_cart

KEY = "shop_orders"
MOST = 50


class Order(NamedTuple):
    """An order.

    Args:
        day: when it was placed, such as `2026-05-31`.
        lines: the quantities by product number.
    """

    day: str
    lines: dict[int, int]

    @property
    def things(self) -> int:
        """How many things there are."""
        return sum(self.lines.values())

    @property
    def total(self) -> int:
        """What they cost, in cents."""
        return cost(self.lines)


def read_orders() -> list[Order]:
    """Returns the orders, the latest first. In the browser alone."""
    return parse_orders(read_storage(KEY))


def place_order(lines: dict[int, int]) -> None:
    """Keeps an order. In the browser alone."""
    orders = [Order(today(), dict(lines)), *read_orders()]
    write_storage(KEY, format_orders(orders[:MOST]))


def parse_orders(text: str) -> list[Order]:
    """Reads a line such as `2026-05-31 12x1.40x2` for each order. What makes no sense is left out."""
    pairs = (line.partition(" ") for line in text.splitlines()[:MOST])
    orders = [Order(day, parse_cart(lines)) for day, _, lines in pairs if len(day) == 10]
    return [order for order in orders if order.lines]


def format_orders(orders: list[Order]) -> str:
    """Writes what `parse_orders` reads."""
    return "\n".join(f"{order.day} {format_cart(order.lines)}" for order in orders)
