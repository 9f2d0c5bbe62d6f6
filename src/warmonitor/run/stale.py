"""What is stale in a store, and why: told before anything is done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from warmonitor.run.judged import Judgements, Touched, touched
from warmonitor.run.references import LookUps
from warmonitor.run.versions import version_of
from warmonitor.store.accepted import resting_on
from warmonitor.store.database import Transaction
from warmonitor.store.doubts import Key
from warmonitor.store.doubts import touch as weigh
from warmonitor.store.judgements import JUDGED_BY, in_force, kept
from warmonitor.store.made import BLOCK, CLEAN, PLACING
from warmonitor.store.nodes import note, settled, sizes, stale
from warmonitor.store.placed import hold
from warmonitor.store.placings import touch
from warmonitor.store.points import reach
from warmonitor.store.slices import blocks_of
from warmonitor.store.store import BESIDE, WAYS, Store


@dataclass(frozen=True, slots=True)
class Survey:
    """Documents to be read again, and blocks to be made again by reason; a block has one reason.

    `beside` is what stands beside blocks and is not on the shelf yet: issues of sources that gave no report,
    and the ways out of places.
    `reports` is how many reports these blocks hold, `all_reports` how many there are.
    """

    documents: tuple[str, ...]
    touched: tuple[str, ...]
    versions: tuple[str, ...]
    look_ups: tuple[str, ...]
    beside: tuple[str, ...]
    reports: int
    all_reports: int

    def __bool__(self) -> bool:
        return bool(self.documents or self.blocks or self.beside)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Return the names of all blocks to be made again, sorted."""
        return tuple(sorted({*self.touched, *self.versions, *self.look_ups}))

    def lines(self) -> list[str]:
        """Return what is stale in plain sentences."""
        if not self:
            return ["Nothing is stale."]
        told = []
        if self.documents:
            told.append(
                f"{len(self.documents)} documents are read again: another version of clean read them."
            )
        if self.blocks:
            whole = f"{self.reports} of {self.all_reports} reports"
            many = f"{len(self.blocks)} blocks are" if len(self.blocks) > 1 else "1 block is"
            told.append(f"{many} made again, {whole}: {self._why()}.")
        return told

    def _why(self) -> str:
        reasons = {
            "have new, changed or judged reports": self.touched,
            "were made by another version": self.versions,
            "were made with other look-ups": self.look_ups,
        }
        return ", ".join(f"{len(found)} {said}" for said, found in reasons.items() if found)


def survey(store: Store, look_ups: LookUps) -> Survey:
    """Return what is stale in a store for this version of the program and these look-ups."""
    marked = store.database.read(stale)
    missing = store.unplaced()
    again = {
        *store.outdated(CLEAN, version_of(CLEAN)),
        *store.outdated(PLACING, version_of(PLACING)),
        *missing,
    }
    beside = {one for one in marked if one.startswith((BESIDE, WAYS))}
    fresh = {one for one in marked if not one.startswith((BESIDE, JUDGED_BY, WAYS))}
    versions = set(store.outdated(BLOCK, version_of(BLOCK)))
    versions = (versions | set(store.unmade() if versions else ())) - fresh
    others = set(store.with_other_options(BLOCK, look_ups.options)) - fresh - versions
    counts = store.database.read(partial(sizes, names=[*fresh, *versions, *others], most=store.most))
    ways = (tuple(sorted(found)) for found in (again, fresh, versions, others, beside))
    documents, new, versions_, look, sources = ways
    return Survey(documents, new, versions_, look, sources, sum(counts.values()), store.reports())


def mark_judged(store: Store) -> None:
    """Note the blocks that new judgements touch as stale."""
    marks = store.database.read(_judged)
    if not marks:
        return
    standing = Judgements(in_force(store))
    for mark, number in marks.items():
        held = kept(store, mark.removeprefix(JUDGED_BY))
        found = touched(held.judgement, standing) if held else Touched()
        doubted = list(resting_on(held.judgement.subject)) if held else []
        store.database.write(
            partial(_mark, mark=mark, number=number, found=found, doubted=doubted, most=store.most)
        )


def _judged(connection: Transaction) -> dict[str, int]:
    return {name: one.number for name, one in stale(connection).items() if name.startswith(JUDGED_BY)}


def _mark(
    connection: Transaction, mark: str, number: int, found: Touched, doubted: Sequence[Key], most: int
) -> None:
    hold(connection)
    for report in sorted(found.reports):
        touch(connection, report, most)
    units = [*(f"place:{one}" for one in found.places), *(f"actor:{one}" for one in found.actors)]
    blocks = {block for unit in units for block in blocks_of(connection, unit)}
    note(connection, blocks, mark.removeprefix(JUDGED_BY))
    weigh(connection, doubted)
    settled(connection, mark, number)
    reach("marked")
