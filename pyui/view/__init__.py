"""Nodes, elements, components, flow and the renderer. Runs on both sides."""

from pyui.view._attributes import AttributeValue
from pyui.view._choice import Match, Show, Switch
from pyui.view._client_only import client_only
from pyui.view._component import Component, ComponentCall, component
from pyui.view._context import Context
from pyui.view._control_flow import ControlFlow, NotFound
from pyui.view._decode import DecodeError, decode
from pyui.view._element import Element
from pyui.view._element_function import ElementFunction
from pyui.view._encode import EncodeError, Encoder, encode
from pyui.view._environment import is_hydrating, is_server
from pyui.view._error_boundary import ErrorBoundary
from pyui.view._event import Event
from pyui.view._for import For
from pyui.view._head import HeadItemError, LinkTag, Meta, Script, Title
from pyui.view._island import Island
from pyui.view._lifecycle import on_mount
from pyui.view._mismatch import Mismatch, on_mismatch
from pyui.view._node import Child, Node, raw
from pyui.view._packages import load_package
from pyui.view._portal import Portal
from pyui.view._position import unique_id
from pyui.view._ref import Ref
from pyui.view._render import RenderedPage, render_page, render_to_string
from pyui.view._settled import now, random, uuid4
from pyui.view._skip_hydration import skip_hydration
from pyui.view._tags import element
from pyui.view._transfer import TransferError, transfer
from pyui.view._viewport import Viewport
from pyui.view._virtual_for import VirtualFor

__all__ = [
    "AttributeValue",
    "Child",
    "Component",
    "ComponentCall",
    "Context",
    "ControlFlow",
    "DecodeError",
    "Element",
    "ElementFunction",
    "EncodeError",
    "Encoder",
    "ErrorBoundary",
    "Event",
    "For",
    "HeadItemError",
    "Island",
    "LinkTag",
    "Match",
    "Meta",
    "Mismatch",
    "Node",
    "NotFound",
    "Portal",
    "Ref",
    "RenderedPage",
    "Script",
    "Show",
    "Switch",
    "Title",
    "TransferError",
    "Viewport",
    "VirtualFor",
    "client_only",
    "component",
    "decode",
    "element",
    "encode",
    "is_hydrating",
    "is_server",
    "load_package",
    "now",
    "on_mismatch",
    "on_mount",
    "random",
    "raw",
    "render_page",
    "render_to_string",
    "skip_hydration",
    "transfer",
    "unique_id",
    "uuid4",
]
