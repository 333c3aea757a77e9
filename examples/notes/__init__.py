"""Notes in Markdown: an example with a package of somebody else in the browser."""
