"""A route table with a page in the order of a set. Ships to the browser."""

from pyui import Route
from tests.testing.samples import HoldsSetOrder

routes = [Route("/", HoldsSetOrder)]
