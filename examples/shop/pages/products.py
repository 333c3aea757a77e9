"""All products, with search, filters and sorting. The form works without a script too: the server reads its query."""

from examples.shop.browser import write_query
from examples.shop.components.product_card import ProductCard
from examples.shop.products import CATEGORIES
from examples.shop.search import ORDERS, PAGE_SIZE, Search, search_from
from pyui import (
    Child,
    Computed,
    Event,
    For,
    Show,
    batch,
    component,
    computed,
    effect,
    href,
    on_mount,
    signal,
    use_query,
)
from pyui.html import a, aside, button, div, fieldset, form, h1, input, label, legend, noscript, option, p, select, span
from pyui.router import Query


class LiveSearch:
    """A search whose parts are signals.

    Args:
        first: the search to begin with.
    """

    def __init__(self, first: Search) -> None:
        self.text = signal(first.text)
        self.categories = signal(first.categories)
        self.order = signal(first.order)
        self.shown = signal(first.shown)
        self.found = computed(lambda: self.search().found())
        self.visible = computed(lambda: self.found()[: self.shown()])

    def search(self) -> Search:
        return Search(self.text(), self.categories(), self.order())

    def query(self, more: int = 0) -> str:
        """Returns the query for the search, with more products shown than now."""
        return self.search()._replace(shown=self.shown() + more).query()

    def replace(self, search: Search) -> None:
        with batch():
            self.text.set(search.text)
            self.categories.set(search.categories)
            self.order.set(search.order)
            self.shown.set(search.shown)


@component
def ProductsPage() -> Child:
    query = use_query()
    live = LiveSearch(search_from(query.peek().pairs))
    on_mount(lambda: keep_in_step(live, query))
    return div(
        aside(Filters(live)),
        div(
            div(h1("Products"), p(lambda: count_text(len(live.found())), class_="count", role="status"), class_="row"),
            div(For(live.visible, ProductCard, key=lambda product: product.id), class_="grid"),
            NothingFound(live),
            ShowMore(live),
        ),
        class_="with-filters",
    )


def keep_in_step(live: LiveSearch, query: Computed[Query]) -> None:
    """Has the search follow the address, and the address what the visitor does to the search."""
    written = live.query()

    def write() -> None:
        nonlocal written
        if live.query() != written:
            written = live.query()
            write_query(written)

    effect(lambda: live.replace(search_from(query().pairs)))
    effect(write)


def count_text(count: int) -> str:
    return "1 product" if count == 1 else f"{count} products"


@component
def Filters(live: LiveSearch) -> Child:
    return form(
        label("Search", input(type="search", name="q", placeholder="oak, lamp, fjord …", bind_value=live.text)),
        label(
            "Sort by",
            select([option(text, value=order) for order, text in ORDERS.items()], name="sort", bind_value=live.order),
        ),
        fieldset(
            legend("Category"),
            [
                label(
                    input(type="checkbox", name="category", value=category, bind_group=live.categories),
                    span(category),
                    class_="check",
                )
                for category in CATEGORIES
            ],
        ),
        noscript(button("Search", type="submit")),
        action=href("/products"),
        role="search",
        class_="filters",
        on_submit=lambda event: event.prevent_default(),
    )


@component
def NothingFound(live: LiveSearch) -> Child:
    return Show(
        lambda: not live.found(),
        div(
            p("Nothing matches. Try fewer words, or another category."),
            button("Clear all", type="button", on_click=lambda: live.replace(Search())),
            class_="empty",
        ),
    )


@component
def ShowMore(live: LiveSearch) -> Child:
    target = href("/products")

    def show_more(event: Event) -> None:
        event.prevent_default()
        live.shown.update(lambda shown: shown + PAGE_SIZE)

    return Show(
        lambda: len(live.found()) > live.shown(),
        p(
            a("Show more", href=lambda: target + live.query(PAGE_SIZE), class_="button quiet", on_click=show_more),
            class_="more",
        ),
    )
