"""Renders a tree together with its portals. Runs on both sides."""

from pyui.view._pause import Paused, Steps, finish
from pyui.view._walk import FailedPortal, Walk


def render_whole(walk: Walk, node: object) -> tuple[list[str], list[str]]:
    """Renders a tree and its portals.

    A portal is rendered when the tree has been, in the order of the page. Where one fails in an error boundary, all is
    rendered again, with that boundary's fallback.

    Args:
        walk: a new walk.
        node: anything that may be a child.

    Returns:
        The pieces of the tree's HTML, and those of the portals'.
    """
    return finish(render_with_pauses(walk, node))


def render_with_pauses(walk: Walk, node: object) -> Steps[tuple[list[str], list[str]]]:
    """Renders a tree and its portals, as `render_whole` does, but stops where the walk pauses in the tree."""
    start = walk.recorder.position
    while True:
        mark = walk.recorder.begin()
        try:
            pieces = yield from _write(walk, node)
            portals: list[str] = []
            if walk.portals_added():
                for _ in walk.render_portals():
                    portals.extend(walk.out)
        except FailedPortal as failed:
            walk.recorder.rollback(mark)
            walk.recorder.position = start.restart()
            walk.restart(failed)
        else:
            walk.recorder.commit(mark)
            return pieces, portals


def _write(walk: Walk, node: object) -> Steps[list[str]]:
    try:
        return walk.write(node)
    except Paused:
        yield
    while True:
        try:
            return walk.go_on()
        except Paused:
            yield
