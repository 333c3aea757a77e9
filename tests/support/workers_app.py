"""An app whose pages tell which process answers."""

from pyui import App

app = App("tests.support.workers_pages:routes")
