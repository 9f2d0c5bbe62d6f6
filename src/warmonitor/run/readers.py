"""Documents read in processes of their own, with limits: a bad page ends one of them, never the program."""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from warmonitor.model import Issue, RawReport, ReaderError
from warmonitor.run.documents import Tools, load_tools, nothing_extracted, read_document
from warmonitor.run.placing import placing_made
from warmonitor.run.versions import NO_OPTIONS, version_of
from warmonitor.store.codec import encode
from warmonitor.store.made import CLEAN, Made
from warmonitor.store.store import sighting_id

if sys.platform != "win32":
    import resource

SECONDS = 120.0  # that a document may take, loading left out
MEMORY = 6_000_000_000  # bytes that a process may address, most of them mapped files
TRIES = 2  # a document that ends its process so often is given up
_SOON = 0.1  # seconds after which it is asked again what is to be read
STILLBORN = 3  # processes that may end before they have begun

Task = tuple[RawReport, int]


def given_up(raw: RawReport, said: str) -> list[Made]:
    """Return what is kept of a document that could not be read within the limits."""
    issue = Issue("reading-failed", raw.source, said, fatal=True)
    content = encode((None, (issue,)))
    cleaned = Made(CLEAN, raw.report_id, sighting_id(raw), version_of(CLEAN), NO_OPTIONS, content)
    return [cleaned, nothing_extracted(raw), placing_made(cleaned, None)]


@dataclass(slots=True)
class _Reader:
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    task: Task | None = None
    since: float = 0.0

    def give(self, task: Task) -> None:
        self.task, self.since = task, time.monotonic()
        with contextlib.suppress(OSError):  # a reader that is gone is found by its end of the pipe
            self.pipe.send(task[0])

    def late(self) -> bool:
        return self.task is not None and time.monotonic() - self.since > SECONDS

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


@dataclass(slots=True)
class _Coming:
    """Documents that are to come; `first` is the next of them, None where there is none now."""

    raws: Iterator[RawReport | None]
    first: RawReport | None = None
    more: bool = True

    def look(self) -> None:
        """Look for the next document."""
        try:
            self.first = next(self.raws) if self.more else None
        except StopIteration:
            self.first, self.more = None, False


@dataclass(slots=True)
class Readers:
    """So many processes that read documents; each loads what it needs once, when the first comes.

    `target` is what they run, `serve` if nothing else is named.
    """

    count: int
    references: Path | None
    target: Callable[[Connection, Path | None], None] | None = None
    _all: list[_Reader] = field(default_factory=list)
    _stillborn: int = 0
    _stopped: bool = False

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_: object) -> None:
        for reader in self._all:
            reader.end()

    def stop(self) -> None:
        """Leave what is being read; another thread may say so."""
        self._stopped = True

    def read(self, raws: Iterable[RawReport | None]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        """Yield each document with what was made of it, in the order in which they are done.

        None among them says that nothing is to be read for now; what comes then is asked for again soon.
        """
        coming = _Coming(iter(raws))
        again: list[Task] = []
        coming.look()
        while not self._stopped and (coming.more or again or any(reader.task for reader in self._all)):
            if coming.first is not None and not self._all:
                self._all = [self._started() for _ in range(self.count)]
            for reader in [one for one in self._all if one.ready and one.task is None]:
                if again:
                    reader.give(again.pop())
                elif coming.first is not None:
                    reader.give((coming.first, 1))
                    coming.look()
            for reader in self._stirring(_SOON if coming.more and coming.first is None else 1.0):
                yield from self._heard(reader, again)
            if coming.first is None:
                coming.look()

    def _stirring(self, seconds: float) -> list[_Reader]:
        """Return the readers that have said something, have ended or are late."""
        heard = set(wait([reader.pipe for reader in self._all], seconds)) if self._all else set()
        return [reader for reader in self._all if reader.pipe in heard or reader.late()]

    def _heard(self, reader: _Reader, again: list[Task]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        try:
            said = reader.pipe.recv() if reader.pipe.poll() else None
        except (EOFError, OSError):
            said = None
        if said is None:
            yield from self._replaced(reader, again)
        elif reader.task is None:
            reader.ready = True
        else:
            (raw, _), reader.task = reader.task, None
            yield raw, said

    def _replaced(self, reader: _Reader, again: list[Task]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        """Put another process in the place of one that ended or is late, and its document back or up."""
        late, task = reader.late(), reader.task
        reader.end()
        self._stillborn += not reader.ready
        if self._stillborn > STILLBORN:
            raise ReaderError("Processes that read documents end before they have begun.")
        self._all[self._all.index(reader)] = self._started()
        if task is not None and not late and task[1] < TRIES:
            again.append((task[0], task[1] + 1))
        elif task is not None:
            limit = f"took longer than {SECONDS:.0f} seconds" if late else "ended the process that read it"
            yield task[0], given_up(task[0], f"Reading it {limit}; its bytes are kept.")

    def _started(self) -> _Reader:
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=self.target or serve, args=(theirs, self.references), daemon=True)
        process.start()
        theirs.close()
        return _Reader(process, mine)


def serve(pipe: Connection, references: Path | None) -> None:
    """Read documents that come through a pipe until it is closed; say first that all is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    with contextlib.suppress(EOFError, OSError):
        tools = load_tools(references)
        _limit()
        pipe.send(True)
        while True:
            raw: RawReport = pipe.recv()
            pipe.send(_read(raw, tools))
    os._exit(0)


def _read(raw: RawReport, tools: Tools) -> Sequence[Made]:
    try:
        return read_document(raw, tools)
    except (MemoryError, RecursionError):
        return given_up(raw, "Reading it needs more memory than is allowed; its bytes are kept.")


def _limit() -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
