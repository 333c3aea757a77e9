"""Where visitors say who they are. The form is sent to the server, with and without a script."""

from pyui import Child, component, href, use_query
from pyui.html import button, div, form, h1, input, label, p, section


@component
def Login() -> Child:
    query = use_query()
    return section(
        div(
            h1("Who are you?"),
            p("Any name will do: this is an example, and it asks for no password.", class_="hint"),
            form(
                input(type="hidden", name="next", value=lambda: query().get("next", "")),
                label(
                    "Your name",
                    input(type="text", name="name", autocomplete="given-name", maxlength=40, required=True),
                ),
                button("Sign in", type="submit", class_="primary"),
                method="post",
                action=href("/login"),
                class_="inline",
            ),
            class_="panel",
        ),
        class_="narrow",
    )
