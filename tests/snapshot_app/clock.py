"""A route table that a memory snapshot cannot hold. Ships to the browser."""

import time

from pyui import Route
from tests.snapshot_app.pages import Home

STARTED = time.time()

routes = [Route("/", Home, title="Clock")]
