"""The page that depends on who asks for it: the server knows the name, and a cookie the delivery."""

from examples.shop.browser import read_cookie, when_live, write_cookie
from pyui import Child, Link, Signal, component, effect, href, on_mount, signal
from pyui.html import button, div, fieldset, form, h1, input, label, legend, noscript, p, section, span

DELIVERY_COOKIE = "shop_delivery"
DELIVERIES = {
    "standard": "To the door, in two weeks",
    "express": "To the door, in three days",
    "pickup": "Picked up at the shop",
}


@component
def Profile(name: str | None = None, delivery: str | None = None) -> Child:
    """The page.

    Args:
        name: who is signed in; None in a static build, whose host knows nobody.
        delivery: the text of the cookie; None likewise.
    """
    chosen, known = signal(known_delivery(delivery or "")), signal(delivery is not None)

    def look_up() -> None:
        chosen.set(known_delivery(read_cookie(DELIVERY_COOKIE)))
        known.set(value=True)

    def keep() -> None:
        if not known():
            when_live(look_up)
        effect(lambda: write_cookie(DELIVERY_COOKIE, chosen()) if known() else None)

    on_mount(keep)
    return section(
        Greeting(name) if name is not None else Nobody(),
        Delivery(chosen),
        noscript(p("To change the delivery, please allow scripts.")),
        class_="narrow",
    )


@component
def Greeting(name: str) -> Child:
    return div(
        h1("Hello, ", name),
        p("You are signed in on this device. ", Link("Your orders", to="/dashboard"), " are kept here, too."),
        form(button("Sign out", type="submit"), method="post", action=href("/logout")),
        class_="panel",
    )


@component
def Nobody() -> Child:
    return div(
        h1("Your profile"),
        p("This copy of the shop has no server, so nobody can sign in. What you choose here stays in this browser."),
        class_="panel",
    )


@component
def Delivery(chosen: Signal[str]) -> Child:
    return fieldset(
        legend("How should your orders reach you?"),
        [
            label(
                input(type="radio", name="delivery", value=value, bind_group=chosen),
                span(text),
                class_="check",
            )
            for value, text in DELIVERIES.items()
        ],
        p("We will remember: ", lambda: describe(chosen()), ".", class_="hint"),
        class_="panel",
    )


def known_delivery(text: str) -> str:
    """Returns a key of `DELIVERIES`, whatever a cookie says."""
    return text if text in DELIVERIES else "standard"


def describe(delivery: str) -> str:
    text = DELIVERIES[delivery]
    return text[0].lower() + text[1:]
