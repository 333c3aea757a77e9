"""The route table. Ships to the browser."""

from pyui import Route
from tests.snapshot_app.pages import About, Home

routes = [Route("/", Home, title="Snapshot"), Route("/about", About, title="About")]
