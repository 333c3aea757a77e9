"""The apps: one whose modules are in the snapshot, one whose are not, and two versions of one that works offline."""

from pyui import App

app = App(routes="tests.snapshot_app.routes:routes")
offline = App("tests.snapshot_app.routes:routes", offline=True)
newer = App("tests.snapshot_app.routes:routes", offline=True, lang="en-GB")
clock = App(routes="tests.snapshot_app.clock:routes")
