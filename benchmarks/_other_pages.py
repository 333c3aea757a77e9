"""Pages beside the search page: a table, many small components, a deep tree, many attributes, much text."""

from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

import jinja2
import minijinja

from benchmarks import _other_pyui
from benchmarks._uncompiled import uncompiled

type Renderer = Callable[[Any], str]

FLOOR = "f-string (the floor)"
_JINJA = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
_WALK = uncompiled(_other_pyui)
_WORDS = "signal render <tree> stream & bind hydrate mount walk owner effect batch route payload".split()


class PageOf(NamedTuple):
    """One page.

    Args:
        data: makes what it shows; the argument is how much.
        size: how much that is by default.
        renderers: what writes it.
    """

    data: Callable[[int], Any]
    size: int
    renderers: dict[str, Renderer]


def _texts(count: int) -> list[str]:
    return [f"{_WORDS[index % len(_WORDS)]} {index}" for index in range(count)]


def _rows(count: int) -> list[list[str]]:
    return [[f"{row} {_WORDS[(row + cell) % len(_WORDS)]}" for cell in range(10)] for row in range(count)]


def _paragraphs(count: int) -> list[str]:
    return [" ".join(_WORDS[(seed + index * 3) % len(_WORDS)] for index in range(120)) for seed in range(count)]


def _text(text: str) -> str:
    return escape(text, quote=False)


def _floor_table(rows: list[list[str]]) -> str:
    body = "".join([f"<tr>{''.join([f'<td>{_text(cell)}</td>' for cell in row])}</tr>" for row in rows])
    return f'<table class="table"><tbody>{body}</tbody></table>'


def _floor_components(texts: list[str]) -> str:
    return f"<section>{''.join([f'<div class="badge">{_text(text)}</div>' for text in texts])}</section>"


def _floor_deep(texts: list[str]) -> str:
    opening = "".join([f'<div class="level">{_text(text)}' for text in texts])
    return f"<section>{opening}<p>leaf</p>{'</div>' * len(texts)}</section>"


def _floor_field(name: str, number: int, on: bool) -> str:
    text, value = _text(name), escape(name)
    return (
        f'<div class="field{" on" if on else ""}"><label class="label" data-number="{number}" for="f{number}" '
        f'title="{value}">{text}</label><input{"" if on else ' disabled="disabled"'} id="f{number}" maxlength="80" '
        f'name="{value}"{' required="required"' if on else ""} tabindex="0" type="text" value="{value}">'
        f'<button aria-label="{value}" aria-pressed="{"true" if on else "false"}" data-target="f{number}" '
        f'title="clear" type="button">x</button><img alt="{value}" height="16" loading="lazy" '
        f'src="/i/{number}.png" width="16"><a href="/help?field={number}&amp;name=x" rel="help" '
        f'target="_blank">?</a></div>'
    )


def _floor_attributes(names: list[str]) -> str:
    fields = [_floor_field(name, number, number % 2 == 0) for number, name in enumerate(names)]
    return f"<section>{''.join(fields)}</section>"


def _floor_text(paragraphs: list[str]) -> str:
    return f"<section><h2>Text</h2>{''.join([f'<p>{_text(paragraph)}</p>' for paragraph in paragraphs])}</section>"


_FIELD = """\
<div class="field{% if loop.index0 % 2 == 0 %} on{% endif %}">
<label class="label" data-number="{{ loop.index0 }}" for="f{{ loop.index0 }}" title="{{ x }}">{{ x }}</label>
<input{% if loop.index0 % 2 %} disabled="disabled"{% endif %} id="f{{ loop.index0 }}" maxlength="80" name="{{ x }}"\
{% if loop.index0 % 2 == 0 %} required="required"{% endif %} tabindex="0" type="text" value="{{ x }}">
<button aria-label="{{ x }}" aria-pressed="{{ 'false' if loop.index0 % 2 else 'true' }}" \
data-target="f{{ loop.index0 }}" title="clear" type="button">x</button>
<img alt="{{ x }}" height="16" loading="lazy" src="/i/{{ loop.index0 }}.png" width="16">
<a href="/help?field={{ loop.index0 }}&amp;name=x" rel="help" target="_blank">?</a></div>
"""


def _jinja(source: str) -> Renderer:
    template = _JINJA.from_string(source)
    return lambda data: template.render(xs=data)


def _minijinja(source: str) -> Renderer:
    environment = minijinja.Environment(templates={"page.html": source}, trim_blocks=True, lstrip_blocks=True)
    return lambda data: environment.render_template("page.html", xs=data)


def _page(name: str, data: Callable[[int], Any], size: int, floor: Renderer, jinja: str) -> PageOf:
    renderers = {
        FLOOR: floor,
        "Jinja2, one template": _jinja(jinja),
        "minijinja, one template": _minijinja(jinja),
        "pyui": getattr(_other_pyui, f"{name}_page"),
        "pyui, tree walk": getattr(_WALK, f"{name}_page"),
    }
    return PageOf(data, size, renderers)


_TABLE = (
    '<table class="table"><tbody>{% for row in xs %}<tr>{% for x in row %}<td>{{ x }}</td>{% endfor %}</tr>'
    "{% endfor %}</tbody></table>"
)
_BADGE_MACRO = (
    '{% macro badge(x) %}<div class="badge">{{ x }}</div>{% endmacro %}'
    "<section>{% for x in xs %}{{ badge(x) }}{% endfor %}</section>"
)
_BADGES = '<section>{% for x in xs %}<div class="badge">{{ x }}</div>{% endfor %}</section>'
_DEEP = (
    '<section>{% for x in xs %}<div class="level">{{ x }}{% endfor %}<p>leaf</p>'
    "{% for x in xs %}</div>{% endfor %}</section>"
)
_TEXT = "<section><h2>Text</h2>{% for x in xs %}<p>{{ x }}</p>{% endfor %}</section>"
_FIELDS = "<section>{% for x in xs %}" + _FIELD + "{% endfor %}</section>"

PAGES: dict[str, PageOf] = {
    "table": _page("table", _rows, 1000, _floor_table, _TABLE),
    "components": _page("components", _texts, 500, _floor_components, _BADGES),
    "deep": _page("deep", _texts, 200, _floor_deep, _DEEP),
    "attributes": _page("attributes", _texts, 200, _floor_attributes, _FIELDS),
    "text": _page("text", _paragraphs, 100, _floor_text, _TEXT),
}
PAGES["components"].renderers["Jinja2, a macro"] = _jinja(_BADGE_MACRO)
