#!/usr/bin/env bash
# Installs Debian's Firefox and WebKit for `make test-browsers`, where they are not found. Without them it skips its tests.
set -euo pipefail

missing=()
if ! command -v firefox-esr >/dev/null && ! command -v firefox >/dev/null; then
    missing+=(firefox-esr)
fi
if ! command -v WebKitWebDriver >/dev/null; then
    missing+=(webkit2gtk-driver)
fi
if ! command -v xvfb-run >/dev/null; then
    missing+=(xvfb xauth)
fi
if [ "${#missing[@]}" -eq 0 ]; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Not found, and not installed without apt-get: ${missing[*]}. Tests that need them will be skipped." >&2
    exit 0
fi
"$(dirname "$0")/apt_install.sh" "${missing[@]}"
