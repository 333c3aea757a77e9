"""What runs in the browser alone: the binder. Imported by the JavaScript runtime."""

from pyui.browser._boot import Bound, hydrate, mount, resume, start
from pyui.browser._renewal import renew

__all__ = ["Bound", "hydrate", "mount", "renew", "resume", "start"]
