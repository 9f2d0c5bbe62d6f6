"""Sources into a store: each document kept with what was made of it, and acknowledged once it is safe."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from warmonitor import __version__
from warmonitor.model import Issue, RawReport, Reference
from warmonitor.run.documents import cleaned_of
from warmonitor.run.timings import Progress, quiet
from warmonitor.stages.archive import read_each
from warmonitor.store.made import Made
from warmonitor.store.store import Custody, Store, sighting_id


class Reading(Protocol):
    """Whatever reads documents: processes of their own, or this one."""

    def read(self, raws: Iterable[RawReport]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        """Yield each document with what was made of it."""
        ...


@dataclass(slots=True)
class Tally:
    """What came of some sources; `issues` are those of this time."""

    added: int = 0
    known: int = 0
    issues: list[Issue] = field(default_factory=list)


Acknowledge = Callable[[RawReport, bool], None]


def ingest(
    store: Store,
    sources: Sequence[str],
    reading: Reading,
    acknowledge: Acknowledge,
    look_ups: Sequence[Reference] = (),
    progress: Progress = quiet,
) -> Tally:
    """Keep what the sources hold, and call `acknowledge` (document, whether it is new) once each is safe.

    Raises:
        StoreError: when the store cannot be written to; what was acknowledged is safe.
    """
    tally = Tally()
    if look_ups:
        store.note(look_ups, custody())
    for raw, made in reading.read(_fresh(store, sources, acknowledge, tally)):
        new = store.keep(raw, made, custody())
        tally.added += new
        tally.known += not new
        tally.issues += cleaned_of(made[0])[1]
        acknowledge(raw, new)
        progress("extract", tally.added + tally.known, 0)
    return tally


def custody() -> Custody:
    """Return who receives something now."""
    return Custody(datetime.now(UTC).isoformat(timespec="seconds"), f"warmonitor {__version__}")


def _fresh(
    store: Store, sources: Sequence[str], acknowledge: Acknowledge, tally: Tally
) -> Iterator[RawReport]:
    """Yield what is not in the store yet, file by file, and keep what could not be read."""
    for found in read_each(sources):
        known = store.known(found.reports)
        for raw in found.reports:
            if sighting_id(raw) in known:
                tally.known += 1
                acknowledge(raw, False)
            else:
                yield raw
        if found.issues:
            tally.issues += found.issues
            store.note(found.issues, custody())
