"""What the browser needs of a page that it goes to by itself: the data of the page, without its HTML."""

import json
from typing import Any

from starlette.requests import Request

from pyui.router import Redirect, RouteMatch, join_base, percent_decode

type Document = dict[str, Any]


def request_of_page(request: Request, base: str, path: str) -> Request:
    """Returns a request for data as one for the page itself, which is what loaders and components are to see."""
    raw = (base + path).encode("ascii")
    decoded = request.scope.get("root_path", "").rstrip("/") + percent_decode(path)
    request.scope.setdefault("state", {})
    return Request({**request.scope, "path": decoded, "raw_path": raw}, request.receive)


def data_text(document: Document) -> bytes:
    """Returns a document as JSON text."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def redirect_document(found: Redirect, base: str) -> Document:
    """Returns the document of a page that is elsewhere. The browser is to see it, not to follow it."""
    return {"redirect": join_base(base, found.url), "status": found.status}


def moved_document(match: RouteMatch, base: str) -> Document:
    """Returns the document of a route that redirects."""
    return {"redirect": join_base(base, match.redirect_to or "/"), "status": match.chain[-1].status}
