"""The search of the catalogue, and how a search is written in a URL."""

from typing import NamedTuple

from examples.shop.products import PRODUCTS, Product

ORDERS = {
    "featured": "Featured",
    "price": "Price: low to high",
    "-price": "Price: high to low",
    "rating": "Best rated",
    "name": "Name",
}
PAGE_SIZE = 24

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")

_SORT_KEYS = {
    "price": lambda product: (product.price, product.id),
    "-price": lambda product: (-product.price, product.id),
    "rating": lambda product: (-product.rating, -product.reviews, product.id),
    "name": lambda product: (product.name, product.id),
}


class Search(NamedTuple):
    """What a visitor looks for.

    Args:
        text: words that all have to occur.
        categories: the categories to show; none means all.
        order: a key of `ORDERS`.
        shown: how many products are shown.
    """

    text: str = ""
    categories: tuple[str, ...] = ()
    order: str = "featured"
    shown: int = PAGE_SIZE

    def found(self) -> list[Product]:
        """Returns all products that match, in order."""
        words = self.text.lower().split()
        categories = self.categories
        products = [
            product
            for product in PRODUCTS
            if (not categories or product.category in categories) and all(word in product.words for word in words)
        ]
        if self.order in _SORT_KEYS:
            products.sort(key=_SORT_KEYS[self.order])
        return products

    def query(self) -> str:
        """Returns the query of the URL, with its question mark; nothing where all is as at first."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [("category", category) for category in self.categories]
        pairs += [("sort", self.order)] if self.order != "featured" else []
        pairs += [("show", str(self.shown))] if self.shown != PAGE_SIZE else []
        return "?" + "&".join(f"{name}={quote(value)}" for name, value in pairs) if pairs else ""


def search_from(pairs: list[tuple[str, str]]) -> Search:
    """Reads the pairs of a query; what makes no sense is left out."""
    last = dict(pairs)
    categories = tuple(value for name, value in pairs if name == "category")
    order = last.get("sort", "")
    shown = last.get("show", "")
    return Search(
        last.get("q", "")[:100],
        categories[:20],
        order if order in ORDERS else "featured",
        min(int(shown), len(PRODUCTS)) if shown.isascii() and shown.isdigit() and len(shown) < 6 else PAGE_SIZE,
    )


def quote(text: str) -> str:
    """Percent-encodes all but ASCII letters, digits and hyphens."""
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in text.encode(errors="replace"))
