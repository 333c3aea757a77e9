"""The scripts behind `make setup`, on machines that have or lack what they look for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.paths import ROOT


class Machine:
    """A PATH with nothing on it but what a script calls, and no pyenv but a given one."""

    def __init__(self, folder: Path) -> None:
        self.bin, self.pyenv, self.calls = folder / "bin", folder / "pyenv", folder / "calls"
        self.bin.mkdir()
        for name in ("bash", "dirname", "env", "id", "tr"):
            (self.bin / name).symlink_to(str(shutil.which(name)))

    def add(self, name: str, body: str) -> None:
        file = self.bin / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!{self.bin}/bash\n{body}\n")
        file.chmod(0o755)

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.bin), "PYENV_ROOT": str(self.pyenv), "HOME": str(self.bin)}
        return subprocess.run(
            [ROOT / "build_tools" / script], env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


WANTED = (ROOT / ".python-version").read_text().strip()


def test_no_python(machine: Machine) -> None:
    result = machine.run("find_python.sh")
    assert result.returncode == 1
    assert "Python 3.12 or newer" in result.stderr
    assert result.stdout == ""


def test_python_that_is_too_old_or_fails(machine: Machine) -> None:
    machine.add(f"python{WANTED}", "exit 127")
    machine.add("python3", "echo /old/python; exit 1")
    assert machine.run("find_python.sh").returncode == 1


def test_wanted_python_comes_first(machine: Machine) -> None:
    machine.add("python3", "echo other")
    machine.add(f"python{WANTED}", "echo wanted")
    assert machine.run("find_python.sh").stdout == "wanted\n"


def test_python_of_pyenv_whose_shim_fails(machine: Machine) -> None:
    machine.add(f"python{WANTED}", "exit 127")
    real = machine.pyenv / "versions" / "3.12.1" / "bin" / "python3"
    real.parent.mkdir(parents=True)
    real.write_text(f'#!{machine.bin}/bash\nexec "{sys.executable}" "$@"\n')
    real.chmod(0o755)
    assert Path(machine.run("find_python.sh").stdout.strip()) == Path(sys.executable)


def test_chromium_is_there(machine: Machine) -> None:
    machine.add("google-chrome", "exit 0")
    machine.add("apt-get", f"echo called >> {machine.calls}")
    assert machine.run("install_chromium.sh").returncode == 0
    assert not machine.calls.exists()


def test_chromium_is_installed(machine: Machine) -> None:
    machine.add("apt-get", f'echo "$@" >> {machine.calls}')
    machine.add("sudo", '"$@"')
    assert machine.run("install_chromium.sh").returncode == 0
    update, install = machine.calls.read_text().splitlines()
    assert update.startswith("update")
    assert install.startswith("install")
    assert install.endswith(" chromium")


def test_chromium_on_another_system(machine: Machine) -> None:
    result = machine.run("install_chromium.sh")
    assert result.returncode == 1
    assert "Install Chromium" in result.stderr


def test_other_browsers_are_there(machine: Machine) -> None:
    for name in ("firefox", "WebKitWebDriver", "xvfb-run"):
        machine.add(name, "exit 0")
    machine.add("apt-get", f"echo called >> {machine.calls}")
    assert machine.run("install_other_browsers.sh").returncode == 0
    assert not machine.calls.exists()


def test_other_browsers_are_installed(machine: Machine) -> None:
    machine.add("WebKitWebDriver", "exit 0")
    machine.add("apt-get", f'echo "$@" >> {machine.calls}')
    machine.add("sudo", '"$@"')
    assert machine.run("install_other_browsers.sh").returncode == 0
    assert machine.calls.read_text().splitlines()[1].endswith(" firefox-esr xvfb xauth")


def test_other_browsers_on_another_system(machine: Machine) -> None:
    result = machine.run("install_other_browsers.sh")
    assert result.returncode == 0
    assert "firefox-esr webkit2gtk-driver xvfb xauth" in result.stderr


def test_scripts_can_be_started() -> None:
    scripts = [*(ROOT / "build_tools").glob("*.sh"), ROOT / ".ci" / "run"]
    assert all(os.access(script, os.X_OK) for script in scripts)
