"""No test of the graph may leave something behind in it."""

from collections.abc import Iterator

import pytest

from pyui.reactive import current_owner
from pyui.reactive._graph import graph


@pytest.fixture(autouse=True)
def clean_graph() -> Iterator[None]:
    """Fails a test after which the graph is not at rest."""
    yield
    assert (graph.depth, graph.flushing, graph.observer, graph.queue, graph.running) == (0, False, None, [], [])
    assert graph.scheduler is None
    assert graph.defer is None
    assert not graph.cyclic
    assert current_owner() is None
