"""A block as it was made, put into a store in one transaction with all that it touches across blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Account, Issue, Maker, make_id
from warmonitor.run.across import divided, joined
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
from warmonitor.store.shelf import put
from warmonitor.store.slices import contents, put_slices
from warmonitor.store.store import drop_made, put_made

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
        self._join(connection, [unit for unit in changed if unit.startswith(_NAMED)])
        shown = replace(own, issues=(*own.issues, *self.issues), places=part.places, actors=part.actors)
        put(connection, self.block, called(connection, rows_of(shown, NAMED)), self.at)
        self._join(connection, [unit for unit in changed if not unit.startswith(_NAMED)])
        settled(connection, self.block, self.mark)
        return len(changed)

    def _keep(self, connection: Transaction) -> None:
        if self.part is None:
            drop_made(connection, BLOCK, self.block)
            return
        given = make_id("input", self.block, *self.members)
        options, content = self.look_ups.options, encode(self.part)
        put_made(connection, Made(BLOCK, self.block, given, version_of(BLOCK), options, content))

    def _join(self, connection: Transaction, units: Iterable[str]) -> None:
        """Join units again; places and actors that are called otherwise now are so in every row."""
        told = contents(connection, units)
        ids = {unit.partition(":")[2] for unit in told if unit.startswith(_NAMED)}
        before = _called(names_of(connection, ids))
        for unit, parts in told.items():
            records = joined(unit, [decode(one) for one in parts], self.look_ups) if parts else ()
            put(connection, unit, called(connection, rows_over(records, connection)), self.at)
        after = _called(names_of(connection, ids))
        call_again(connection, [key for key in after if key in before and before[key] != after[key]], self.at)


def _called(names: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[object, object]]:
    return {key: (one["name"], one["names_seen"]) for key, one in names.items()}
