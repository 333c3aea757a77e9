"""Renders a component in processes with different hash seeds: the order of sets is another in each.

Run as a program, it renders components: it reads which from standard input and writes the HTML to standard output.
"""

import atexit
import importlib.util
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, TextIO

from pyui._location import Location
from pyui.testing._errors import NotHydratedError, NotImportableError
from pyui.testing._traced import traced_render
from pyui.view import Component, Encoder, decode

SEEDS = ("1", "2")


class _Worker:
    """A process with one hash seed, which renders what it is told to until this process ends.

    Args:
        seed: the hash seed.
    """

    def __init__(self, seed: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-m", __name__],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def send(self, job: str) -> None:
        """Tells it what to render."""
        if self._process.stdin is not None:
            self._process.stdin.write(job + "\n")
            self._process.stdin.flush()

    def answer(self) -> dict[str, str]:
        """Waits for `html` or `error`."""
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        found: dict[str, str] = json.loads(line) if line else {"error": "The process ended."}
        return found

    def stop(self) -> None:
        """Ends the process."""
        self._process.communicate()


_workers: dict[str, _Worker] = {}


def stop_workers() -> None:
    """Ends the processes; the next render starts new ones."""
    while _workers:
        _workers.popitem()[1].stop()


atexit.register(stop_workers)


def render_under_seeds(
    component: Component[..., Any], props: Mapping[str, Any], transferred: Mapping[str, Any]
) -> list[str]:
    """Renders a component once under each of two hash seeds.

    Args:
        component: the component.
        props: its props; they travel as a page's do.
        transferred: values that the page's own render has computed for the browser.

    Returns:
        The HTML of each.

    Raises:
        NotImportableError: the component is defined in a function, so that no other process has it.
        EncodeError: a prop cannot travel.
        NotHydratedError: it cannot be rendered there.
    """
    job = _job(component, props, transferred)
    for seed in SEEDS:
        if seed not in _workers:
            _workers[seed] = _Worker(seed)
        _workers[seed].send(job)
    answers = [_workers[seed].answer() for seed in SEEDS]
    for answer in answers:
        if "error" in answer:
            stop_workers()
            what = f"{component.name} could not be rendered in a process of its own:\n{answer['error']}"
            raise NotHydratedError(what, "A component needs nothing but its props: see the traceback.")
    return [answer["html"] for answer in answers]


def _job(component: Component[..., Any], props: Mapping[str, Any], transferred: Mapping[str, Any]) -> str:
    code = component.function.__code__
    if "<locals>" in component.__qualname__:
        what = f"{component.name} is defined in a function, so that it cannot be rendered in another process."
        raise NotImportableError(
            what, "Define it at the top of a module.", where=Location(code.co_filename, code.co_firstlineno)
        )
    encoders = Encoder("props"), Encoder("transfer")
    values = [encoder.encode(dict(given)) for encoder, given in zip(encoders, (props, transferred), strict=True)]
    modules = sorted({cls.__module__ for encoder in encoders for cls in encoder.classes})
    return json.dumps({
        "path": sys.path,
        "module": component.__module__,
        "file": code.co_filename,
        "name": component.__qualname__,
        "modules": modules,
        "values": values,
    })  # fmt: skip


def _module(name: str, file: str) -> ModuleType:
    """Imports a module by its name, or where that leads nowhere, as with some tests, from its file."""
    try:
        found = importlib.util.find_spec(name)
    except ModuleNotFoundError:
        found = None
    if found is not None:
        return import_module(name)
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"No module named {name!r} in {file!r}", name=name)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _find(module: ModuleType, name: str) -> Any:
    found: Any = module
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _render(job: Mapping[str, Any]) -> str:
    sys.path[:] = job["path"]
    component = _find(_module(job["module"], job["file"]), job["name"])
    for name in job["modules"]:
        import_module(name)
    props, transferred = (decode(value, sys.modules.__contains__) for value in job["values"])
    return traced_render(component(**props), transferred).html


def main(jobs: Iterable[str], answers: TextIO) -> None:
    """Renders the components that jobs name.

    Args:
        jobs: a line of JSON for each.
        answers: gets a line of JSON for each.
    """
    for job in jobs:
        try:
            answer = {"html": _render(json.loads(job))}
        except Exception:  # noqa: BLE001 - the boundary between the processes: the other one raises it
            answer = {"error": traceback.format_exc()}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    out = sys.stdout
    sys.stdout = sys.stderr  # what components print is no answer
    main(sys.stdin, out)
