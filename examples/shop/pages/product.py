"""One product."""

from examples.shop.cart import CART, MOST
from examples.shop.components.picture import Picture
from examples.shop.components.product_card import ProductCard
from examples.shop.components.rating import Rating
from examples.shop.products import PRODUCTS, Product, find_product, money
from examples.shop.search import Search
from pyui import Child, Link, Signal, component, not_found, signal
from pyui.html import button, dd, div, dl, dt, h1, h2, input, label, nav, noscript, p, section


@component
def ProductPage(id: int) -> Child:
    return Details(find_product(id) or not_found())


@component
def Details(product: Product) -> Child:
    return [
        nav(
            Link("Products", to="/products"),
            " / ",
            Link(product.category, to="/products" + Search(categories=(product.category,)).query()),
            aria_label="Breadcrumb",
            class_="crumbs",
        ),
        div(
            Picture(product, label=f"Drawing of the {product.name}"),
            div(
                h1(product.name),
                Rating(product),
                p(money(product.price), class_="price large"),
                p(describe(product), class_="lead"),
                Buy(product),
                dl([[dt(name), dd(text)] for name, text in facts(product)], class_="facts"),
            ),
            class_="details",
        ),
        section(
            h2(f"More from {product.collection}"),
            div([ProductCard(other) for other in related(product)], class_="grid"),
        ),
    ]


def describe(product: Product) -> str:
    what = f"A {product.kind} of the {product.collection} collection, made of {product.material}."
    return f"{what} Each one is a little different, and all of them age well."


def facts(product: Product) -> list[tuple[str, str]]:
    return [
        ("Material", product.material.capitalize()),
        ("Collection", product.collection),
        ("Delivery", "In two weeks, or picked up tomorrow"),
    ]


def related(product: Product) -> list[Product]:
    same = [other for other in PRODUCTS if other.collection == product.collection and other.kind != product.kind]
    start = product.id % (len(same) - 4)
    return same[start : start + 4]


@component
def Buy(product: Product) -> Child:
    cart = CART.get()
    quantity: Signal[int | None] = signal(1)

    def change(step: int) -> None:
        quantity.update(lambda count: max(1, min((count or 1) + step, MOST)))

    return [
        div(
            div(
                button(
                    "\N{MINUS SIGN}",
                    type="button",
                    aria_label="One less",
                    on_click=lambda: change(-1),
                    disabled=lambda: quantity() == 1,
                ),
                label(
                    "Quantity",
                    input(type="number", min=1, max=MOST, bind_value=quantity),
                    class_="quiet-label",
                ),
                button("+", type="button", aria_label="One more", on_click=lambda: change(1)),
                class_="stepper",
            ),
            button("Add to cart", type="button", class_="primary", on_click=lambda: cart.add(product, quantity() or 1)),
            class_="buy",
        ),
        p(lambda: in_cart_text(cart.quantity(product.id)), class_="hint"),
        noscript(p("To put things into the cart, please allow scripts.")),
    ]


def in_cart_text(count: int) -> str:
    return f"{count} in your cart" if count else "Not in your cart yet"
