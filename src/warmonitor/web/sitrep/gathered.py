"""What a situation report is made from: the weightiest records, their claims and reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Any

from warmonitor.exports.wanted import shown
from warmonitor.store.database import Transaction
from warmonitor.store.heads import heads
from warmonitor.store.period import Weighed
from warmonitor.store.reader import Record
from warmonitor.web.sitrep.looks import disputed, every, look
from warmonitor.web.sitrep.scope import Scope

CLAIMS = 6  # of one record
NOTES = 3  # of one piece of a sentence
_OF_CLAIMS = ("claims", "denials", "reported", "violations")
_WITHIN = ("breaches", "provisions", "phases", "tellings")
_MAPPED = ("events", "held", "surrounded")
_NONE: Mapping[str, Record] = {}


@dataclass(frozen=True, slots=True)
class Gathered:
    """Records by what is told of them, claims and reports by id, without what reviewers took away.

    Reports are without their texts.
    """

    scope: Scope
    found: Mapping[str, Weighed]
    claims: Mapping[str, Record] = field(default_factory=dict)
    reports: Mapping[str, Record] = field(default_factory=dict)
    places: Mapping[str, Record] = field(default_factory=dict)

    def of(self, name: str) -> Weighed:
        """Return what was found of something, nothing where it was not looked for."""
        return self.found.get(name, Weighed())


def gather(connection: Transaction, scope: Scope) -> Gathered:
    """Read what is told of a period and an area, in bounded looks."""
    found = dict(every(connection, scope))
    claims = _known(connection, "claims", _claims(found.values()))
    found["disputes"] = disputed(connection, claims)
    return gathered(connection, scope, found, claims)


def gather_part(
    connection: Transaction, scope: Scope, names: Sequence[str], start: int, most: int
) -> Gathered:
    """Read so many records of a part, the weightiest first, from a place on."""
    if names == ("disputes",):
        claims = gather(connection, scope).claims
        return gathered(connection, scope, {"disputes": disputed(connection, claims, start, most)}, claims)
    found: dict[str, Weighed] = {}
    for name in names:
        found[name] = look(connection, scope, name, start, most)
        start, most = max(0, start - found[name].total), most - found[name].looked
    return gathered(connection, scope, found)


def gathered(
    connection: Transaction,
    scope: Scope,
    found: Mapping[str, Weighed],
    claims: Mapping[str, Record] = _NONE,
) -> Gathered:
    """Return what was found, with its claims, some of which may be there, their reports and its places."""
    missing = [one for one in _claims(found.values()) if one not in claims]
    claims = {**claims, **_known(connection, "claims", missing)}
    reports = _known(connection, "reports", (one["report"] for one in claims.values()))
    told = {key: one for key, one in claims.items() if one["report"] in reports}
    return Gathered(scope, found, told, reports, _known(connection, "places", _places(found)))


def _known(connection: Transaction, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    return {key: one for key, one in heads(connection, kind, ids).items() if shown(one)}


def _claims(found: Iterable[Weighed]) -> list[str]:
    """Return the claims of all records, some of each, once."""
    told = (key for one in found for record in one.records for key in _of(record))
    return list(dict.fromkeys(told))


def _of(record: Record) -> list[str]:
    """Return the first claims of a record by id; those that deny it are never passed over."""
    if "quote" in record:
        return [str(record["id"])]
    keys = [str(key) for name in _OF_CLAIMS for key in record.get(name, ())[:CLAIMS]]
    for name in _WITHIN:
        for part in record.get(name, ())[:CLAIMS]:
            keys += [str(key) for role in _OF_CLAIMS for key in part.get(role, ())[:NOTES]]
    return [*_standing(record), *keys]


def _standing(record: Record) -> list[str]:
    """Return claims of a figure that stand, the first of each origin before the second of any."""
    rows = zip_longest(*(row["stands"] for row in record.get("history", ())))
    return [str(key) for key in chain.from_iterable(rows) if key is not None][:CLAIMS]


def _places(found: Mapping[str, Weighed]) -> Iterator[str]:
    """Yield the places of what is drawn on the map, by id."""
    for weighed in (found[name] for name in _MAPPED if name in found):
        for one in weighed.records:
            place: Any = one.get("place")
            if place and place.get("id"):
                yield place["id"]
