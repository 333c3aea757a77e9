"""An app with client packages: one of pure Python, and one that is compiled."""
