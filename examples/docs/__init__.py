"""The documentation of pyui as a static site, with live examples in its pages."""
