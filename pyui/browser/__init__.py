"""What runs in the browser alone: the binder. Imported by the JavaScript runtime."""

from pyui.browser._boot import hydrate, start

__all__ = ["hydrate", "start"]
