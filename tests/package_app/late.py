"""A page that loads a compiled package when a button is pressed. Ships to the browser."""

import mdurl

from pyui import Child, Event, Route, component, load_package, signal
from pyui.html import button, div, output


@component
def Home() -> Child:
    text = signal(mdurl.encode("a b"))

    async def pack(event: Event) -> None:
        await load_package("msgpack")
        import msgpack

        text.set(f"{msgpack.packb([1, 2]).hex()} {msgpack.Packer.__module__}")

    return div(button("Pack", on_click=pack), output(text))


routes = [Route("/", Home)]
