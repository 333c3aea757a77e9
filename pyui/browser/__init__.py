"""What runs in the browser alone: the binder. Imported by the JavaScript runtime."""

from pyui.browser._boot import Bound, hydrate, mount, start

__all__ = ["Bound", "hydrate", "mount", "start"]
