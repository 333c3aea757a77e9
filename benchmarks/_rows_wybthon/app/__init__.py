"""The page of `_rows_routes.py` in Wybthon, prerendered and hydrated."""
