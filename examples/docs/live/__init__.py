"""The examples that run inside the pages. A fenced block of the kind `pyui-example` names one of them."""

from collections.abc import Callable

from examples.docs.live.counter import Counter
from examples.docs.live.long_list import LongList
from examples.docs.live.search import Search
from examples.docs.live.tabs import Tabs
from examples.docs.live.temperature import Temperature
from examples.docs.live.todo import Todo
from pyui import Child

EXAMPLES: dict[str, Callable[[], Child]] = {
    "counter": Counter,
    "long_list": LongList,
    "search": Search,
    "tabs": Tabs,
    "temperature": Temperature,
    "todo": Todo,
}
