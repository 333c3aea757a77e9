"""The script that stands inline in live pages."""

import base64
import hashlib
import re
from typing import Any

import pytest

from pyui import App
from pyui.server import RenderMode, ServerRoute, script_hash
from tests.support.hybrid import get


def inline_scripts(html: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", html, re.DOTALL)


def page(**options: Any) -> str:
    app = App("tests.hybrid_app.routes:live", [ServerRoute("/", **options)], stylesheets=["https://example.org/a.css"])
    return get(app, "/").text


def test_it_is_allowed_by_its_hash() -> None:
    [script] = inline_scripts(page())
    assert script_hash() == f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_it_waits_for_nothing() -> None:
    html = page()
    before = html[: html.index("<script>")]
    assert 'charset="utf-8"' in before
    assert "<link" not in before


@pytest.mark.parametrize("options", [{"mode": RenderMode.CLIENT}, {"hydrate": "never"}])
def test_a_page_without_handlers_has_none(options: dict[str, Any]) -> None:
    assert inline_scripts(page(**options)) == []
