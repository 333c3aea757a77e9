"""The apps: one whose modules are in the snapshot, one whose are not."""

from pyui import App

app = App(routes="tests.snapshot_app.routes:routes")
clock = App(routes="tests.snapshot_app.clock:routes")
