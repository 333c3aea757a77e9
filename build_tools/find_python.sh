#!/usr/bin/env bash
# Prints the path of a Python that pyui can be developed with: the version in .python-version, else any from 3.12 on.
set -euo pipefail
cd "$(dirname "$0")/.."

question='import ensurepip, sys, venv; print(sys.executable); sys.exit(sys.version_info < (3, 12))'
wanted=$(tr -d '[:space:]' <.python-version)
versions="$(pyenv root 2>/dev/null || echo "${PYENV_ROOT:-$HOME/.pyenv}")/versions"

candidates=("python$wanted" "$versions/$wanted"*/bin/python3)
for minor in 14 13 12; do
    candidates+=("python3.$minor" "$versions/3.$minor"*/bin/python3)
done
candidates+=(python3 python)

for candidate in "${candidates[@]}"; do
    # A pyenv shim of a version that is not chosen is on the PATH and fails, so each one is asked.
    if found=$("$candidate" -c "$question" 2>/dev/null); then
        echo "$found"
        exit 0
    fi
done
echo "pyui needs Python 3.12 or newer with venv, and none was found. Install one, or name one: make PYTHON3=/path/to/python3" >&2
exit 1
