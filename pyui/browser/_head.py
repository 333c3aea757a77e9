"""The head of the document: what routes and components put there, and which of it has to change. Browser only."""

from collections.abc import Iterable
from typing import override

from pyui.browser._ops import before_send, emit
from pyui.reactive import Effect
from pyui.view._head import TITLE_KEY, HeadEntry, HeadItem, winners
from pyui.view._scope import require_owner
from pyui.view.protocol import OP_HEAD, OP_TITLE


class Head:
    """What is in the head of the document.

    Changes are sent once per flush, and only where something is another than before: a component that goes and one like
    it that comes are no change.
    """

    __slots__ = ("_base", "_entries", "_shown")

    def __init__(self) -> None:
        self._base: list[HeadEntry] = []
        self._entries: dict[object, HeadEntry] = {}
        self._shown: dict[str, str] = {}

    def show_page(self, entries: Iterable[HeadEntry]) -> None:
        """Puts in what a page's routes say, in place of what those of the page before said.

        Args:
            entries: the entries, of a level below all components'.
        """
        self._base = list(entries)
        before_send(self._flush)

    def put(self, holder: object, entry: HeadEntry) -> None:
        """Puts in what a component says, in place of what the same holder said before."""
        self._entries[holder] = entry
        before_send(self._flush)

    def remove(self, holder: object) -> None:
        """Takes out what a holder said."""
        if self._entries.pop(holder, None) is not None:
            before_send(self._flush)

    def trust(self) -> None:
        """Takes it that the document has what it should have, because the server has written it."""
        self._shown = self._wanted()

    def forget(self) -> None:
        """Forgets everything, for another page in its place."""
        self._base, self._entries, self._shown = [], {}, {}

    def _wanted(self) -> dict[str, str]:
        return {key: entry.text for key, entry in winners([*self._base, *self._entries.values()]).items()}

    def _flush(self) -> None:
        before, self._shown = self._shown, self._wanted()
        for key in before.keys() - self._shown.keys():
            emit(OP_TITLE, "") if key == TITLE_KEY else emit(OP_HEAD, key, None)
        for key, text in self._shown.items():
            if before.get(key) != text:
                emit(OP_TITLE, text) if key == TITLE_KEY else emit(OP_HEAD, key, text)


head = Head()


class HeadBinding(Effect):
    """What one component puts into the head.

    Args:
        item: what.
        level: how far inside the component is.
    """

    __slots__ = ("_item", "_level")

    def __init__(self, item: HeadItem, level: int) -> None:
        Effect.__init__(self, item.text, defer=True)
        self._item = item
        self._level = level
        require_owner().on_cleanup(lambda: head.remove(self))
        self.run_now()

    @override
    def compute(self) -> None:
        head.put(self, self._item.entry(self._level))
