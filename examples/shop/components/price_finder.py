"""How many products a budget reaches."""

from examples.shop.products import PRODUCTS, money
from examples.shop.statistics import PRICE_CLASSES, PRICE_STEP, price_classes
from pyui import Child, Signal, component, computed, signal
from pyui.html import div, h2, input, label, output, p, section


@component
def PriceFinder() -> Child:
    limit: Signal[int | None] = signal(5)
    counts = price_classes()
    reached = computed(lambda: sum(counts[: limit() or 0]))
    return section(
        h2("Your budget"),
        div([PriceBar(counts, index, limit) for index in range(len(counts))], class_="columns", aria_hidden=True),
        label(
            "The most to spend",
            input(type="range", min=1, max=PRICE_CLASSES, bind_value=limit, aria_valuetext=lambda: budget(limit())),
        ),
        p(output(reached, class_="value"), f" of {len(PRODUCTS)} products for ", lambda: budget(limit())),
        class_="panel",
    )


@component
def PriceBar(counts: list[int], index: int, limit: Signal[int | None]) -> Child:
    return div(
        style=f"--share:{counts[index] / max(counts):.3f}",
        class_=lambda: "column reached" if index < (limit() or 0) else "column",
    )


def budget(steps: int | None) -> str:
    """Says how much a number of price classes is."""
    return "any price" if steps == PRICE_CLASSES else f"less than {money((steps or 0) * PRICE_STEP)}"
