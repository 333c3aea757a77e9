"""Elements that a template makes outside of lists, again and again: bound by their shape, as rows are. Browser only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self, override

from pyui.browser._cells import NotTextual
from pyui.browser._numbers import Handlers, numbers
from pyui.browser._ops import emit_listen
from pyui.browser._rows import number_of
from pyui.browser._shape import RowShape, shape_of
from pyui.browser._shaped_owner import ShapedOwner
from pyui.browser._text_run import show_as_block
from pyui.reactive._graph import current, graph
from pyui.view._environment import is_hydrating
from pyui.view._scope import Scope, require_owner
from pyui.view.protocol import CLONE

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder
    from pyui.view._position import Position
    from pyui.view._template import TemplateNode
    from pyui.view._walk import Walk


class Clone(str):
    """A comment in the place of an element, of which only the texts are sent.

    Args:
        shape: the shape of the element.
        texts: the texts that it shows, in the order of the markup.
    """

    __slots__ = ("_shape", "_texts")

    def __new__(cls, shape: RowShape, texts: Sequence[Any]) -> Self:  # noqa: ARG004 - as of a text, which it is
        return super().__new__(cls, f"<!--{CLONE}-->")

    def __init__(self, shape: RowShape, texts: Sequence[Any]) -> None:
        self._shape = shape
        self._texts = texts

    def sent(self) -> list[Any]:
        """Returns what the runtime makes the element of."""
        return [number_of(self._shape.bare), *self._shape.sent(self._texts)]


class CloneOwner(ShapedOwner):
    """Who owns what is made in such an element.

    Args:
        recorder: the recorder of the page.
        first: the numbers of its first element and its first comment.
    """

    __slots__ = ("_first", "_position", "_recorder")

    def __init__(self, recorder: "LiveRecorder", first: tuple[int, int]) -> None:
        outer = require_owner()
        super().__init__(outer, outer.contexts)
        self._recorder = recorder
        self._position: Position = recorder.position
        self._first = first

    @override
    def first_numbers(self) -> tuple[int, int]:
        return self._first

    @override
    def become_block(self, number: int, parts: list[Any]) -> None:
        show_as_block(self._recorder, Scope(self, self.contexts), self._position, number, parts)


def bind_alike(node: "TemplateNode", recorder: "LiveRecorder", walk: "Walk") -> bool:
    """Binds an element by its shape, if such have been shown before, and writes what stands for it.

    Args:
        node: the element.
        recorder: the recorder of the page.
        walk: the walk that came by.

    Returns:
        Whether it did; else the walk has to go through the element.
    """
    if node.shape is None:
        node.shape = node.template.shape_again(node.values, shape_of)
    shape: Any = node.shape
    return shape is not None and _bind(shape, node, recorder, walk)


def _bind(shape: RowShape, node: "TemplateNode", recorder: "LiveRecorder", walk: "Walk") -> bool:
    bare, values = shape.bare, node.values
    element, comment = numbers.element - bare.unmarked, numbers.comment
    owner = CloneOwner(recorder, (element, comment))
    outer, observer = current.get(), graph.observer
    current.set(owner)
    graph.observer = None
    try:
        texts = owner.bind(shape, values)
    except NotTextual:
        owner.dispose()
        node.template.learn(values, None)
        node.shape = None
        return False
    except BaseException:
        owner.dispose()  # its numbers are used for other nodes
        raise
    finally:
        current.set(outer)
        graph.observer = observer
    for index, types in shape.handlers.items():
        numbers.handlers[element + index] = Handlers({kind: values[value] for kind, value in types.items()}, None)
        emit_listen(types)
    numbers.element = element + shape.elements
    numbers.comment = comment - shape.comments
    recorder.live += shape.live
    if is_hydrating():
        walk.out.append(bare.html(texts))
        walk.push((), "")  # a place with content, behind which the walk may pause
    else:
        walk.out.append(Clone(shape, texts))
    return True
