"""Follows all links of a site, as a visitor without scripts could."""

import re
from collections import defaultdict, deque
from html.parser import HTMLParser
from typing import NamedTuple, override

import httpx

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
_REFRESH = re.compile(r"\d+; url=(.*)")


class Crawled(NamedTuple):
    """What a crawl found.

    Args:
        titles: the title of each page, by its path.
        problems: what is wrong, a sentence each.
    """

    titles: dict[str, str]
    problems: list[str]


def crawl(url: str) -> Crawled:
    """Visits all that a site links to.

    Args:
        url: the address of its first page, with a slash at the end. All of the site is below it.
    """
    found = _Crawl(httpx.URL(url))
    with httpx.Client() as client:
        while found.pending:
            found.visit(client, found.pending.popleft())
    return Crawled(found.titles, found.problems + found.broken_fragments() + found.duplicate_titles())


class _Crawl:
    def __init__(self, start: httpx.URL) -> None:
        self.start = start
        self.pending = deque([start])
        self.titles: dict[str, str] = {}
        self.problems: list[str] = []
        self._seen = {start}
        self._moved: dict[httpx.URL, httpx.URL] = {}
        self._ids: dict[httpx.URL, set[str]] = {}
        self._fragments: set[tuple[httpx.URL, httpx.URL]] = set()
        self._links_to: dict[httpx.URL, httpx.URL] = {}

    def visit(self, client: httpx.Client, url: httpx.URL) -> None:
        response = client.get(url)
        if response.is_redirect:
            self._moved[url] = self._follow(url, response.headers["location"])
        elif response.status_code != 200:
            self.problems.append(f"{url.path} answers {response.status_code}; {self._links_to.get(url)} links to it")
        elif response.headers["content-type"].startswith("text/html"):
            self._read(url, response.text)

    def _read(self, url: httpx.URL, text: str) -> None:
        page = _Page()
        page.feed(text)
        self._ids[url] = page.ids
        if page.moved_to:
            self._moved[url] = self._follow(url, page.moved_to)
            return
        if not page.title:
            self.problems.append(f"{url.path} has no title")
        self.titles[url.path] = page.title
        for link in page.links:
            self._follow(url, link)

    def _follow(self, page: httpx.URL, link: str) -> httpx.URL:
        """Takes note of a link; returns where it leads, without its fragment."""
        linked = page.join(link)
        target = linked.copy_with(fragment=None)
        if target.host != self.start.host or target.scheme not in ("http", "https"):
            return target
        if not f"{target.path}/".startswith(self.start.path):
            self.problems.append(f"{page.path} links to {target.path}, which is not below {self.start.path}")
            return target
        if linked.fragment:
            self._fragments.add((page, linked))
        if target not in self._seen:
            self._seen.add(target)
            self._links_to[target] = page
            self.pending.append(target)
        return target

    def broken_fragments(self) -> list[str]:
        problems: list[str] = []
        for page, linked in self._fragments:
            target = linked.copy_with(fragment=None)
            while target in self._moved:
                target = self._moved[target]
            if target in self._ids and linked.fragment not in self._ids[target]:
                problems.append(f"{page.path} links to {linked.path}#{linked.fragment}, which does not exist")
        return sorted(problems)

    def duplicate_titles(self) -> list[str]:
        paths: dict[str, list[str]] = defaultdict(list)
        for path, title in self.titles.items():
            paths[title].append(path)
        return [f"{title!r} is the title of {', '.join(same)}" for title, same in paths.items() if len(same) > 1]


class _Page(HTMLParser):
    """The links, ids and title of a document. A form that posts is no link."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.title = ""
        self.moved_to = ""
        self._in_title = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.update({values["id"]} if "id" in values else ())
        self._in_title = tag == "title" and not self.title
        refresh = _REFRESH.fullmatch(values.get("content", "")) if values.get("http-equiv") == "refresh" else None
        if refresh is not None:
            self.moved_to = refresh[1]
        link = values.get(_LINKS.get(tag, ""))
        if link is not None and values.get("method", "").lower() != "post":
            self.links.append(link)

    @override
    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    @override
    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
