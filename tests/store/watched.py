"""A watch over made pages that nobody serves: fetched from nowhere, read by no parser, kept for real."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kept_documents import TEXT, made_of

from warmonitor.model import Fetch, Hop, Issue, Outcome, RawReport
from warmonitor.run.delivery import Delivery
from warmonitor.run.fetching import Known, Result
from warmonitor.run.sources import Plan, Source
from warmonitor.run.watch import Watch
from warmonitor.stages.archive.fetch.turns import Task
from warmonitor.store.captures import Captures
from warmonitor.store.made import Made
from warmonitor.store.rawfolder import CAPTURES
from warmonitor.store.store import Store

HOST = "https://harbour.example"
ASKED = (("Host", "harbour.example"), ("User-Agent", "warmonitor/1"))
HEAD = (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"1"'))
AT = 1_600_000_000.0


def page(number: int, words: str = "") -> bytes:
    told = TEXT.format(number) * 3
    return f"<html><body><article><p>{number}: {told}{words}</p></article></body></html>".encode()


@dataclass
class Site:
    """What the site serves by number: a page, None where it is gone."""

    pages: dict[int, bytes | None]
    sources: dict[int, str] = field(default_factory=dict)
    at: float = AT

    def fetch(self, task: Task, source: Source, known: Known) -> Result:
        """Fetch from nowhere; other bytes are a further version."""
        if task.kind == "feed":
            body = f"{sorted(self.pages)} of {source.name}".encode()
            mine = [n for n in self.pages if self.sources.get(n, source.name) == source.name]
            links = tuple(f"{HOST}/{number}" for number in mine)
            return Result(task, (self._fetched(task, source, known, body),), pages=links)
        found = self.pages[int(task.address.rsplit("/", 1)[1])]
        return Result(task, (self._fetched(task, source, known, found),))

    def _fetched(self, task: Task, source: Source, known: Known, body: bytes | None) -> Fetch:
        before = known.last.version if known.last else ""
        sha256 = hashlib.sha256(body or b"").hexdigest()
        outcome = Outcome.GONE if body is None else Outcome.CHANGED if before else Outcome.NEW
        outcome = Outcome.SAME if before == sha256 else outcome
        status = 404 if body is None else 200
        head = HEAD if task.kind == "page" else (("Content-Type", "application/rss+xml"),)
        return Fetch(
            task.address, source.name, task.kind, self.at, "warmonitor/1", outcome,
            (Hop(task.address, "93.184.215.14", status, "", ASKED, head),),
            sha256 if body else "", len(body or b""), sha256 if body else before,
            due=self.at + 10.0, wire=body or b"", body=body or b"",
        )  # fmt: skip


@dataclass
class Steady:
    """Reads documents without a parser, one after the other."""

    stopped: bool = False
    read_: list[str] = field(default_factory=list)

    def read(self, raws: Iterable[RawReport | None]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        for raw in raws:
            if self.stopped:
                return
            if raw is not None:
                self.read_.append(raw.source)
                yield raw, made_of(raw)

    def stop(self) -> None:
        self.stopped = True


@dataclass
class Told:
    """What a watch into a store told."""

    kept: list[tuple[str, bool]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    renewed: int = 0
    said: list[tuple[str, str]] = field(default_factory=list)

    def renew(self) -> None:
        self.renewed += 1


def once(
    store: Store,
    site: Site,
    ack: Callable[[RawReport, bool], None] | None = None,
    reading: Steady | None = None,
    names: Sequence[str] = ("Harbour Post",),
    most: int = 500,
    renew: Callable[[], None] | None = None,
) -> Told:
    """Pass once over the sources and put what came into the store."""
    told = Told()
    folder = store.raw.folder / CAPTURES
    plan = Plan(
        tuple(Source(name, "feed", f"{HOST}/{name.split()[0]}", delay=0.0, most=most) for name in names),
        workers=1,
    )

    def tell(raw: RawReport, new: bool) -> None:
        told.kept.append((raw.source, new))
        if ack:
            ack(raw, new)

    def said(what: Fetch | Issue, _title: str) -> None:
        if isinstance(what, Issue):
            told.said.append((what.code, what.item))

    delivery = Delivery(
        store, reading or Steady(), folder / "delivered", tell, told.issues.append, renew or told.renew
    )
    with Captures(folder, "warmonitor/1", delivery.hand) as captures:
        try:
            delivery.start(captures)
            Watch(plan, captures, site, lambda: site.at, lambda _: None, said, delivery).once()
        finally:
            delivery.stop()
    return told


def into(store: Store, numbers: range, ack: Callable[[int], object]) -> None:
    """Watch so many pages into a store; `ack` hears the number of each that is safe."""

    def heard(raw: RawReport, _new: bool) -> None:
        ack(int(Path(raw.source).stem))

    once(store, Site({number: page(number) for number in numbers}), heard)
