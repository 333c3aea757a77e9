"""One function for each SVG element. Runs on both sides.

Every function has the calling convention of `pyui.view.ElementFunction` and the name of the element as SVG writes it.

Source: SVG 2, appendix "Element index", and Filter Effects, "Element index".
"""

# ruff: noqa: N816 - the names are those of SVG
from typing import Final

from pyui.view import Element, ElementFunction
from pyui.view._element_function import element_function

__all__ = [
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "foreignObject",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "script",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
]

a: Final[ElementFunction] = element_function("a", Element)
animate: Final[ElementFunction] = element_function("animate", Element)
animateMotion: Final[ElementFunction] = element_function("animateMotion", Element)
animateTransform: Final[ElementFunction] = element_function("animateTransform", Element)
circle: Final[ElementFunction] = element_function("circle", Element)
clipPath: Final[ElementFunction] = element_function("clipPath", Element)
defs: Final[ElementFunction] = element_function("defs", Element)
desc: Final[ElementFunction] = element_function("desc", Element)
ellipse: Final[ElementFunction] = element_function("ellipse", Element)
feBlend: Final[ElementFunction] = element_function("feBlend", Element)
feColorMatrix: Final[ElementFunction] = element_function("feColorMatrix", Element)
feComponentTransfer: Final[ElementFunction] = element_function("feComponentTransfer", Element)
feComposite: Final[ElementFunction] = element_function("feComposite", Element)
feConvolveMatrix: Final[ElementFunction] = element_function("feConvolveMatrix", Element)
feDiffuseLighting: Final[ElementFunction] = element_function("feDiffuseLighting", Element)
feDisplacementMap: Final[ElementFunction] = element_function("feDisplacementMap", Element)
feDistantLight: Final[ElementFunction] = element_function("feDistantLight", Element)
feDropShadow: Final[ElementFunction] = element_function("feDropShadow", Element)
feFlood: Final[ElementFunction] = element_function("feFlood", Element)
feFuncA: Final[ElementFunction] = element_function("feFuncA", Element)
feFuncB: Final[ElementFunction] = element_function("feFuncB", Element)
feFuncG: Final[ElementFunction] = element_function("feFuncG", Element)
feFuncR: Final[ElementFunction] = element_function("feFuncR", Element)
feGaussianBlur: Final[ElementFunction] = element_function("feGaussianBlur", Element)
feImage: Final[ElementFunction] = element_function("feImage", Element)
feMerge: Final[ElementFunction] = element_function("feMerge", Element)
feMergeNode: Final[ElementFunction] = element_function("feMergeNode", Element)
feMorphology: Final[ElementFunction] = element_function("feMorphology", Element)
feOffset: Final[ElementFunction] = element_function("feOffset", Element)
fePointLight: Final[ElementFunction] = element_function("fePointLight", Element)
feSpecularLighting: Final[ElementFunction] = element_function("feSpecularLighting", Element)
feSpotLight: Final[ElementFunction] = element_function("feSpotLight", Element)
feTile: Final[ElementFunction] = element_function("feTile", Element)
feTurbulence: Final[ElementFunction] = element_function("feTurbulence", Element)
filter: Final[ElementFunction] = element_function("filter", Element)
foreignObject: Final[ElementFunction] = element_function("foreignObject", Element)
g: Final[ElementFunction] = element_function("g", Element)
image: Final[ElementFunction] = element_function("image", Element)
line: Final[ElementFunction] = element_function("line", Element)
linearGradient: Final[ElementFunction] = element_function("linearGradient", Element)
marker: Final[ElementFunction] = element_function("marker", Element)
mask: Final[ElementFunction] = element_function("mask", Element)
metadata: Final[ElementFunction] = element_function("metadata", Element)
mpath: Final[ElementFunction] = element_function("mpath", Element)
path: Final[ElementFunction] = element_function("path", Element)
pattern: Final[ElementFunction] = element_function("pattern", Element)
polygon: Final[ElementFunction] = element_function("polygon", Element)
polyline: Final[ElementFunction] = element_function("polyline", Element)
radialGradient: Final[ElementFunction] = element_function("radialGradient", Element)
rect: Final[ElementFunction] = element_function("rect", Element)
script: Final[ElementFunction] = element_function("script", Element)
set: Final[ElementFunction] = element_function("set", Element)
stop: Final[ElementFunction] = element_function("stop", Element)
style: Final[ElementFunction] = element_function("style", Element)
svg: Final[ElementFunction] = element_function("svg", Element)
switch: Final[ElementFunction] = element_function("switch", Element)
symbol: Final[ElementFunction] = element_function("symbol", Element)
text: Final[ElementFunction] = element_function("text", Element)
textPath: Final[ElementFunction] = element_function("textPath", Element)
title: Final[ElementFunction] = element_function("title", Element)
tspan: Final[ElementFunction] = element_function("tspan", Element)
use: Final[ElementFunction] = element_function("use", Element)
view: Final[ElementFunction] = element_function("view", Element)
