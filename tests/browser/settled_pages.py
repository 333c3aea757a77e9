"""A page with values that are settled by the server, and live later. Ships to the browser."""

from pyui import Route, component, locale, now, random, signal, time_zone, unique_id, uuid4
from pyui.html import button, div, input, label, output
from pyui.view import Node


@component
def Settled() -> Node:
    values, own = signal(texts()), unique_id()
    return div(
        label("Name", for_=own),
        input(id=own),
        [output(text, id=f"v{index}") for index, text in enumerate(values.peek())],
        output(lambda: " | ".join(values()), id="live"),
        button("again", on_click=lambda: values.set(texts())),
    )


def texts() -> list[str]:
    return [now().isoformat(), str(random().random()), str(uuid4()), locale(), str(now(time_zone()).utcoffset())]


routes = [Route("/", Settled)]
