"""What builds pyui itself. Standard library only, so that it runs before anything is installed."""
