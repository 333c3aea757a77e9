"""Live attributes, handlers and form controls."""

from pyui import Ref, signal
from pyui.html import a, button, div, form, input, p
from tests.cases._case import Made, case, property_case, scene, sets


@case
def live_attributes() -> Made:
    count = signal(1)
    return scene(
        div(
            p("static", class_=lambda: f"n{count()}", title=count, id="p"),
            button("b", disabled=lambda: count() > 1, aria_pressed=lambda: count() == 2, data_n=count),
            a("link", href=lambda: f"/item/{count()}?a=1&b=2", hidden=lambda: None if count() < 3 else True),
            div(style=lambda: {"width": f"{count()}px", "color": None if count() == 1 else "red"}),
            class_=["box", {"many": lambda: count() > 1}, lambda: f"c{count()}"],
        ),
        sets(count, 2, 3, 1),
    )


@case
def live_class_and_style_parts() -> Made:
    on = signal(True)
    return scene(
        div(
            p(class_={"on": on, "off": lambda: not on()}),
            p(style={"color": lambda: "red" if on() else None, "margin": 0}),
            p(class_=["a", on and "b"]),
        ),
        sets(on, False, True),
    )


@case
def handlers() -> Made:
    return scene(
        div(
            button("a", on_click=lambda event: event),
            button("b", on_click=lambda: None, on_key_down=print, class_="x"),
            p("text", on_pointerenter=lambda event: None),
            on_click=lambda event: None,
        )
    )


@property_case
def bound_controls() -> Made:
    text, number, on, many, one = signal("a<b"), signal(2), signal(True), signal(["x"]), signal("y")
    return scene(
        form(
            input(bind_value=text, type="search", name="q"),
            input(bind_value=number, type="number"),
            input(bind_checked=on, type="checkbox"),
            [input(bind_group=many, type="checkbox", value=value) for value in "xyz"],
            [input(bind_group=one, type="radio", name="r", value=value) for value in "xyz"],
            input(bind_value=text, on_input=lambda event: None),
        ),
        (
            *sets(text, "", '"&'),
            *sets(number, 3.5, None),
            *sets(on, False, True),
            *sets(many, ["z", "x"], []),
            *sets(one, "z", "none"),
        ),
    )


@case
def refs() -> Made:
    first, count = Ref(), signal(1)
    return scene(div(p("a", ref=first), p(count, ref=lambda node: None), input(ref=Ref())), sets(count, 2))
