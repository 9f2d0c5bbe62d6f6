"""How reports write the name of a place or an actor: each spelling, who writes it so, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.evidence import claim_address
from warmonitor.web.pages.wording.links import page_of

LOOKED_AT = 200  # claims, the newest, that are looked through for spellings
_WRITERS, _NAMES, _SOUGHT = 4, 60, 12
_ROLE = {"places": "place", "actors": "actor"}
_WHO = ("party", "counterparty", "perpetrator", "target")
_MANY = ("attribution", "parties", "brokers", "guarantors", "monitors")


class Writer(Part):
    """An outlet that writes a name so, or the title of its report, and where it does."""

    outlet: str
    href: str
    said: str


class NameSeen(Part):
    """A name as it is written, and some of those who write it so."""

    name: str
    writers: list[Writer]


def names_seen(reader: Reader, kind: str, record: Record, claims: Sequence[Record]) -> list[NameSeen]:
    """Return the spellings of a place or an actor; `claims` are some that name it."""
    names = list(record["names_seen"][:_NAMES])
    found = _written(kind, record["id"], names, claims)
    for name in [one for one in names if not found.get(one)][:_SOUGHT]:
        found[name] = [(one, name) for one in _sought(reader, kind, record["id"], name)]
    wanted = [claim["report"] for told in found.values() for claim, _ in told]
    outlets = {one["id"]: called(one) for one in reader.some("reports", wanted)}
    seen = {name: _writers(found.get(name, []), outlets) for name in names}
    bare = [name for name, writers in seen.items() if not writers][:_SOUGHT]
    seen |= {name: _reports(reader, name) for name in bare}
    return [NameSeen(name=name, writers=writers) for name, writers in seen.items()]


def called(report: Record) -> str:
    """Return what a report is called in a list of writers: its outlet, else its title."""
    return str(report["outlet"] or report["title"] or "a report without a title")


def mentions(kind: str, record: str, claim: Record) -> Iterator[str]:
    """Yield how a claim words a place or an actor that it names."""
    key = _ROLE[kind]
    for one in _named(kind, claim):
        if one and one.get(key) == record:
            yield str(one["said"])


def _named(kind: str, claim: Record) -> Iterable[Record | None]:
    if kind == "places":
        return list(claim["where"])
    many = [one for field in _MANY for one in claim.get(field, ())]
    return [*many, *(claim.get(field) for field in _WHO)]


def _written(
    kind: str, record: str, names: Sequence[str], claims: Iterable[Record]
) -> dict[str, list[tuple[Record, str]]]:
    """Return the claims that write each name, one a report, with their words."""
    found: dict[str, list[tuple[Record, str]]] = {}
    longest = sorted(names, key=lambda one: (-len(one), one))
    for claim in claims:
        for said in mentions(kind, record, claim):
            name = next((one for one in longest if one.casefold() in said.casefold()), None)
            told = found.setdefault(name, []) if name else []
            if len(told) < _WRITERS and all(one["report"] != claim["report"] for one, _ in told):
                told.append((claim, said))
    return found


def _sought(reader: Reader, kind: str, record: str, name: str) -> list[Record]:
    """Return claims that hold a name which the newest claims do not have."""
    return _search(reader, name, Filters(**{_ROLE[kind]: record}), "claims")  # type: ignore[arg-type]


def _reports(reader: Reader, name: str) -> list[Writer]:
    """Return reports in which a name stands that no claim has."""
    found = _search(reader, name, Filters(), "reports")
    return [Writer(outlet=called(one), href=page_of("reports", one["id"]), said=name) for one in found]


def _search(reader: Reader, name: str, asked: Filters, kind: str) -> list[Record]:
    try:
        hits = reader.search(f'"{name.replace(chr(34), " ")}"', asked, limit=_WRITERS, kind=kind).hits
    except QueryError:
        return []
    return [hit.record for hit in hits]


def _writers(told: Sequence[tuple[Record, str]], outlets: Mapping[str, str]) -> list[Writer]:
    return [
        Writer(outlet=outlets[claim["report"]], href=claim_address(claim["report"], claim["id"]), said=said)
        for claim, said in told
        if claim["report"] in outlets
    ]
