"""A component that runs inside a page, above its own source."""

from examples.docs.live import EXAMPLES
from pyui import Child, component, raw
from pyui.html import code, details, div, figure, pre, summary


@component
def LiveExample(name: str, source: str, *, open: bool = True) -> Child:
    """An example.

    Args:
        name: its name in `EXAMPLES`.
        source: the markup of its highlighted source.
        open: whether the source is shown at first.
    """
    return figure(
        div(EXAMPLES[name](), class_="stage"),
        details(summary("Source"), pre(code(raw(source)), class_="code", tabindex="0"), open=open),
        class_="example",
        data_example=name,
    )
