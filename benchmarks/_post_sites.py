"""The same Markdown posts as a site for each of several generators."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

_POST = """---
title: Post {number}
---
This is post **{number}**, with a [link](/) and some `code` in a paragraph of ordinary length.

## A list

- one
- two with *emphasis*
- three

```python
def answer() -> int:
    return {number}
```

The last paragraph says that post {number} ends here.
"""

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{{{ {title} }}}}</title></head>
<body><header><a href="/">Posts</a></header>
<main><article><h1>{{{{ {title} }}}}</h1>{{{{ {content} }}}}</article></main></body></html>
"""


class Command(NamedTuple):
    """How a site is built.

    Args:
        arguments: the program and its arguments.
        folder: where it runs.
        environment: its environment.
        out: where the pages are afterwards.
    """

    arguments: list[str]
    folder: Path
    environment: dict[str, str]
    out: Path


def write_posts(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"post-{number}.md").write_text(_POST.format(number=number), encoding="utf-8")


def pyui(folder: Path, count: int, *, jobs: int = os.cpu_count() or 1) -> Command:
    write_posts(folder / "posts", count)
    arguments = [sys.executable, "-m", "pyui", "build", "benchmarks._posts_app:app", "--jobs", str(jobs)]
    variables = {"PYTHONPATH": str(ROOT), "PYUI_BENCHMARK_POSTS": str(folder / "posts")}
    return Command([*arguments, "--out", str(folder / "dist")], ROOT, {**os.environ, **variables}, folder / "dist")


def eleventy(folder: Path, count: int) -> Command:
    write_posts(folder / "posts", count)
    (folder / "_includes").mkdir()
    (folder / "_includes" / "post.njk").write_text(_PAGE.format(title="title", content="content | safe"))
    (folder / "posts" / "posts.json").write_text('{"layout": "post.njk"}')
    return Command(["eleventy", "--quiet"], folder, dict(os.environ), folder / "_site")


def hugo(folder: Path, count: int) -> Command:
    write_posts(folder / "content" / "posts", count)
    (folder / "layouts" / "_default").mkdir(parents=True)
    single = _PAGE.format(title=".Title", content=".Content")
    (folder / "layouts" / "_default" / "single.html").write_text(single)
    kinds = '["taxonomy", "term", "home", "section", "RSS", "sitemap", "404"]'
    (folder / "config.toml").write_text(f'baseURL = "https://example.org/"\ndisableKinds = {kinds}\n')
    return Command(["hugo", "--quiet"], folder, dict(os.environ), folder / "public")


SITES: dict[str, Callable[[Path, int], Command]] = {"pyui": pyui, "eleventy": eleventy, "hugo": hugo}


def installed() -> dict[str, Callable[[Path, int], Command]]:
    """Returns pyui, and those of the others that are on the PATH."""
    return {name: make for name, make in SITES.items() if name == "pyui" or shutil.which(name) is not None}
