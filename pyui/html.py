"""One function for each HTML element. Runs on both sides.

Every function has the calling convention of `pyui.view.ElementFunction`: children in order, attributes by name. `del_`
has a trailing underscore because `del` is a keyword; the others have the names of HTML, also where a builtin has the
same name.

Source: HTML standard, chapter 4 "The elements of HTML".
"""

from typing import Final

from pyui.view import ElementFunction, element
from pyui.view._tags import html_function

__all__ = [
    "a",
    "abbr",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del_",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "element",
    "em",
    "embed",
    "fencedframe",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "selectedcontent",
    "slot",
    "small",
    "source",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
]

a: Final[ElementFunction] = html_function("a")
abbr: Final[ElementFunction] = html_function("abbr")
address: Final[ElementFunction] = html_function("address")
area: Final[ElementFunction] = html_function("area")
article: Final[ElementFunction] = html_function("article")
aside: Final[ElementFunction] = html_function("aside")
audio: Final[ElementFunction] = html_function("audio")
b: Final[ElementFunction] = html_function("b")
base: Final[ElementFunction] = html_function("base")
bdi: Final[ElementFunction] = html_function("bdi")
bdo: Final[ElementFunction] = html_function("bdo")
blockquote: Final[ElementFunction] = html_function("blockquote")
body: Final[ElementFunction] = html_function("body")
br: Final[ElementFunction] = html_function("br")
button: Final[ElementFunction] = html_function("button")
canvas: Final[ElementFunction] = html_function("canvas")
caption: Final[ElementFunction] = html_function("caption")
cite: Final[ElementFunction] = html_function("cite")
code: Final[ElementFunction] = html_function("code")
col: Final[ElementFunction] = html_function("col")
colgroup: Final[ElementFunction] = html_function("colgroup")
data: Final[ElementFunction] = html_function("data")
datalist: Final[ElementFunction] = html_function("datalist")
dd: Final[ElementFunction] = html_function("dd")
del_: Final[ElementFunction] = html_function("del")
details: Final[ElementFunction] = html_function("details")
dfn: Final[ElementFunction] = html_function("dfn")
dialog: Final[ElementFunction] = html_function("dialog")
div: Final[ElementFunction] = html_function("div")
dl: Final[ElementFunction] = html_function("dl")
dt: Final[ElementFunction] = html_function("dt")
em: Final[ElementFunction] = html_function("em")
embed: Final[ElementFunction] = html_function("embed")
fencedframe: Final[ElementFunction] = html_function("fencedframe")
fieldset: Final[ElementFunction] = html_function("fieldset")
figcaption: Final[ElementFunction] = html_function("figcaption")
figure: Final[ElementFunction] = html_function("figure")
footer: Final[ElementFunction] = html_function("footer")
form: Final[ElementFunction] = html_function("form")
h1: Final[ElementFunction] = html_function("h1")
h2: Final[ElementFunction] = html_function("h2")
h3: Final[ElementFunction] = html_function("h3")
h4: Final[ElementFunction] = html_function("h4")
h5: Final[ElementFunction] = html_function("h5")
h6: Final[ElementFunction] = html_function("h6")
head: Final[ElementFunction] = html_function("head")
header: Final[ElementFunction] = html_function("header")
hgroup: Final[ElementFunction] = html_function("hgroup")
hr: Final[ElementFunction] = html_function("hr")
html: Final[ElementFunction] = html_function("html")
i: Final[ElementFunction] = html_function("i")
iframe: Final[ElementFunction] = html_function("iframe")
img: Final[ElementFunction] = html_function("img")
input: Final[ElementFunction] = html_function("input")
ins: Final[ElementFunction] = html_function("ins")
kbd: Final[ElementFunction] = html_function("kbd")
label: Final[ElementFunction] = html_function("label")
legend: Final[ElementFunction] = html_function("legend")
li: Final[ElementFunction] = html_function("li")
link: Final[ElementFunction] = html_function("link")
main: Final[ElementFunction] = html_function("main")
map: Final[ElementFunction] = html_function("map")
mark: Final[ElementFunction] = html_function("mark")
menu: Final[ElementFunction] = html_function("menu")
meta: Final[ElementFunction] = html_function("meta")
meter: Final[ElementFunction] = html_function("meter")
nav: Final[ElementFunction] = html_function("nav")
noscript: Final[ElementFunction] = html_function("noscript")
object: Final[ElementFunction] = html_function("object")
ol: Final[ElementFunction] = html_function("ol")
optgroup: Final[ElementFunction] = html_function("optgroup")
option: Final[ElementFunction] = html_function("option")
output: Final[ElementFunction] = html_function("output")
p: Final[ElementFunction] = html_function("p")
param: Final[ElementFunction] = html_function("param")
picture: Final[ElementFunction] = html_function("picture")
pre: Final[ElementFunction] = html_function("pre")
progress: Final[ElementFunction] = html_function("progress")
q: Final[ElementFunction] = html_function("q")
rp: Final[ElementFunction] = html_function("rp")
rt: Final[ElementFunction] = html_function("rt")
ruby: Final[ElementFunction] = html_function("ruby")
s: Final[ElementFunction] = html_function("s")
samp: Final[ElementFunction] = html_function("samp")
script: Final[ElementFunction] = html_function("script")
search: Final[ElementFunction] = html_function("search")
section: Final[ElementFunction] = html_function("section")
select: Final[ElementFunction] = html_function("select")
selectedcontent: Final[ElementFunction] = html_function("selectedcontent")
slot: Final[ElementFunction] = html_function("slot")
small: Final[ElementFunction] = html_function("small")
source: Final[ElementFunction] = html_function("source")
span: Final[ElementFunction] = html_function("span")
strong: Final[ElementFunction] = html_function("strong")
style: Final[ElementFunction] = html_function("style")
sub: Final[ElementFunction] = html_function("sub")
summary: Final[ElementFunction] = html_function("summary")
sup: Final[ElementFunction] = html_function("sup")
table: Final[ElementFunction] = html_function("table")
tbody: Final[ElementFunction] = html_function("tbody")
td: Final[ElementFunction] = html_function("td")
template: Final[ElementFunction] = html_function("template")
textarea: Final[ElementFunction] = html_function("textarea")
tfoot: Final[ElementFunction] = html_function("tfoot")
th: Final[ElementFunction] = html_function("th")
thead: Final[ElementFunction] = html_function("thead")
time: Final[ElementFunction] = html_function("time")
title: Final[ElementFunction] = html_function("title")
tr: Final[ElementFunction] = html_function("tr")
track: Final[ElementFunction] = html_function("track")
u: Final[ElementFunction] = html_function("u")
ul: Final[ElementFunction] = html_function("ul")
var: Final[ElementFunction] = html_function("var")
video: Final[ElementFunction] = html_function("video")
wbr: Final[ElementFunction] = html_function("wbr")
svg: Final[ElementFunction] = html_function("svg")
math: Final[ElementFunction] = html_function("math")
