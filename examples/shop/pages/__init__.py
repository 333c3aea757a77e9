"""The pages. They ship to the browser."""
