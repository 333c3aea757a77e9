"""No render may leave something behind in the graph."""

from tests.reactive.conftest import clean_graph

__all__ = ["clean_graph"]
