"""Ways to corrupt the page of `tests.browser.corrupt`, and what is to be reported of each."""

from typing import NamedTuple


class Corruption(NamedTuple):
    """One way.

    Args:
        name: what is done.
        script: JavaScript that does it; `$` finds an element, `root` holds the page.
        reports: what is reported, in order: the kind and the component.
        foreign: JavaScript that takes away what somebody else added, which stays, so that the rest can be compared.
        exact: whether the rest then is what the browser itself renders; text that was translated is not.
    """

    name: str
    script: str
    reports: tuple[str, ...]
    foreign: str = ""
    exact: bool = True


WRAP = """
  const walker = document.createTreeWalker(PLACE, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    font.style.verticalAlign = "inherit";
    text.replaceWith(font);
    font.innerHTML = `<font dir="auto" style="vertical-align: inherit;">${text.data.toUpperCase()}</font>`;
  }
"""
UNCOMMENT = """
  const walker = document.createTreeWalker(PLACE, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.remove();
  PLACE.normalize();
"""

CORRUPTIONS = [
    Corruption("nothing", "", ()),
    # Nodes removed.
    Corruption("static element removed", "$('#static').remove()", ("missing Panel",)),
    Corruption("live element removed", "$('#count').remove()", ("missing Panel",)),
    Corruption("element with a handler removed", "$('#here').remove()", ("missing Panel",)),
    Corruption("static component removed", "$('.badge').remove()", ("missing Badge",)),
    Corruption("all of an element removed", "$('#badges').replaceChildren()", ("missing Badge",)),
    Corruption("two neighbours removed", "$('#count').remove(); $('#rows').remove()", ("missing Panel",)),
    Corruption("the component removed", "$('#panel').remove()", ("missing Panel",)),
    Corruption("text removed", "$('#static').firstChild.remove()", ("text Panel",)),
    Corruption("live text removed", "$('#count').firstChild.remove()", ("text Panel",)),
    Corruption("page emptied but for elsewhere", "$('main').replaceChildren($('#elsewhere'))", ("missing Panel",)),
    # Nodes added.
    Corruption("element added", "$('#static').after(document.createElement('hr'))", ("extra Panel",)),
    Corruption(
        "element added in the front", "$('#panel').insertAdjacentHTML('afterbegin', '<p>x</p>')", ("extra Panel",)
    ),
    Corruption("element added inside", "$('#empty p').innerHTML = '<b>x</b>'", ("extra Panel",)),
    Corruption("text added", "$('#empty').append('more')", ("text Panel",)),
    Corruption(
        "marked element added", "$('#count').insertAdjacentHTML('afterend', '<p data-p>9</p>')", ("extra Panel",)
    ),
    Corruption("element duplicated", "$('#count').after($('#count').cloneNode(true))", ("extra Panel",)),
    Corruption(
        "block duplicated",
        "$('#block').append(...$('#block').cloneNode(true).childNodes)",
        ("marks Panel", "extra Panel"),
    ),
    Corruption("marker comment added", "$('#static').before(document.createComment('['))", ("marks Panel",)),
    # Swapped and retagged.
    Corruption("elements swapped", "$('#static').before($('#mixed'))", ("moved Panel",)),
    Corruption("components swapped", "$('#badges').append($('.badge'))", ("moved Badge",)),
    Corruption(
        "element moved elsewhere in the component", "$('#empty').append($('#static'))", ("missing Panel", "extra Panel")
    ),
    Corruption("static element retagged", "$('#static').outerHTML = '<h3 id=static>Static text</h3>'", ("tag Panel",)),
    Corruption(
        "wrapper retagged",
        "const old = $('#block'), made = document.createElement('article'); made.id = 'block';"
        "made.append(...old.childNodes); old.replaceWith(made)",
        ("tag Panel",),
    ),
    Corruption(
        "component retagged",
        "const old = $('#panel'), made = document.createElement('article');"
        "made.append(...old.childNodes); old.replaceWith(made)",
        ("tag Panel",),
    ),
    Corruption("element lost around text", "$('.badge').replaceWith('new')", ("missing Badge",)),
    Corruption("element became text", "$('.badge').replaceWith('another')", ("tag Badge",)),
    Corruption("text became an element", "$('#static').innerHTML = '<i>Static text</i>'", ("extra Panel",)),
    Corruption("element unwrapped", "$('#mixed b').replaceWith('bold')", ("missing Panel", "text Panel")),
    # Rows.
    Corruption("first row removed", "$('li').remove()", ("rows Row",)),
    Corruption("last row removed", "$('li:last-of-type').remove()", ("rows Row",)),
    Corruption("two rows removed", "$('li').remove(); $('li').remove()", ("rows Row",)),
    Corruption("all rows removed", "document.querySelectorAll('li').forEach((row) => row.remove())", ("rows Row",)),
    Corruption("row duplicated", "$('li').after($('li').cloneNode(true))", ("rows Panel",)),
    Corruption("rows swapped", "$('li').before($('li:last-of-type'))", ("moved Row",)),
    Corruption("text of a row changed", "$('li').firstChild.nextSibling.data = 'z 0'", ("text Row",)),
    Corruption("mark of a row removed", "$('li').removeAttribute('data-p')", ("marks Row",)),
    # Text.
    Corruption("static text changed", "$('#static').firstChild.data = 'Other'", ("text Panel",)),
    Corruption("live text changed", "$('#count').firstChild.data = '7'", ("text Panel",)),
    Corruption(
        "text beside an element changed", "$('#mixed b').nextSibling.nextSibling.data = ' and 8)'", ("text Panel",)
    ),
    Corruption("text of a static component changed", "$('.badge').textContent = 'old'", ("text Badge",)),
    Corruption("white space collapsed", "$('#label').firstChild.data = 'Field'", ("text Panel",)),
    Corruption("markup indented", "$('#badges').firstChild.after('\\n  ')", ("text Panel",)),
    Corruption("text split", "$('#static').firstChild.splitText(4)", ()),
    # Comments and marks.
    Corruption("comments of a text run removed", UNCOMMENT.replace("PLACE", "$('#mixed')"), ("marks Panel",)),
    Corruption("comments of a block removed", UNCOMMENT.replace("PLACE", "$('#block')"), ("marks Panel",)),
    Corruption(
        "comments of a list removed",
        UNCOMMENT.replace("PLACE", "$('#rows')"),
        ("marks Panel", "marks Row", "marks Row", "marks Row"),
    ),
    Corruption("end of a block removed", "$('#block').lastChild.remove()", ("marks Panel",)),
    Corruption("mark of an element removed", "$('#count').removeAttribute('data-p')", ("marks Panel",)),
    Corruption("events of an element removed", "$('#here').setAttribute('data-p', '')", ("marks Panel",)),
    Corruption(
        "somebody's comment added",
        "$('#mixed').append(document.createComment('ad'))",
        (),
        "$('#mixed').lastChild.remove()",
    ),
    # Attributes.
    Corruption("live attribute changed", "$('#attributes').className = 'other'", ("attribute Panel",)),
    Corruption("static attribute changed", "$('#attributes').title = 'other'", ("attribute Panel",)),
    Corruption("attribute removed", "$('#attributes').removeAttribute('style')", ("attribute Panel",)),
    Corruption("id removed", "$('#static').removeAttribute('id')", ("attribute Panel",)),
    Corruption(
        "address rewritten", "$('#panel a').setAttribute('href', 'https://proxy.example/there')", ("attribute Panel",)
    ),
    Corruption("attribute with a meaning added", "$('#field').disabled = true", ("attribute Panel",)),
    Corruption(
        "class added",
        "$('.badge + .badge').id = 'x'; $('#static').className = 'x'",
        ("attribute Panel", "attribute Badge"),
    ),
    # The parser and minifiers.
    Corruption("tbody left out", "$('#table').replaceChildren(...$('tbody').childNodes)", ("missing Panel",)),
    Corruption(
        "wrapper added",
        "const made = document.createElement('div');$('#static').before(made); made.append($('#static'), $('#mixed'))",
        ("extra Panel",),
    ),
    Corruption("text put into a paragraph", "$('#empty').innerHTML = '<p></p><p></p>'", ("extra Panel",)),
    # Truncated.
    Corruption(
        "document truncated",
        "let last = $('#block'); while (last.nextSibling) last.nextSibling.remove()",
        ("missing Panel",),
    ),
    Corruption(
        "document truncated in a row",
        "const row = $('li'); while (row.nextSibling) row.nextSibling.remove(); row.lastChild.remove();"
        "let last = $('#rows'); while (last.nextSibling) last.nextSibling.remove()",
        ("missing Panel", "marks Panel", "rows Row", "missing Row"),
    ),
    # Others who change pages.
    Corruption(
        "written by the user",
        "$('#editor').innerHTML = 'my <b>own</b> words'",
        (),
        "$('#editor').textContent = $('#editor').textContent === 'my own words' ? 'write here' : 'lost'",
    ),
    Corruption("all translated", WRAP.replace("PLACE", "$('#panel')"), (), exact=False),
    Corruption("translated later", "", (), WRAP.replace("PLACE", "$('#panel')"), exact=False),
    Corruption("a text run translated", WRAP.replace("PLACE", "$('#mixed')"), (), exact=False),
    Corruption("a row translated", WRAP.replace("PLACE", "$('li')"), (), exact=False),
    Corruption(
        "telephone number linked",
        "$('#static').innerHTML = 'Static <a x-apple-data-detectors=true href=tel:1>text</a>'",
        (),
        "$('#static').textContent = 'Static text'",
    ),
    Corruption(
        "e-mail address obfuscated",
        "$('#static').innerHTML = 'Static <a class=__cf_email__ href=/cdn-cgi/l/email-protection>[email]</a>'",
        (),
        "$('#static').textContent = 'Static text'",
    ),
    Corruption(
        "extension beside an input",
        "$('#field').insertAdjacentHTML('afterend', '<grammarly-extension data-grammarly></grammarly-extension>');"
        "$('#field').setAttribute('data-gramm', 'false'); $('#field').style.backgroundImage = 'none'",
        (),
        "$('grammarly-extension').remove();"
        "$('#field').removeAttribute('data-gramm'); $('#field').removeAttribute('style')",
    ),
    Corruption(
        "extension in the root",
        "root.insertAdjacentHTML('afterbegin', '<div id=some-extension-root></div>');"
        "root.insertAdjacentHTML('beforeend', '<style>b {}</style>')",
        (),
        "$('#some-extension-root').remove(); $('style').remove()",
    ),
    Corruption(
        "extension in html, head and body",
        "document.documentElement.setAttribute('data-ext', '1'); document.head.append(document.createElement('style'));"
        "document.body.setAttribute('cz-shortcut-listen', 'true');"
        "document.body.append(document.createElement('x-ext'))",
        (),
    ),
    Corruption(
        "extension's attributes on everything",
        "root.querySelectorAll('*').forEach((node) => node.setAttribute('bis_skin_checked', '1'))",
        (),
        "root.querySelectorAll('*').forEach((node) => node.removeAttribute('bis_skin_checked'))",
    ),
    Corruption(
        "extension in a list",
        "$('#rows').insertAdjacentHTML('afterbegin', '<x-ad></x-ad>'); $('li').remove()",
        ("rows Row",),
        "$('x-ad').remove()",
    ),
    Corruption(
        "third party's script and frame",
        "$('#static').insertAdjacentHTML('afterend', '<ins class=ad></ins><iframe></iframe>')",
        (),
        "$('ins').remove(); $('iframe').remove()",
    ),
    # Many at once.
    Corruption(
        "all kinds at once",
        "$('#static').remove(); $('#count').firstChild.data = '7'; $('li').remove(); $('#attributes').className = 'x'",
        ("missing Panel", "text Panel", "rows Row", "attribute Panel"),
    ),
]
