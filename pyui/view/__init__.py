"""Nodes, elements, components, flow and the renderer. Runs on both sides."""

from pyui.view._attributes import AttributeValue
from pyui.view._choice import Match, Show, Switch
from pyui.view._component import Component, ComponentCall, component
from pyui.view._context import Context
from pyui.view._element import Element
from pyui.view._element_function import ElementFunction
from pyui.view._error_boundary import ErrorBoundary
from pyui.view._event import Event
from pyui.view._for import For
from pyui.view._lifecycle import on_mount
from pyui.view._node import Child, Node, raw
from pyui.view._portal import Portal
from pyui.view._ref import Ref
from pyui.view._render import RenderedPage, render_page, render_to_string
from pyui.view._tags import element

__all__ = [
    "AttributeValue",
    "Child",
    "Component",
    "ComponentCall",
    "Context",
    "Element",
    "ElementFunction",
    "ErrorBoundary",
    "Event",
    "For",
    "Match",
    "Node",
    "Portal",
    "Ref",
    "RenderedPage",
    "Show",
    "Switch",
    "component",
    "element",
    "on_mount",
    "raw",
    "render_page",
    "render_to_string",
]
