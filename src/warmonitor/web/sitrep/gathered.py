"""What a situation report is made from: the weightiest records, their claims and reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from warmonitor.exports.wanted import shown
from warmonitor.store.database import Database
from warmonitor.store.period import Period, Weighed, days_of, linked_to, weightiest
from warmonitor.store.reader import Reader, Record
from warmonitor.web.sitrep.scope import Scope

CLAIMS = 8  # of one record
IMPACT = ("killed", "injured", "missing", "detained", "abducted", "displaced", "remaining", "population")
_MOST = {
    "events": 24,
    "changes": 16,
    "held": 24,
    "told": 10,
    "deals": 8,
    "figures": 8,
    "disputes": 10,
    "killed": 16,
}
_BY_CLAIMS = 60  # claims through which agreements, posts and roads are found
_OF_CLAIMS = ("claims", "denials", "reported", "violations")
_WITHIN = ("breaches", "provisions", "phases", "tellings")
Days = tuple[tuple[date | None, date | None], ...]
_NO_LINKS: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Records by what is told of them, claims and reports by id, without what reviewers took away."""

    scope: Scope
    found: Mapping[str, Weighed]
    claims: Mapping[str, Record] = field(default_factory=dict)
    reports: Mapping[str, Record] = field(default_factory=dict)
    places: Mapping[str, Record] = field(default_factory=dict)
    days: Days = ()

    def of(self, name: str) -> Weighed:
        """Return what was found of something, nothing where it was not looked for."""
        return self.found.get(name, Weighed())


def gather(database: Database, scope: Scope) -> Gathered:
    """Read what is told of a period and an area, in bounded looks."""
    looks = _Looks(database, scope)
    found = dict(looks.all())
    reader = Reader(database)
    claims = _by_id(reader.some("claims", _claims(found.values())))
    reports = _by_id(reader.some("reports", [one["report"] for one in claims.values()]))
    told = {key: one for key, one in claims.items() if one["report"] in reports}
    places = _by_id(reader.some("places", list(_places(found))))
    return Gathered(scope, found, told, reports, places, looks.days())


class _Looks:
    """Each look at the shelf that a report needs."""

    def __init__(self, database: Database, scope: Scope) -> None:
        self._database, self._scope = database, scope

    def all(self) -> Iterator[tuple[str, Weighed]]:
        """Yield what was found by what it is."""
        yield "events", self._look("events", _MOST["events"])
        for measure in IMPACT:
            yield (
                measure,
                self._look("figures", _MOST.get(measure, _MOST["figures"]), (("measure", measure),)),
            )
        yield "changes", self._look("control", _MOST["changes"], begins=True)
        yield "held", self._look("control", _MOST["held"], last=True, steady=True)
        yield "surrounded", self._look("control", _MOST["told"], (("status", "surrounded"),), steady=True)
        yield "cut off", self._look("access", _MOST["told"], (("status", "cut off"),), last=True, steady=True)
        yield from self._told()

    def days(self) -> Days:
        """Return first and last day of each event."""
        scope = self._scope
        return tuple(days_of(self._database, "events", Period(scope.since, scope.until, scope.places)))

    def _told(self) -> Iterator[tuple[str, Weighed]]:
        """Yield what claims of a kind tell, and the deals, posts and roads that are told of by them."""
        for kind in ("movement", "access"):
            yield kind, self._look("claims", _MOST["told"], (("type", kind),))
        for name, kind, role in (("deals", "agreements", "agreement"), ("posts", "posts", "post")):
            yield name, self._by(kind, (("type", role),), _MOST["deals"])
        yield "roads", self._by("access", (("type", "access"),), _MOST["told"])

    def _by(self, kind: str, links: tuple[tuple[str, str], ...], most: int) -> Weighed:
        claims = self._look("claims", _BY_CLAIMS, links).records
        found = linked_to(self._database, kind, "claim", [one["id"] for one in claims], most)
        return _shown(found)

    def _look(
        self,
        kind: str,
        most: int,
        links: tuple[tuple[str, str], ...] = _NO_LINKS,
        *,
        last: bool = False,
        steady: bool = False,
        begins: bool = False,
    ) -> Weighed:
        scope = self._scope
        since = scope.until if last else scope.since
        asked = Period(since, scope.until, scope.places, links, steady, begins)
        return _shown(weightiest(self._database, kind, asked, most))


def disputed(database: Database, claims: Iterable[str]) -> Weighed:
    """Return the disputes in which some claims stand."""
    return _shown(linked_to(database, "disputes", "claim", claims, _MOST["disputes"]))


def joined(first: Gathered, name: str, more: Weighed, reader: Reader) -> Gathered:
    """Return what was gathered with more records and their claims."""
    missing = [one for one in _claims([more]) if one not in first.claims]
    claims = _by_id(reader.some("claims", missing))
    reports = _by_id(reader.some("reports", [one["report"] for one in claims.values()]))
    reports = {**first.reports, **reports}
    told = {key: one for key, one in claims.items() if one["report"] in reports}
    found = {**first.found, name: more}
    return replace(first, found=found, claims={**first.claims, **told}, reports=reports)


def _shown(found: Weighed) -> Weighed:
    return Weighed(tuple(one for one in found.records if shown(one)), found.total, found.more)


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {one["id"]: one for one in records if shown(one)}


def _claims(found: Iterable[Weighed]) -> list[str]:
    """Return the claims of all records, some of each, once."""
    told = (key for one in found for record in one.records for key in _of(record))
    return list(dict.fromkeys(told))


def _of(record: Record) -> list[str]:
    """Return the first claims of a record by id; those that deny it are never passed over."""
    if "quote" in record:
        return [str(record["id"])]
    keys = [str(key) for name in _OF_CLAIMS for key in record.get(name, ())[:CLAIMS]]
    standing = [str(key) for row in record.get("history", ()) for key in row["stands"]][:CLAIMS]
    for name in _WITHIN:
        for part in record.get(name, ())[:CLAIMS]:
            keys += [str(key) for role in _OF_CLAIMS for key in part.get(role, ())[:CLAIMS]]
    return [*standing, *keys]


def _places(found: Mapping[str, Weighed]) -> Iterator[str]:
    """Yield the places of what is drawn on the map, by id."""
    for name in ("events", "held", "surrounded"):
        for one in found[name].records:
            place: Any = one.get("place")
            if place and place.get("id"):
                yield place["id"]
