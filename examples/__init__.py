"""Apps made with pyui."""
