"""What no tracked text file may hold, and how long it may be."""

import re
import subprocess
from pathlib import Path

MOST_LINES = 500

# Put together from parts, so that this file does not hold them itself.
_REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("registry", "npmjs", "org"),
        ("files", "pythonhosted", "org"),
        ("pypi", "org"),
        ("deb", "debian", "org"),
        ("registry", "yarnpkg", "com"),
    )
)
_MACHINE_PATH = re.compile(
    r"(?<![\w.~}])(?:/(?:home|Users)/[A-Za-z][\w-]*/|/root[/]|/work/(?:main|shared)\b|/tmp/[a-z]+/)|\b[A-Z]:\\Users\\"
)


def tracked_text(root: Path) -> dict[str, str]:
    """Maps the path of each text file that git tracks, or would track, to its text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode()
    texts: dict[str, str] = {}
    for name in filter(None, listed.split("\0")):
        file = root / name
        content = file.read_bytes() if file.is_file() else b"\0"
        if b"\0" not in content:
            texts[name] = content.decode("utf-8")
    return texts


def file_lengths(texts: dict[str, str]) -> list[str]:
    """Lists the Python and JavaScript files that have grown too long to read at once."""
    lengths = {name: text.count("\n") for name, text in texts.items() if name.endswith((".js", ".py"))}
    return [
        f"{name} has {count} lines, more than {MOST_LINES}." for name, count in lengths.items() if count > MOST_LINES
    ]


def machine_paths(texts: dict[str, str]) -> list[str]:
    """Lists the lines that hold an absolute path of somebody's machine."""
    return [
        f"{name}:{number} holds the path {found.group()}."
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        for found in _MACHINE_PATH.finditer(line)
    ]


def registry_hosts(texts: dict[str, str]) -> list[str]:
    """Lists the lines that name the host of a package registry."""
    return [
        f"{name}:{number} names a registry host."
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if any(host in line for host in _REGISTRIES)
    ]
