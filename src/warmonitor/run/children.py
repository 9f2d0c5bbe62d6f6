"""Child processes that read what comes from the network: one that dies or stalls costs one page."""

import json
import queue
import subprocess
import sys
from threading import Timer
from typing import Any

from warmonitor.model import FetchError
from warmonitor.run.child import LENGTH

STOPPED = "reading-stopped"
MEMORY, SECONDS = 1_000_000_000, 30
_TERM = 1_000  # questions after which a child is replaced, so that its memory stays flat


class _Child:
    """One child process; started when it is first asked."""

    def __init__(self, memory: int, seconds: int) -> None:
        self._limits, self._seconds = (str(memory), str(seconds)), seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def ask(self, question: bytes) -> bytes | None:
        """Return the answer, None where the child died or took too long."""
        try:
            answer = self._answered(self._ready(), question)
        except OSError:
            answer = None
        self._asked += 1
        if answer is None or self._asked >= _TERM:
            self.stop()
        return answer

    def _answered(self, process: subprocess.Popen[bytes], question: bytes) -> bytes | None:
        late = Timer(self._seconds, process.kill)
        late.start()
        try:
            assert process.stdin is not None
            process.stdin.write(question)
            process.stdin.flush()
            return _answer(process)
        finally:
            late.cancel()

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                _close(pipe)
        self._process, self._asked = None, 0

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "warmonitor.run.child", *self._limits]
            self._process = subprocess.Popen(  # noqa: S603  our own module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process


class Children:
    """So many child processes; threads may ask at the same time, and wait for one that is free."""

    def __init__(self, count: int = 2, memory: int = MEMORY, seconds: int = SECONDS) -> None:
        self._all = [_Child(memory, seconds) for _ in range(count)]
        self._free: queue.LifoQueue[_Child] = queue.LifoQueue()  # one that runs comes first
        for child in self._all:
            self._free.put(child)

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._all:
            child.stop()

    def ask(self, work: str, *blobs: bytes, **told: str) -> dict[str, Any]:
        """Have work done on bytes in a child process, and return what it tells.

        Raises:
            FetchError: when the bytes were too much for it.
        """
        head = json.dumps({"work": work, "told": told, "sizes": [len(blob) for blob in blobs]}).encode(
            "ascii"
        )
        child = self._free.get()
        try:
            answer = child.ask(b"".join((LENGTH.pack(len(head)), head, *blobs)))
        finally:
            self._free.put(child)
        if answer is None:
            raise FetchError(STOPPED, "It took more time or memory to read than is allowed.")
        found: dict[str, Any] = json.loads(answer)
        if "failed" in found:
            raise FetchError("reading-failed", f"It cannot be read ({found['failed']}).")
        return found


def _answer(process: subprocess.Popen[bytes]) -> bytes | None:
    assert process.stdout is not None
    head = process.stdout.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    size = LENGTH.unpack(head)[0]
    answer = process.stdout.read(size)
    return answer if len(answer) == size else None


def _close(pipe: Any) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:  # what was still to be written to a process that is gone
        pass
