"""dominate, which has no types: the one place that imports it, so that the rest of the code is checked in full."""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false

from typing import Any

from dominate import document as _document  # type: ignore[import-untyped]
from dominate import tags as _tags
from dominate.dom_tag import dom_tag as _dom_tag  # type: ignore[import-untyped]
from dominate.util import raw as _raw  # type: ignore[import-untyped]

document: Any = _document
"""Makes a document: `document(title=None, lang="en")`."""

tags: Any = _tags
"""The element classes, `tags.p("text")`."""

raw: Any = _raw
"""Makes a node of trusted markup."""

DomTag: type[Any] = _dom_tag
"""The class of all trees."""
