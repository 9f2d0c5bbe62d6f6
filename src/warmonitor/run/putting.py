"""A block as it was made, put into a store in one transaction with all that it touches across blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Access, Account, Issue, Maker, make_id
from warmonitor.run.across import divided, first_claims, joined
from warmonitor.run.references import LookUps
from warmonitor.run.shelving import rows_of, rows_over
from warmonitor.run.versions import version_of
from warmonitor.store.called import NAMED, call_again, called, names_of
from warmonitor.store.codec import decode, encode
from warmonitor.store.database import Transaction
from warmonitor.store.made import BLOCK, Made
from warmonitor.store.nodes import settled
from warmonitor.store.placed import hold
from warmonitor.store.placings import members
from warmonitor.store.points import reach
from warmonitor.store.shelf import put
from warmonitor.store.slices import contents, put_slices
from warmonitor.store.store import drop_made, put_made
from warmonitor.store.told_by import events_of, tell_as, told_as

_NAMED = ("place:", "actor:")


@dataclass(frozen=True, slots=True)
class Work:
    """One block made of these reports; `mark` says which touch of it that answers.

    `part` is None for a block without reports, `issues` are those of a source that gave none.
    """

    block: str
    members: tuple[str, ...]
    mark: int | None
    part: Account | None
    issues: Sequence[Issue]
    look_ups: LookUps
    at: str

    def put(self, connection: Transaction) -> int | None:
        """Return how many units across blocks it touched; None where its reports are others by now."""
        hold(connection)
        if self.members and members(connection, self.block) != self.members:
            return None
        self._keep(connection)
        part = self.part or Account(Maker("", ""))
        own, given = divided(part)
        changed = put_slices(connection, self.block, {one.unit: encode(one.content) for one in given})
        reach("block-kept")
        self._join_names(connection, [unit for unit in changed if unit.startswith(_NAMED)])
        shown = replace(own, issues=(*own.issues, *self.issues), places=part.places, actors=part.actors)
        firsts = first_claims([one.content for one in given])
        before = _now(connection, firsts)
        put(connection, self.block, told_as(called(connection, rows_of(shown, NAMED)), before), self.at)
        reach("shelved")
        self._join(connection, [unit for unit in changed if not unit.startswith(_NAMED)])
        tell_as(connection, self.block, _turned(firsts, before, _now(connection, firsts)), self.at)
        settled(connection, self.block, self.mark)
        reach("settled")
        return len(changed)

    def _keep(self, connection: Transaction) -> None:
        if self.part is None:
            drop_made(connection, BLOCK, self.block)
            return
        given = make_id("input", self.block, *self.members)
        options, content = self.look_ups.options, encode(self.part)
        put_made(connection, Made(BLOCK, self.block, given, version_of(BLOCK), options, content))

    def _join_names(self, connection: Transaction, units: Sequence[str]) -> None:
        """Join places and actors again; those that are called otherwise now are so in every row."""
        ids = {unit.partition(":")[2] for unit in units}
        before = _called(names_of(connection, ids))
        self._join(connection, units)
        after = _called(names_of(connection, ids))
        call_again(connection, [key for key in after if key in before and before[key] != after[key]], self.at)

    def _join(self, connection: Transaction, units: Iterable[str]) -> None:
        """Join units again; other blocks name their events by the ids that these have then."""
        for unit, told in contents(connection, units).items():
            parts = {block: decode(content) for block, content in told.items()}
            firsts = {block: first_claims([part]) for block, part in parts.items() if block != self.block}
            before = {block: _now(connection, found) for block, found in firsts.items()}
            records = joined(unit, list(parts.values()), self.look_ups) if parts else ()
            kept = [one for one in records if not (self.look_ups.roads.pieces and isinstance(one, Access))]
            put(connection, unit, called(connection, rows_over(kept, connection)), self.at)
            for block, found in firsts.items():
                turned = _turned(found, before[block], _now(connection, found))
                tell_as(connection, block, turned, self.at)
            reach("joined")


def _now(connection: Transaction, firsts: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that events of a block have over all blocks; `firsts` has a claim of each, by its id."""
    known = events_of(connection, firsts.values())
    return {event: known[claim] for event, claim in firsts.items() if claim in known}


def _turned(events: Iterable[str], before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    return {before.get(one, one): after.get(one, one) for one in events}


def _called(names: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[object, object]]:
    return {key: (one["name"], one["names_seen"]) for key, one in names.items()}
