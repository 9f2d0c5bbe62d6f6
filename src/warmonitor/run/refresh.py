"""The account of a store brought up to date: what is stale is made again, a block at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from warmonitor.model import Account
from warmonitor.run.blocks import account_of_block
from warmonitor.run.ingest import custody
from warmonitor.run.judged import Judgements
from warmonitor.run.putting import Work
from warmonitor.run.readers import Readers
from warmonitor.run.references import LookUps
from warmonitor.run.stale import mark_judged, survey
from warmonitor.run.timings import Progress, Timings, quiet
from warmonitor.run.ways import put_ways
from warmonitor.store.database import Transaction
from warmonitor.store.judgements import in_force
from warmonitor.store.nodes import is_block, stale
from warmonitor.store.placings import members
from warmonitor.store.store import BESIDE, WAYS, Store
from warmonitor.store.turned import tell_turned
from warmonitor.store.weighing import weigh_again

ROUNDS = 10  # times that what became stale meanwhile is looked for

Say = Callable[[str], None]


@dataclass(slots=True)
class Refreshed:
    """How much was done: documents read, blocks made, units across them joined."""

    documents: int = 0
    blocks: int = 0
    units: int = 0


def say_nothing(words: str) -> None:
    """Say nothing of what is stale."""


def refresh(
    store: Store,
    look_ups: LookUps,
    references: Path | None = None,
    workers: int = 1,
    say: Say = say_nothing,
    progress: Progress = quiet,
    times: Timings | None = None,
) -> Refreshed:
    """Make again what is stale in a store; stopped at any point it loses nothing and goes on there.

    `say` is told before what is stale and why. Several may do so at once: what one has made is not stale for
    another, or is made twice and the same.

    Raises:
        StoreError: when the store cannot be written to.
    """
    if look_ups.kept:
        store.note(look_ups.kept, custody())
    work = _Refreshing(store, look_ups, progress, times or Timings())
    for _ in range(ROUNDS):
        mark_judged(store)
        found = survey(store, look_ups)
        if not found:
            break
        for line in found.lines():
            say(line)
        work.read_again(found.documents, references, workers)
        work.make([*found.blocks, *found.beside])
    tell_turned(store.database)
    weigh_again(store.database)
    return work.done


@dataclass(slots=True)
class _Refreshing:
    store: Store
    look_ups: LookUps
    progress: Progress
    times: Timings
    done: Refreshed = field(default_factory=Refreshed)

    def read_again(self, documents: Sequence[str], references: Path | None, workers: int) -> None:
        """Read documents anew that another version read, in processes of their own."""
        if not documents:
            return
        ranked = sorted(self.store.sightings(documents), key=lambda raw: raw.rank, reverse=True)
        first = {raw.report_id: raw for raw in ranked}
        raws = (replace(raw, content=self.store.raw.get(raw.sha256)) for raw in first.values())
        with Readers(workers, references) as readers:
            for _, made in readers.read(raws):
                for one in made:
                    self.store.supersede(one)
                self.done.documents += 1
                self.progress("clean", self.done.documents, len(documents))

    def make(self, blocks: Sequence[str]) -> None:
        """Make blocks again, first those that hold no report any more, so that others can have theirs."""
        gone = self.store.database.read(lambda connection: _gone(connection, blocks, self.store.most))
        ordered = sorted(blocks, key=lambda one: (one == WAYS, one not in gone, one))
        for number, block in enumerate(ordered):
            self.progress("reconcile", number, len(blocks))
            if block == WAYS:  # they rest on all blocks, and come last
                put_ways(self.store, self.look_ups)
            else:
                self._make(block)

    def _part(self, ids: Sequence[str]) -> Account:
        judgements = Judgements(in_force(self.store))
        return account_of_block(self.store, ids, self.look_ups, judgements, quiet, self.times)

    def _make(self, block: str) -> None:
        mark, ids = self.store.database.read(lambda connection: _standing(connection, block, self.store.most))
        part = self._part(ids) if ids else None
        issues = self.store.issues_beside(block.removeprefix(BESIDE)) if block.startswith(BESIDE) else ()
        with self.times.of("tell"):
            work = Work(block, ids, mark, part, issues, self.look_ups, custody().received)
            units = self.store.database.write(work.put)
        if units is not None and part is not None:
            self.done.blocks += 1
            self.done.units += units


def _standing(connection: Transaction, block: str, most: int) -> tuple[int | None, tuple[str, ...]]:
    """Return which touch of a block is the last, and its reports; none where it is no block any more."""
    found = stale(connection).get(block)
    alive = not block.startswith(BESIDE) and is_block(connection, block, most)
    return (found.number if found else None), members(connection, block) if alive else ()


def _gone(connection: Transaction, blocks: Sequence[str], most: int) -> set[str]:
    return {block for block in blocks if block.startswith(BESIDE) or not is_block(connection, block, most)}
