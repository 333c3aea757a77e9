"""The route table. Ships to the browser."""

from pyui import Route
from tests.snapshot_app.pages import Home

routes = [Route("/", Home, title="Snapshot")]
