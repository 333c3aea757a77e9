"""Which paths are looked for among files: all of files and of data, and none of a usual page."""

import pytest

from pyui.router import data_path
from pyui.server._file_answers import is_file_path


@pytest.mark.parametrize(
    "path",
    [
        "/_pyui/abc/boot.js", "/static/", "/static/a.css", "/favicon.ico", "/robots.txt", "/service-worker.js",
        "/sitemap.xml", "/sitemap-12.xml", data_path("/"), data_path("/posts/5"),
    ],
)  # fmt: skip
def test_files_and_data(path: str) -> None:
    assert is_file_path(path)


@pytest.mark.parametrize("path", ["/", "/about", "/statics", "/_pyuix", "/posts/sitemap.xml", "/docs/static/"])
def test_pages(path: str) -> None:
    assert not is_file_path(path)
