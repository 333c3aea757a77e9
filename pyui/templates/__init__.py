"""Compiled templates: element calls in the user's functions become calls of functions that write markup.

Runs on the server alone, for it needs `ast`.
"""

from pyui.templates._compile import compile_functions, suspended
from pyui.templates._ship import Shipped

__all__ = ["Shipped", "compile_functions", "suspended"]
