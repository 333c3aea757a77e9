"""A page whose module imports a compiled package at its top. Ships to the browser."""

import msgpack

from pyui import Child, Route, component, signal
from pyui.html import button, div, output


@component
def Home() -> Child:
    text = signal(msgpack.packb([3]).hex())
    return div(button("Pack", on_click=lambda: text.set(msgpack.packb([1, 2]).hex())), output(text))


routes = [Route("/", Home)]
