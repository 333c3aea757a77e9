"""Compiled templates: element calls in the user's functions become calls of functions that write markup.

Runs on the server alone, for it needs `ast`.
"""

from pyui.templates._compile import compile_functions, suspended

__all__ = ["compile_functions", "suspended"]
