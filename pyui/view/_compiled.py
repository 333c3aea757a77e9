"""The templates of the user's modules. Runs on both sides.

Empty here: each client bundle holds a module of this name with those of its own modules.
"""
