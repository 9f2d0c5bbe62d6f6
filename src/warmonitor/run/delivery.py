"""What a watch fetched, into a store: read in turn by source, kept a transaction a document, then told.

The custody log is written first. What it has and the store has not, because either stopped between, is found
on the next start; a record that comes twice is kept once.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Condition, Thread
from typing import Protocol

from warmonitor.model import Capture, Issue, Outcome, RawReport, StoreError, WarmonitorError
from warmonitor.run.backlog import Backlog
from warmonitor.run.documents import cleaned_of
from warmonitor.run.ingest import custody
from warmonitor.stages.archive.fetch.pages import raw_page
from warmonitor.stages.archive.made import raw_report
from warmonitor.store.chain import Head
from warmonitor.store.files import write_whole
from warmonitor.store.made import Made
from warmonitor.store.store import Store, sighting_id

LATEST = 120.0  # seconds after which the account is renewed although more waits
_PAUSE = 0.05  # seconds for which a document is waited for before the readers are looked after
_TOGETHER = 100  # captures after which it is noted how far the store is
_READ = {Outcome.NEW, Outcome.CHANGED}

Told = Callable[[RawReport, bool], None]


class Reading(Protocol):
    """Whatever reads documents: processes of their own, as a rule."""

    def read(self, raws: Iterable[RawReport | None]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        """Yield each document with what was made of it; None among them is no document yet."""

    def stop(self) -> None:
        """Leave what is being read."""


class Log(Protocol):
    """Where captures come from."""

    def since(self, number: int) -> Iterator[Capture]:
        """Yield what was captured from a record of the log on."""

    def body(self, sha256: str) -> bytes:
        """Return the bytes of a hash."""


def concerns(capture: Capture) -> bool:
    """Say whether a store is told of a fetch: a report came, or a page went of which there was one."""
    fetch = capture.fetch
    report = fetch.kind in {"page", "entry"}
    return report and (fetch.outcome in _READ or (fetch.outcome is Outcome.GONE and bool(fetch.version)))


def raw_of(capture: Capture, content: bytes) -> RawReport | Issue:
    """Return the raw report that a capture is, an Issue where its bytes are none."""
    fetch = capture.fetch
    declared = fetch.hops[-1].header("content-type") if fetch.hops else ""
    if fetch.kind == "entry":
        hints = (("url", fetch.address), ("content-type", "text/html; charset=utf-8"))
        return raw_report(fetch.address, "text/html", content, hints)
    return raw_page(fetch.final, content, declared)


class Delivery:
    """Takes captures over from a watch; a thread has them read and keeps them.

    `tell` hears of each document once it is safe, `say` of each issue; `renew` is called when nothing waits
    any more, and at least every two minutes while documents come.
    """

    def __init__(
        self,
        store: Store,
        reading: Reading,
        mark: Path,
        tell: Told,
        say: Callable[[Issue], None],
        renew: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._reading, self._mark = store, reading, mark
        self._tell, self._say, self._renew = tell, say, renew
        self._body: Callable[[str], bytes] = store.raw.get
        self._changed = Condition()
        self._backlog, self._open, self._after = Backlog(), set[int](), 0
        self._reads: dict[str, list[Capture]] = {}
        self._fresh_since: float | None = None
        self._done, self._stopped = 0, False
        self._error: BaseException | None = None
        self._thread = Thread(target=self._work, name="delivery", daemon=True)

    def start(self, log: Log) -> None:
        """Begin with what the log has and the store has not."""
        self._body = log.body
        self._after = self._noted()
        found = log.since(self._after)
        while part := list(islice(found, _TOGETHER)):
            lacking = set(self._store.lacking([capture for capture in part if concerns(capture)]))
            for capture in part:
                self._hand(capture, capture in lacking)
        self._thread.start()

    def hand(self, capture: Capture) -> None:
        """Take a capture over.

        Raises:
            WarmonitorError: when the store cannot be written to any more.
        """
        self.check()
        self._hand(capture, concerns(capture))

    def _hand(self, capture: Capture, wanted: bool) -> None:
        with self._changed:
            self._after = capture.number + 1
            if wanted:
                self._open.add(capture.number)
                self._backlog.put(capture)

    def check(self) -> None:
        """Raise what went wrong with the store, if anything did."""
        if self._error is not None:
            raise self._error

    def drain(self) -> None:
        """Wait until all that was handed over is in the store, and the account is renewed."""
        with self._changed:
            self._changed.wait_for(self._idle)
        self.check()

    def stop(self) -> None:
        """End: what is being read is left, and is read the next time."""
        with self._changed:
            self._stopped = True
        self._reading.stop()
        if self._thread.is_alive():
            self._thread.join()
        if self._error is None:
            self._note()

    def _idle(self) -> bool:
        return self._error is not None or not (self._open or self._fresh_since is not None)

    def _work(self) -> None:
        try:
            for raw, made in self._reading.read(self._coming()):
                if self._stopped:
                    return
                captures = self._reads.pop(sighting_id(raw))
                self._kept(raw, self._store.keep(raw, made, custody(), captures), captures)
                for issue in cleaned_of(made[0])[1]:
                    if issue.code == "reading-failed":
                        self._say(issue)
        except BaseException as error:  # noqa: BLE001  raised again where it can be told
            with self._changed:
                self._error = _known(error)
                self._changed.notify_all()

    def _coming(self) -> Iterator[RawReport | None]:
        """Yield what is to be read, None while nothing is."""
        while not self._stopped:
            with self._changed:
                capture = self._backlog.take()
            if capture is not None:
                yield from self._looked_at(capture)
            elif not self._reads and self._fresh_since is not None:
                self._renewed()
            else:
                time.sleep(_PAUSE)
                yield None

    def _looked_at(self, capture: Capture) -> Iterator[RawReport]:
        """Yield the document of a capture if it is to be read; keep what else there is to keep."""
        if capture.fetch.outcome is Outcome.GONE:
            self._vanished(capture)
            return
        raw = raw_of(capture, self._body(capture.fetch.sha256))
        if isinstance(raw, Issue):
            self._store.note([raw, capture], custody())
            self._closed([capture])
        elif waiting := self._reads.get(sighting_id(raw)):
            waiting.append(capture)
        elif self._store.known([raw]):
            self._kept(raw, self._store.keep(raw, (), custody(), [capture]), [capture])
        else:
            self._reads[sighting_id(raw)] = [capture]
            yield raw

    def _vanished(self, capture: Capture) -> None:
        said = "The page was gone when it was looked at again; its last version stays."
        issue = Issue("page-gone", capture.fetch.address, said, fatal=False)
        self._store.note([issue, capture], custody())
        self._closed([capture])

    def _kept(self, raw: RawReport, new: bool, captures: list[Capture]) -> None:
        if any(capture.fetch.outcome is Outcome.CHANGED for capture in captures):
            said = "The page was changed; both versions are kept, and what they share counts once."
            self._store.note([Issue("page-changed", raw.source, said, fatal=False)], custody())
        self._tell(raw, new)
        self._closed(captures)
        if self._fresh_since is not None and time.monotonic() - self._fresh_since > LATEST:
            self._renewed()

    def _closed(self, captures: list[Capture]) -> None:
        with self._changed:
            self._open.difference_update(capture.number for capture in captures)
            self._fresh_since = self._fresh_since or time.monotonic()
            self._done += len(captures)
        if self._done >= _TOGETHER:
            self._note()

    def _renewed(self) -> None:
        """Renew the account; what keeps it from that is told, and costs nothing that was fetched."""
        try:
            self._renew()
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001  whatever reports may do to it
            said = f"The account could not be renewed ({type(error).__name__}); the reports are kept."
            self._say(Issue("account-not-renewed", "account", said, fatal=True))
        with self._changed:
            self._fresh_since = None
            self._changed.notify_all()

    def _note(self) -> None:
        """Write down up to where the store has all, and the head of its chain by which it is known."""
        self._done = 0
        with self._changed:
            whole = min(self._open, default=self._after)
        write_whole(self._mark, f"{whole} {self._store.head()}\n".encode("ascii"))

    def _noted(self) -> int:
        """Return up to where the store has all; 0 where it is another store, or an earlier copy of it."""
        try:
            number, _, head = self._mark.read_text("ascii").strip().partition(" ")
            return int(number) if self._store.had(Head.of(head)) else 0
        except (OSError, ValueError, StoreError):
            return 0


def _known(error: BaseException) -> BaseException:
    if isinstance(error, OSError):
        return StoreError(f"The store cannot be written to: {error.strerror or error}.")
    return error if isinstance(error, WarmonitorError) else StoreError(f"The store failed: {error!r}.")
