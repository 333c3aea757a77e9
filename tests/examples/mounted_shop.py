"""The shop as a part of another application."""

from starlette.applications import Starlette
from starlette.routing import Mount

from examples.shop.main import app as shop

app = Starlette(routes=[Mount("/some/where", shop)])
