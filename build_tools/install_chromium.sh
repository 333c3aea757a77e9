#!/usr/bin/env bash
# Installs Debian's Chromium for the browser tests, where no Chromium or Chrome is found.
set -euo pipefail

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
if ! command -v apt-get >/dev/null; then
    echo "No Chromium was found. Install Chromium or Chrome so that the browser tests can run." >&2
    exit 1
fi
"$(dirname "$0")/apt_install.sh" chromium
