"""Measures how long `import pyui` takes in a new process, by Python's own `-X importtime`.

Bytecode is read as after an installation: it was written by a run that does not count. `--no-bytecode` compiles all
modules each time, as where nothing may be written.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile

_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def import_times(environment: dict[str, str]) -> dict[str, int]:
    """Returns the microseconds of each module that `import pyui` brings, without those that it imports itself."""
    command = [sys.executable, "-X", "importtime", "-c", "import pyui"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found = [_LINE.match(line) for line in run.stderr.splitlines()]
    names = [(match[4], int(match[1])) for match in found if match is not None]
    behind = [name for name, _ in names].index("site") + 1  # what comes before is Python's own start
    return dict(names[behind:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="how many processes are started (30)")
    parser.add_argument("--no-bytecode", action="store_true", help="compile all modules in each of them")
    parser.add_argument("--quick", action="store_true", help="two processes, to see that it runs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        if given.no_bytecode:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        import_times(environment)
        rounds = [import_times(environment) for _ in range(2 if given.quick else given.rounds)]
    totals = [sum(times.values()) / 1000 for times in rounds]
    modules = rounds[0]
    own = sum(1 for name in modules if name.startswith("pyui"))
    text = f"median {statistics.median(totals):.1f} ms, least {min(totals):.1f} ms, most {max(totals):.1f} ms"
    print(f"import pyui: {text}; {own} modules of pyui, {len(modules) - own} of the standard library")
    medians = {name: statistics.median(times.get(name, 0) for times in rounds) for name in modules}
    for name in sorted(medians, key=medians.__getitem__, reverse=True)[:10]:
        print(f"{medians[name] / 1000:6.2f} ms  {name}")


if __name__ == "__main__":
    main()
