"""A block as it was made, put into a store in one transaction with all that it touches across blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import (
    Access,
    Account,
    ActorPart,
    Bearing,
    HappeningPart,
    Issue,
    Maker,
    PlacePart,
    make_id,
)
from warmonitor.run.across import Content, divided, first_claims, joined
from warmonitor.run.references import LookUps
from warmonitor.run.shelving import rows_of, rows_over
from warmonitor.run.versions import version_of
from warmonitor.store.called import NAMED, call_again, called, names_of
from warmonitor.store.codec import decode, encode
from warmonitor.store.database import Transaction
from warmonitor.store.made import BLOCK, Made
from warmonitor.store.nodes import note, settled
from warmonitor.store.placed import hold
from warmonitor.store.placings import members
from warmonitor.store.points import reach
from warmonitor.store.shelf import Row, has_unit, put
from warmonitor.store.slices import contents, put_slices
from warmonitor.store.store import WAYS, drop_made, made_by, put_made
from warmonitor.store.told_by import events_of, tell_as, told_as

Parts = Mapping[str, Mapping[str, Content]]  # by unit and block
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
        part = self.part or Account(Maker("", ""))
        own, given = divided(part)
        slices = {one.unit: encode(one.content) for one in given}
        changed = put_slices(connection, self.block, slices)
        if self._made_otherwise(connection):  # the same slices may give other records now
            changed |= slices.keys()
        self._keep(connection)
        reach("block-kept")
        self._join_names(connection, [unit for unit in changed if unit.startswith(_NAMED)])
        shown = replace(own, issues=(*own.issues, *self.issues), places=part.places, actors=part.actors)
        firsts = first_claims([one.content for one in given])
        before = _now(connection, firsts)
        rows = told_as(called(connection, rows_of(shown, NAMED)), before)
        self._put_again(connection, put(connection, self.block, rows, self.at).again)
        reach("shelved")
        self._join(connection, [unit for unit in changed if not unit.startswith(_NAMED)])
        tell_as(connection, self.block, _turned(firsts, before, _now(connection, firsts)), self.at)
        if self.look_ups.roads.pieces or has_unit(connection, WAYS):
            note(connection, [WAYS], self.block)
        if self.mark is not None:  # what touched the block since it was looked at is not answered
            settled(connection, self.block, self.mark)
        reach("settled")
        return len(changed)

    def _made_otherwise(self, connection: Transaction) -> bool:
        """Say whether another version, or one with other look-ups, made the block before."""
        before = made_by(connection, BLOCK, self.block)
        return before is not None and before != (version_of(BLOCK), self.look_ups.options)

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
        parts = {
            unit: {block: decode(content) for block, content in told.items()}
            for unit, told in contents(connection, units).items()
        }
        others = self._others(parts)
        before = _now(connection, _merged(others))
        again = {
            one
            for unit, rows in self._rows(connection, parts).items()
            for one in put(connection, unit, rows, self.at).again
        }
        reach("joined")
        self._put_again(connection, again)
        after = _now(connection, _merged(others))
        for block, firsts in others.items():
            tell_as(connection, block, _turned(firsts, before, after), self.at)

    def _rows(self, connection: Transaction, parts: Parts) -> dict[str, list[Row]]:
        records = {
            unit: [one for one in joined(unit, list(told.values()), self.look_ups) if self._shown(one)]
            if told
            else []
            for unit, told in parts.items()
        }
        bearing = (one for told in parts.values() for part in told.values() for one in _judged(part))
        rows = rows_over(records, connection, bearing)
        named = iter(called(connection, [row for found in rows.values() for row in found]))
        return {unit: [next(named) for _ in found] for unit, found in rows.items()}

    def _put_again(self, connection: Transaction, units: Iterable[str]) -> None:
        """Put units again that have records too which others gave up; blocks are made again."""
        across = [unit for unit in units if ":" in unit]
        blocks = [unit for unit in units if ":" not in unit and unit != self.block]
        note(connection, blocks, self.block)
        if across:
            self._join(connection, across)

    def _shown(self, record: object) -> bool:
        """Say whether a record stands with its unit: with roads, ways out are told over all blocks."""
        return not (self.look_ups.roads.pieces and isinstance(record, Access))

    def _others(self, parts: Parts) -> dict[str, dict[str, str]]:
        """Return a claim of each event that other blocks give to units, by block and event."""
        found: dict[str, dict[str, str]] = {}
        for told in parts.values():
            for block, part in told.items():
                if block != self.block and (firsts := first_claims([part])):
                    found.setdefault(block, {}).update(firsts)
        return found


def _judged(part: Content) -> tuple[Bearing, ...]:
    return part.judged if isinstance(part, PlacePart | ActorPart | HappeningPart) else ()


def _merged(blocks: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {event: claim for firsts in blocks.values() for event, claim in firsts.items()}


def _now(connection: Transaction, firsts: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that events of a block have over all blocks; `firsts` has a claim of each, by its id."""
    known = events_of(connection, firsts.values())
    return {event: known[claim] for event, claim in firsts.items() if claim in known}


def _turned(events: Iterable[str], before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    return {before.get(one, one): after.get(one, one) for one in events}


def _called(names: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[object, object]]:
    return {key: (one["name"], one["names_seen"]) for key, one in names.items()}
