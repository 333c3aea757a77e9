"""The page that depends on who asks for it: name and delivery stand in cookies."""

from collections.abc import Callable

from examples.shop.browser import read_cookie, write_cookie
from pyui import Child, Event, Show, Signal, component, effect, on_mount, signal
from pyui.html import button, div, fieldset, form, h1, input, label, legend, noscript, p, section, span

USER_COOKIE = "shop_user"
DELIVERY_COOKIE = "shop_delivery"
DELIVERIES = {
    "standard": "To the door, in two weeks",
    "express": "To the door, in three days",
    "pickup": "Picked up at the shop",
}


@component
def Profile(name: str | None = None, delivery: str = "") -> Child:
    """The page.

    Args:
        name: the text of the cookie; None in a static page, which was made before anybody asked for it.
        delivery: the text of the other cookie.
    """
    user = signal(name or "")
    chosen = signal(delivery if delivery in DELIVERIES else "standard")

    def follow_cookies() -> None:
        if name is None:
            user.set(read_cookie(USER_COOKIE))
            kept = read_cookie(DELIVERY_COOKIE)
            chosen.set(kept if kept in DELIVERIES else "standard")
        effect(lambda: write_cookie(DELIVERY_COOKIE, chosen()))

    def sign_in(text: str) -> None:
        user.set(text)
        write_cookie(USER_COOKIE, text)

    def sign_out() -> None:
        sign_in("")

    on_mount(follow_cookies)
    return section(
        Show(user, Greeting(user, sign_out), fallback=SignIn(sign_in)),
        Delivery(chosen),
        noscript(p("To change your profile, please allow scripts.")),
        class_="narrow",
    )


@component
def Greeting(user: Signal[str], sign_out: Callable[[], None]) -> Child:
    return div(
        h1("Hello, ", user),
        p("You are signed in on this device."),
        button("Sign out", type="button", on_click=sign_out),
        class_="panel",
    )


@component
def SignIn(sign_in: Callable[[str], None]) -> Child:
    draft = signal("")

    def submit(event: Event) -> None:
        event.prevent_default()
        sign_in(draft().strip())

    return div(
        h1("Who are you?"),
        form(
            label(
                "Your name",
                input(type="text", autocomplete="given-name", maxlength=40, required=True, bind_value=draft),
            ),
            button("Save", type="submit", class_="primary"),
            class_="inline",
            on_submit=submit,
        ),
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


def describe(delivery: str) -> str:
    text = DELIVERIES[delivery]
    return text[0].lower() + text[1:]
