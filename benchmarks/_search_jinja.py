"""The search page in Jinja2: with a macro where the others have a function, and all in one template."""

import jinja2
import minijinja

from benchmarks._search_page import Result

JINJA = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)

_PAGE = """\
<main><header><h1>Results</h1><input name="q" type="search" value="signal &amp; render"></header>
<section class="results">{% for result in results %}CARD{% endfor %}</section></main>
"""

_CARD = """\
<article class="result" id="r{{ result.number }}">
<h3><a class="title" href="{{ result.url }}">{{ result.title }}</a></h3><cite>{{ result.url }}</cite>
<p class="snippet">{{ result.snippet }}</p>\
"""

MACROS = (
    """\
{% macro tags(tags) -%}
<ul class="tags">{% for tag in tags %}<li>{{ tag }}</li>{% endfor %}</ul>
{%- endmacro %}
{% macro meta(author, date) -%}
<div class="meta"><span>{{ author }}</span><time datetime="{{ date }}">{{ date }}</time></div>
{%- endmacro %}
{% macro price(price) -%}
<span class="price">{{ "%.2f"|format(price) }}</span>
{%- endmacro %}
{% macro rating(rating) -%}
<span class="rating" title="{{ rating }} of 5">{{ rating }}</span>
{%- endmacro %}
{% macro card(result) -%}
"""
    + _CARD
    + """\
{{ tags(result.tags) }}{{ meta(result.author, result.date) }}{{ price(result.price) }}{{ rating(result.rating) }}
</article>
{%- endmacro %}
"""
    + _PAGE.replace("CARD", "{{ card(result) }}")
)
"""With a macro for each function."""

INLINED = _PAGE.replace(
    "CARD",
    _CARD
    + """\
<ul class="tags">{% for tag in result.tags %}<li>{{ tag }}</li>{% endfor %}</ul>\
<div class="meta"><span>{{ result.author }}</span><time datetime="{{ result.date }}">{{ result.date }}</time></div>\
<span class="price">{{ "%.2f"|format(result.price) }}</span>\
<span class="rating" title="{{ result.rating }} of 5">{{ result.rating }}</span></article>""",
)
"""All in one template, which calls nothing."""

_MACROS = JINJA.from_string(MACROS)
_INLINED = JINJA.from_string(INLINED)
_MINI = minijinja.Environment(
    templates={"macros.html": MACROS, "inlined.html": INLINED}, trim_blocks=True, lstrip_blocks=True
)


def render_macros(results: list[Result]) -> str:
    return _MACROS.render(results=results)


def render_inlined(results: list[Result]) -> str:
    return _INLINED.render(results=results)


def render_minijinja(results: list[Result]) -> str:
    # It sees a named tuple as a list, so it is given dicts.
    return _MINI.render_template("inlined.html", results=[result._asdict() for result in results])


def render_minijinja_macros(results: list[Result]) -> str:
    return _MINI.render_template("macros.html", results=[result._asdict() for result in results])
