"""`python -m pyui` is `pyui`."""

from pyui.cli import main

if __name__ == "__main__":
    main()
