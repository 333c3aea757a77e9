"""Rules about the source tree.

Each gate is a function that lists violations; `tests/test_architecture.py` runs them all. A gate takes
source text rather than the tree, so that a test can feed it a known-bad input.
"""
