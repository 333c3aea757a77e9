"""The lists of pages beside the pages. They are written line by line, because a site can have any number of pages."""

import json
from html import escape
from io import TextIOWrapper
from pathlib import Path
from typing import Self

from pyui.server._server_table import JoinedRoute

_MOST_IN_SITEMAP = 50_000  # the limit of sitemaps.org

_SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


class Manifest:
    """`prerendered-routes.json`: for each path its file, headers and hash.

    Args:
        file: the file to write.
    """

    def __init__(self, file: Path) -> None:
        self._stream = file.open("w", encoding="utf-8")
        self._before = "{\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.write("\n}\n" if self._before == ",\n" else "{}\n")
        self._stream.close()

    def add(self, path: str, file: str, headers: dict[str, str], digest: str) -> None:
        """Adds a page."""
        entry = json.dumps({"file": file, "headers": headers, "hash": digest}, ensure_ascii=False)
        self._stream.write(f"{self._before}{json.dumps(path)}: {entry}")
        self._before = ",\n"


class Sitemap:
    """`sitemap.xml` and `robots.txt`; with more than 50,000 pages an index and `sitemap-1.xml` and so on.

    Args:
        folder: the output folder.
        base_url: the address of the app's root, without a slash at its end; empty where it is not known, and then
            nothing is written.
    """

    def __init__(self, folder: Path, base_url: str) -> None:
        self._folder = folder
        self._base_url = base_url
        self._files: list[Path] = []
        self._stream: TextIOWrapper | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._finish_file()
        if len(self._files) == 1:
            self._files[0].rename(self._folder / "sitemap.xml")
        elif self._files:
            self._write_index()
        if self._base_url:
            text = (
                f"User-agent: *\nAllow: /\nSitemap: {self._base_url}/sitemap.xml\n"
                if self._files
                else "User-agent: *\n"
            )
            (self._folder / "robots.txt").write_text(text, encoding="utf-8")

    def add(self, path: str) -> None:
        """Adds a page by its path, percent-encoded."""
        if not self._base_url:
            return
        if self._count % _MOST_IN_SITEMAP == 0:
            self._start_file()
        assert self._stream is not None
        self._stream.write(f"<url><loc>{escape(self._base_url + path)}</loc></url>\n")
        self._count += 1

    def _start_file(self) -> None:
        self._finish_file()
        file = self._folder / f"sitemap-{len(self._files) + 1}.xml"
        self._files.append(file)
        self._stream = file.open("w", encoding="utf-8")
        self._stream.write(_SITEMAP.format(root="urlset"))

    def _finish_file(self) -> None:
        if self._stream is not None:
            self._stream.write("</urlset>\n")
            self._stream.close()
            self._stream = None

    def _write_index(self) -> None:
        places = "".join(f"<sitemap><loc>{escape(f'{self._base_url}/{f.name}')}</loc></sitemap>\n" for f in self._files)
        text = f"{_SITEMAP.format(root='sitemapindex')}{places}</sitemapindex>\n"
        (self._folder / "sitemap.xml").write_text(text, encoding="utf-8")


def host_pattern(entry: JoinedRoute) -> str:
    """Returns a route's pattern as static hosts write it: `/post/:id/*`."""
    parts = (
        "*" if item.takes_rest else f":{item.text or 'any'}" if item.kind else item.text for item in entry.segments
    )
    return "/" + "/".join(parts)
