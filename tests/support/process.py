"""Waits for servers that run in processes of their own."""

import re
import subprocess
import threading

_RUNNING = re.compile(r"Uvicorn running on (http://[\d.]+:\d+)")


def listening_url(process: "subprocess.Popen[str]") -> str:
    """Reads the log of a server until it tells its address; from then on a thread keeps the pipe empty.

    Args:
        process: the server, its standard error a pipe.

    Returns:
        The base URL, without a slash at the end.

    Raises:
        RuntimeError: the process ended before.
    """
    assert process.stderr is not None
    log: list[str] = []
    for line in process.stderr:
        log.append(line)
        found = _RUNNING.search(line)
        if found is not None:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    raise RuntimeError("The server ended:\n" + "".join(log))
