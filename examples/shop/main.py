"""The server of the shop, a FastAPI application with the pages in it: `pyui serve examples.shop.main:app`."""

from fastapi import FastAPI

from examples.shop.accounts import accounts
from examples.shop.components.waiting import Waiting
from examples.shop.server_routes import server_routes
from pyui import App
from pyui.html import meta

pages = App(
    "examples.shop.routes:routes",
    server_routes,
    title="Nook",
    static="static",
    stylesheets=["shop.css"],
    head=[meta(name="color-scheme", content="light dark")],
    shell=Waiting,
    offline=True,
)

app = FastAPI(openapi_url=None)
app.include_router(accounts)
app.mount("/", pages)
