"""What runs in the browser alone: the binder. Imported by the JavaScript runtime, which calls what is listed here."""

from pyui.browser._boot import Bound, collect, hydrate, mount, navigator, resume, start, wake
from pyui.browser._events import dispatch
from pyui.browser._ops import flush, work_on
from pyui.browser._renewal import renew

__all__ = [
    "Bound",
    "collect",
    "dispatch",
    "flush",
    "hydrate",
    "mount",
    "navigator",
    "renew",
    "resume",
    "start",
    "wake",
    "work_on",
]
