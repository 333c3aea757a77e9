"""The plugin, in projects of its own: what it lets pass, and what it sees."""

import subprocess
import sys

import pytest

PAGES = """
from pyui import Ref, Route, component, is_server, on_mount, signal
from pyui.html import button, div, p

@component
def Good():
    count = signal(0)
    return div(p(count), button("+", on_click=lambda: count.update(lambda n: n + 1)))

@component
def Static():
    return p("static")

@component
def Mutates():
    count = signal(0)
    on_mount(lambda: count.set(1))
    return p(count)

@component
def Differs():
    return p("server" if is_server() else "browser", signal(0))

@component
def Fails():
    on_mount(lambda: 1 / 0)
    return p(signal(0))

@component
def Loses():
    ref = Ref()
    on_mount(replace_all(ref))
    return p("text", ref=ref)

def replace_all(ref):
    def replace():
        ref.current.innerHTML = "<b>text</b>"
    return replace

routes = [
    Route("/", Good), Route("/static", Static), Route("/mutates", Mutates), Route("/differs", Differs),
    Route("/fails", Fails), Route("/loses", Loses),
]
"""

APP = """
from pyui import App

app = App("pages:routes")
other = App("pages:routes", title="Other")
"""

TESTS = """
import httpx
import pytest
from pyui.testing import NotHydratedError

def test_good(hydrated_page, pyui_server):
    page = hydrated_page(pyui_server + "/")
    page.get_by_role("button").click()
    assert page.locator("p").inner_text() == "1"

@pytest.mark.parametrize(("path", "problem"), [
    ("/static", "has nothing live"),
    ("/mutates", "mutation: text of <p>"),
    ("/differs", "console: .PYUI401.*mismatches: 1"),
    ("/fails", "console: .*ZeroDivisionError"),
    ("/nowhere", "nothing live"),
])
def test_bad(hydrated_page, path, problem):
    with pytest.raises(NotHydratedError, match=problem.replace(".*", r"[\\s\\S]*")):
        hydrated_page(path)

def test_changes_that_are_meant(hydrated_page):
    assert hydrated_page("/mutates", may_change=True).locator("p").inner_text() == "1"
    with pytest.raises(NotHydratedError, match='lost node: #text "text"'):
        hydrated_page("/loses", may_change=True)
"""

SERVER = """
import httpx
import pytest
from shop import other

def title(url):
    return httpx.get(url).text.partition("<title>")[2].partition("</title>")[0]

urls = []

@pytest.mark.parametrize("turn", range(2))
def test_setting(pyui_server, turn):
    urls.append(pyui_server)
    assert title(pyui_server) == "pyui"
    assert urls[0] == pyui_server

@pytest.mark.pyui_app("shop:other")
def test_marker(pyui_server):
    assert title(pyui_server) == "Other"

class TestOverride:
    @pytest.fixture
    def pyui_app(self):
        return other

    def test_override(self, pyui_server):
        assert title(pyui_server) == "Other"
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with an app that the settings name."""
    pytester.makepyfile(pages=PAGES, shop=APP)
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\npyui_app = "shop:app"\naddopts = "-p no:cacheprovider"\n')
    return pytester


def test_hydrated_page(project: pytest.Pytester, browser_type_launch_args: object) -> None:
    project.makepyfile(test_pages=TESTS)
    project.runpytest_subprocess().assert_outcomes(passed=7)


def test_pyui_server(project: pytest.Pytester) -> None:
    project.makepyfile(test_server=SERVER)
    project.runpytest_subprocess().assert_outcomes(passed=4)


def test_without_an_app(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(pyui_server): pass")
    pytester.runpytest_subprocess().stdout.fnmatch_lines(["*PYUI702*Nothing says which app*"])


WITHOUT_EXTRA = """
from importlib.machinery import PathFinder

class Find:
    find = PathFinder.find_spec

    def __call__(self, name, path=None, target=None):
        missing = name.partition(".")[0] in ("html5lib", "playwright", "pytest_playwright")
        return None if missing else self.find(name, path, target)

PathFinder.find_spec = Find()
"""

ASKING = """
from pyui import render_to_string
from pyui.html import p
from pyui.testing import MissingExtraError, assert_hydrates, render
import pytest

def test_plain():
    assert render_to_string(p("x")) == "<p>x</p>"

def test_render():
    with pytest.raises(MissingExtraError, match=r"PYUI701.*html5lib.*pyui\\[testing\\]"):
        render(p("x"))

def test_browser(hydrated_page):
    pass
"""


def test_without_the_extra(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    project.makepyfile(sitecustomize=WITHOUT_EXTRA, test_asking=ASKING)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", str(project.path))
    done = project.runpytest_subprocess("-p", "pyui.testing.plugin")
    done.assert_outcomes(passed=2, errors=1)
    done.stdout.fnmatch_lines(
        ["*PYUI701*A browser was asked for, and pytest-playwright is not installed.*pyui?testing?*"]
    )


def test_importing_pyui_imports_nothing_of_it() -> None:
    wanted = "[name for name in ('pytest', 'pyui.testing') if name in sys.modules]"
    program = f"import sys, pyui, pyui.html, pyui.server; print({wanted})"
    assert subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout == "[]\n"
