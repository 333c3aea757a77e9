"""The data of a page has one place, which says whose data it is."""

import pytest

from pyui.router import data_path, page_path

PLACES = [
    ("/", "/_pyui/data.json"),
    ("/posts", "/_pyui/data/posts.json"),
    ("/posts/", "/_pyui/data/posts.json"),
    ("/posts/a%20b", "/_pyui/data/posts/a%20b.json"),
    ("/data.json", "/_pyui/data/data.json.json"),
]


@pytest.mark.parametrize(("page", "data"), PLACES)
def test_data_and_page(page: str, data: str) -> None:
    assert data_path(page) == data
    assert page_path(data) == (page.rstrip("/") or "/")


@pytest.mark.parametrize("path", ["/", "/posts.json", "/_pyui/data", "/_pyui/data/posts", "/_pyui/database.json"])
def test_other_paths_are_no_data(path: str) -> None:
    assert page_path(path) is None
