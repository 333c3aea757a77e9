"""Figures of the catalogue, for the dashboard."""

from collections.abc import Callable
from typing import NamedTuple

from examples.shop.products import PRODUCTS, Product, money

GROUPS: dict[str, Callable[[Product], str]] = {
    "Category": lambda product: product.category,
    "Collection": lambda product: product.collection,
    "Material": lambda product: product.material,
}
PRICE_STEP = 100_00
PRICE_CLASSES = 10


class Measure(NamedTuple):
    """Something that can be said of a group of products.

    Args:
        of: computes it.
        text: writes it.
    """

    of: Callable[[list[Product]], float]
    text: Callable[[float], str]


def average_price(products: list[Product]) -> float:
    return sum(product.price for product in products) / len(products)


def average_rating(products: list[Product]) -> float:
    return sum(product.rating for product in products) / len(products) / 10


def reviews(products: list[Product]) -> float:
    return sum(product.reviews for product in products)


MEASURES = {
    "Average price": Measure(average_price, lambda cents: money(round(cents / 100) * 100)),
    "Average rating": Measure(average_rating, lambda stars: f"{stars:.2f}"),
    "Reviews": Measure(reviews, lambda count: f"{count:,.0f}"),
    "Products": Measure(len, lambda count: f"{count:.0f}"),
}


def grouped(group: str, measure: str) -> dict[str, float]:
    """Returns a measure of each group of products, in the order of their names.

    Args:
        group: a key of `GROUPS`.
        measure: a key of `MEASURES`.
    """
    groups: dict[str, list[Product]] = {}
    for product in PRODUCTS:
        groups.setdefault(GROUPS[group](product), []).append(product)
    return {name: MEASURES[measure].of(products) for name, products in sorted(groups.items())}


def price_classes() -> list[int]:
    """Counts the products below €100, below €200 and so on; the last class holds all that cost more."""
    counts = [0] * PRICE_CLASSES
    for product in PRODUCTS:
        counts[min(product.price // PRICE_STEP, PRICE_CLASSES - 1)] += 1
    return counts
