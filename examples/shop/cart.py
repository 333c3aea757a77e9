"""The cart. It lives in a cookie, so that the server renders the same cart that the browser continues with."""

from examples.shop.browser import read_cookie, when_live, write_cookie
from examples.shop.products import Product, find_product
from pyui import Context, computed, is_server, request, signal

COOKIE = "shop_cart"
MOST = 99


class Cart:
    """What a visitor means to buy.

    Args:
        text: the text of the cookie; None where it is not known, as in a prerendered page.

    Attributes:
        known: a signal that tells whether the cookie has been read.
        lines: a signal of the quantities by product number, in the order of adding.
        count: how many things there are.
        total: what they cost, in cents.
        notice: what was done last.
    """

    def __init__(self, text: str | None = "") -> None:
        self.known = signal(text is not None)
        self.lines = signal(parse_cart(text or ""))
        self.count = computed(lambda: sum(self.lines().values()))
        self.total = computed(lambda: cost(self.lines()))
        self.notice = signal("")

    def quantity(self, number: int) -> int:
        """Returns how many of a product there are."""
        return self.lines().get(number, 0)

    def add(self, product: Product, count: int = 1) -> None:
        """Adds some of a product."""
        self.load()
        quantity = min(self.lines.peek().get(product.id, 0) + count, MOST)
        self.set_quantity(product.id, quantity)
        self.notice.set(f"{product.name}: {quantity} in your cart")

    def set_quantity(self, number: int, count: int) -> None:
        """Sets how many of a product there are; 0 takes it out."""
        self.load()
        lines = {**self.lines.peek(), number: max(0, min(count, MOST))}
        self.lines.set({key: value for key, value in lines.items() if value})
        write_cookie(COOKIE, format_cart(self.lines.peek()))

    def clear(self) -> None:
        """Takes all out."""
        self.lines.set({})
        write_cookie(COOKIE, "")

    def load(self) -> None:
        """Reads the cookie: a prerendered page knows nothing of it, and another tab may have changed it."""
        self.lines.set(parse_cart(read_cookie(COOKIE)))
        self.known.set(value=True)

    def load_when_live(self) -> None:
        """Reads the cookie when the page is hydrated."""
        when_live(self.load)


def visitors_cart() -> str | None:
    """Returns the text of the visitor's cookie; None in a build, which has no visitor."""
    asked = request()
    if asked is not None:
        return asked.cookies.get(COOKIE, "")
    return None if is_server() else read_cookie(COOKIE)


def parse_cart(text: str) -> dict[int, int]:
    """Reads `12x1.40x2`: one of product 12, two of product 40. What makes no sense is left out."""
    lines: dict[int, int] = {}
    for line in text[:4000].split("."):
        number, _, count = line.partition("x")
        if _is_number(number) and _is_number(count) and find_product(int(number)) and 0 < int(count) <= MOST:
            lines[int(number)] = int(count)
    return lines


def format_cart(lines: dict[int, int]) -> str:
    """Writes what `parse_cart` reads."""
    return ".".join(f"{number}x{count}" for number, count in lines.items())


def cost(lines: dict[int, int]) -> int:
    """Returns what quantities of products cost together, in cents."""
    found = ((find_product(number), count) for number, count in lines.items())
    return sum(product.price * count for product, count in found if product is not None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6


CART: Context[Cart] = Context(Cart(), name="cart")
