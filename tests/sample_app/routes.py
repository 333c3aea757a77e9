"""The route table of a small app. It ships."""

from pyui import Route
from tests.sample_app.pages import About, Broken, Echo, Home, Layout, Product, Products

good_routes = [
    Route("/", Home, title="Home </title>", meta={"description": 'A "quoted" text'}),
    Route("/about", About, title="About"),
    Route("/products", Products),
    Route("/products/{id:int}", Product, title=lambda id: f"Product {id}"),  # noqa: A006 - as above
    Route("/echo/{text}", Echo),
    Route("/old", redirect_to="/about"),
    Route("/old/{id:int}", redirect_to="/products/{id}"),
    Route("/docs", Layout, children=[Route("", About), Route("deep/er", About)]),
]

routes = [*good_routes, Route("/broken", Broken)]
