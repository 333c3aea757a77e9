"""The apps: one that loads the compiled package when it is asked to, and one that has to have it."""

from pyui import App

late = App("tests.package_app.late:routes", offline=True)
early = App("tests.package_app.early:routes")
