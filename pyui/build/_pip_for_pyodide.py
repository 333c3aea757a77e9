"""Runs pip as if it ran in the browser's Python: requirements may depend on the machine. A script of its own.

pip takes the tags of another machine as options, but not what the markers of requirements are compared with.
Called with a file of those values, as JSON, and pip's own arguments.
"""

import json
import sys
from pathlib import Path

import pip._vendor.packaging.markers as pip_markers
from pip._internal.cli.main import main

if __name__ == "__main__":
    values = json.loads(Path(sys.argv[1]).read_bytes())
    pip_markers.default_environment = lambda: values
    sys.exit(main(sys.argv[2:]))
