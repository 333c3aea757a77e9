"""The app: `pyui serve examples.notes.main:app`."""

from pyui import App

app = App("examples.notes.routes:routes")
