"""What reads and renders the Markdown files. It never ships."""
