"""Several workers of uvicorn serve one app: all of them answer, with the same pages and the same assets."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest

_SECONDS = 60


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    options = ["--workers", "2", "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen([sys.executable, "-m", "uvicorn", "tests.support.workers_app:app", *options])
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_SECONDS)


def from_both(url: str) -> list[httpx.Response]:
    """Asks until two processes have answered."""
    answers: dict[str, httpx.Response] = {}
    end = time.monotonic() + _SECONDS
    while len(answers) < 2 and time.monotonic() < end:
        try:
            answer = httpx.get(url)  # each on a connection of its own, which either process may take
        except httpx.ConnectError:
            continue
        answers[answer.headers["x-process"]] = answer
    return list(answers.values())


@pytest.mark.parametrize("path", ["/", "/live"])
def test_all_workers_answer_with_the_same_page(url: str, path: str) -> None:
    one, other = from_both(url + path)
    assert one.status_code == other.status_code == 200
    assert one.text == other.text
    assert one.headers["etag"] == other.headers["etag"]


def test_all_workers_have_the_assets_of_the_page(url: str) -> None:
    page, _ = from_both(f"{url}/live")
    found = re.findall(r'"(?:stdlib|/lib/client.zip)":"([^"]+)"', page.text)
    assert len(found) == 2
    for _ in range(10):
        assert [httpx.get(url + name).status_code for name in found] == [200, 200]
