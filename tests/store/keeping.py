"""Children that keep documents and are stopped: each is forked from a process that has loaded all it needs.

`python keeping.py` reads a job a line (JSON) and answers with the pid of the child, then with its exit code.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from kept_documents import NOW, Place, made_of, raw_report
from postgres_server import binaries
from watched import into

from warmonitor.model import StoreError
from warmonitor.store import points
from warmonitor.store.backup import back_up
from warmonitor.store.migrate import newest

DONE, TOLD, KILLED = 0, 3, -signal.SIGKILL


class Keeper:
    """A process that forks children; `preload` is a library that lets calls fail."""

    def __init__(self, preload: Path | None = None) -> None:
        here = Path(__file__).parent
        path = os.pathsep.join([str(here), *filter(None, sys.path)])
        extra = {"LD_PRELOAD": str(preload)} if preload else {}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PATH": f"{binaries()}:{os.environ['PATH']}", "PYTHONPATH": path, **extra},
        )

    def start(self, place: Place, acks: Path, numbers: range, **job: Any) -> int:
        """Start a child that keeps documents and writes the number of each to `acks`; return its pid."""
        told = {"store": place.store, "raw": place.raw and str(place.raw), "acks": str(acks), **job}
        self._say({**told, "numbers": [numbers.start, numbers.stop]})
        return int(self._hear())

    def end(self) -> int:
        """Wait for the child and return its exit code."""
        self._say({})
        return int(self._hear())

    def run(self, place: Place, acks: Path, numbers: range, **job: Any) -> int:
        self.start(place, acks, numbers, **job)
        return self.end()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _say(self, told: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


def acknowledged(acks: Path) -> list[int]:
    return [int(line) for line in acks.read_text().split()] if acks.exists() else []


def main() -> None:
    newest()  # loaded once, not in each child
    children: list[int] = []
    for line in sys.stdin:
        if job := json.loads(line):
            if job.get("script"):
                warm(Path(job["script"]))
            children.append(os.fork() or _child(job))
            _answer(children[-1])
        else:
            _answer(os.waitstatus_to_exitcode(os.waitpid(children.pop(0), 0)[1]))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _child(job: dict[str, Any]) -> int:
    code = 1
    try:
        code = _keep(job)
    finally:
        sys.stderr.flush()
        os._exit(code)


def _keep(job: dict[str, Any]) -> int:
    if stop := job.get("stop"):
        points.watch(_killer(*stop))
    if fault := job.get("fault"):
        below, at, error, always = fault
        ctypes.CDLL(None).fault_arm(below.encode(), ctypes.c_long(at), error, always)
    try:
        _work(job)
    except (StoreError, OSError):
        code = TOLD
    else:
        code = DONE
    if not fault:
        return code
    calls = ctypes.CDLL(None).fault_seen()
    Path(job["acks"]).with_suffix(".calls").write_text(str(calls))
    return code + 100 if calls < fault[1] else code  # it was never reached


def warm(folder: Path) -> None:
    """Load what steps need, once and not in each child."""
    import scripted  # noqa: PLC0415

    scripted.look_ups()
    scripted.Script(folder).documents()


def _work(job: dict[str, Any]) -> None:
    if job.get("script"):
        import scripted  # noqa: PLC0415

        place = Place(job["store"], job["raw"] and Path(job["raw"]))
        scripted.run(place, scripted.Script(Path(job["script"])), job["steps"], Path(job["acks"]))
        return
    acks = os.open(job["acks"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    with Place(job["store"], job["raw"] and Path(job["raw"])).open() as store:
        if job.get("watch"):
            into(store, range(*job["numbers"]), lambda number: os.write(acks, b"%d\n" % number))
            return
        for number in range(*job["numbers"]):
            store.keep(raw_report(number), made_of(raw_report(number)), NOW)
            os.write(acks, b"%d\n" % number)
        if copy := job.get("copy"):
            back_up(store, Path(copy))


def _killer(point: str, nth: int) -> Any:
    met: Counter[str] = Counter()

    def reached(name: str) -> None:
        met[name] += 1
        if name == point and met[name] == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    return reached


if __name__ == "__main__":
    main()
