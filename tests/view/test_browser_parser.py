"""Chromium's own parser reads what is written as it was meant; hundreds of pages in one call."""

from collections.abc import Iterator

from playwright.sync_api import Page

from pyui import render_to_string
from pyui.testing._html import reparsed
from tests.cases import CASES, PROPERTY_CASES
from tests.random_specs import SpecCase
from tests.spec_strategies import sample

# Writes a tree as `pyui.testing._html` does. The content of a template is parsed as with scripts switched off,
# which is how a reader without JavaScript gets the page.
REPARSE = """pages => {
  const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
  const raw = new Set("style script xmp iframe noembed noframes plaintext".split(" "));
  const preformatted = new Set(["pre", "textarea", "listing"]);
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("\\u00a0", "&nbsp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll("\\r", "&#13;");
  const write = (node) => {
    if (node.nodeType === Node.COMMENT_NODE) return `<!--${node.data}-->`;
    if (node.nodeType === Node.TEXT_NODE) return raw.has(node.parentNode.localName) ? node.data : escape(node.data);
    const attributes = Array.from(node.attributes, (a) => ` ${a.name}="${escape(a.value).replaceAll('"', "&quot;")}"`);
    const start = `<${node.localName}${attributes.join("")}>`;
    if (empty.has(node.localName)) return start;
    const inner = Array.from((node.content ?? node).childNodes, write).join("");
    const doubled = preformatted.has(node.localName) && inner.startsWith("\\n") ? "\\n" : "";
    return `${start}${doubled}${inner}</${node.localName}>`;
  };
  return pages.map((html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return Array.from(template.content.childNodes, write).join("");
  });
}"""


def pages() -> Iterator[str]:
    for case in [*CASES, *PROPERTY_CASES]:
        node, updates = case.make()
        yield render_to_string(node)
        for update in updates:
            update()
            yield render_to_string(node)
    for spec in sample(200):
        yield render_to_string(SpecCase(spec).node)


def test_chromium_changes_nothing(page: Page):
    written = list(pages())
    read = page.evaluate(REPARSE, written)
    assert len(written) > 300
    for html, found in zip(written, read, strict=True):
        assert found == html


def test_a_change_would_be_seen(page: Page):
    wrong = ["<table><tr></tr></table>", "<p><p></p></p>", "<pre>\nx</pre>", "<p>a&b</p>"]
    for html, found in zip(wrong, page.evaluate(REPARSE, wrong), strict=True):
        assert found != html
        assert reparsed(html) == found
