"""The records of an account, or of units over blocks, as rows for the shelf."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from warmonitor.model import Account, Actor, Bearing, Claim, ClaimKind, Dated, Maker, Report, Span, When
from warmonitor.run.across.gather import LISTS, Record
from warmonitor.run.outlets import told_links
from warmonitor.stages.tell.document import account_tree
from warmonitor.store.called import strangers
from warmonitor.store.database import Transaction
from warmonitor.store.fields import DAYS, KINDS, LINKS, ORDER, at, record_id
from warmonitor.store.rank import Part, rank
from warmonitor.store.shelf import Row, contents_of

Tree = Mapping[str, Any]
_KIND_OF = {"sources": "origins"}  # what account.json calls a list otherwise


def rows_of(account: Account, lent: Collection[str] = ()) -> Iterator[Row]:
    """Yield a row for each record of an account, but for kinds only `lent` for their names."""
    yield from rows_in(account_tree(account), lent)


def rows_in(tree: Tree, lent: Collection[str] = ()) -> Iterator[Row]:
    """Yield a row for each record of an account as its document has it, but for kinds only `lent`."""
    around = _Around(tree)
    for kind in KINDS:
        if kind not in lent:
            yield from _rows(kind, tree.get(kind, ()), around)


def rows_over(
    units: Mapping[str, Iterable[Record]], connection: Transaction, judged: Iterable[Bearing] = ()
) -> dict[str, list[Row]]:
    """Return the rows of records over blocks by unit; what claims and reports they name is on the shelf.

    `judged` are the judgements that bear on them, as often as blocks say so.
    """
    lists: dict[str, list[Any]] = {}
    owners: dict[str, list[str]] = {}
    for unit, records in units.items():
        for record in records:
            name = LISTS[type(record)]
            lists.setdefault(name, []).append(record)
            owners.setdefault(_KIND_OF.get(name, name), []).append(unit)
    named: dict[str, Any] = {name: tuple(found) for name, found in lists.items()}
    known = _named_on_shelf(account_tree(replace(Account(Maker("", "")), **named)), connection)
    tree = account_tree(replace(known, judged=tuple(sorted(set(judged))), **named))
    around = _Around(tree)
    found: dict[str, list[Row]] = {unit: [] for unit in units}
    for kind, of in owners.items():
        shares: dict[str, list[Tree]] = {}
        for unit, content in zip(of, tree[kind], strict=True):
            shares.setdefault(unit, []).append(content)
        for unit, contents in shares.items():
            found[unit] += _rows(kind, contents, around)
    return found


def _named_on_shelf(tree: Tree, connection: Transaction) -> Account:
    """Return the claims and actors that records name, and their reports, as far as others show of them."""
    claims = contents_of(connection, "claims", _ids(tree, "claim"))
    reports = {str(one["report"]) for one in claims.values()} | _ids(tree, "report")
    return Account(
        Maker("", ""),
        claims=tuple(_claim(one) for one in claims.values()),
        reports=tuple(_report(one) for one in contents_of(connection, "reports", reports).values()),
        actors=tuple(Actor(key, one["name"]) for key, one in _actors(tree, connection).items()),
    )


def _actors(tree: Tree, connection: Transaction) -> Mapping[str, Tree]:
    """Return the actors that are named by id: what is no actor of the account is called by what it has."""
    return contents_of(connection, "actors", set(strangers(tree)))


def _ids(tree: Tree, role: str) -> set[str]:
    paths = [(kind, path) for kind in KINDS for path in LINKS.get(kind, {}).get(role, ())]
    return {
        str(one) for kind, path in paths for record in tree.get(kind, ()) for one in at(record, path) if one
    }


def _claim(content: Tree) -> Claim:
    quote = Span(content["quote"]["start"], content["quote"]["end"])
    when = When(*_days(content["when"]))
    return Claim(content["id"], content["report"], ClaimKind(content["kind"]), quote, when=when)


def _report(content: Tree) -> Report:
    dated = Dated(*_days(content["dated"]))
    names = ("id", "source", "sha256", "text", "outlet", "copy_of", "strand")
    return Report(**{name: content[name] for name in names}, dated=dated)


def _days(ends: Tree) -> tuple[date | None, date | None]:
    first, last = (date.fromisoformat(ends[end]) if ends[end] else None for end in ("earliest", "latest"))
    return first, last


def _rows(kind: str, records: Sequence[Tree], around: "_Around") -> Iterator[Row]:
    met: set[str] = set()
    for number, content in enumerate(records):
        record = record_id(kind, content)
        if record in met:
            continue  # the same stretch of road, drawn twice
        met.add(record)
        # Pieces of one road stand as they were drawn.
        last: tuple[Part, ...] = (number, record) if kind == "roads" else (record,)
        first, latest = around.days(kind, content)
        yield Row(kind, record, content, rank((*_order(kind, content), *last)), first, latest,
                  tuple(around.links(kind, content)))  # fmt: skip


def _order(kind: str, content: Tree) -> Iterator[Part]:
    for path in ORDER[kind]:
        found = next(iter(at(content, path)), None)
        found = int(found) if isinstance(found, bool) else found
        if kind == "events" and found is None:
            found = "None"  # events without a day come last
        yield "" if found is None and kind != "statements" else found


class _Around:
    """The reports and claims of an account, from which other records have their outlets and days."""

    def __init__(self, tree: Tree) -> None:
        self._reports = {one["id"]: one for one in tree.get("reports", ())}
        self._claims = {one["id"]: one for one in tree.get("claims", ())}

    def links(self, kind: str, content: Tree) -> Iterator[tuple[str, str]]:
        """Yield pairs of a role and what stands in it."""
        own = LINKS.get(kind, {})
        for role, paths in own.items():
            for path in paths:
                yield from ((role, str(one)) for one in at(content, path) if one)
        reports = [str(one) for path in own.get("report", ()) for one in at(content, path) if one]
        if not reports:
            claims = [one for path in own.get("claim", ()) for one in at(content, path)]
            reports = [self._claims[one]["report"] for one in claims if one in self._claims]
            yield from (("report", one) for one in reports)
        if kind != "reports":
            known = (self._reports[one]["outlet"] for one in reports if one in self._reports)
            yield from (("outlet", one) for one in known if one)
        yield from told_links(kind, content, self._reports, self._claims)

    def days(self, kind: str, content: Tree) -> tuple[date | None, date | None]:
        """Return the first and the last day of a record, or of what it joins."""
        if kind in DAYS:
            return _span([content], DAYS[kind])
        if kind in {"strands", "coverage", "statements"}:
            ids = [one for path in LINKS[kind]["report"] for one in at(content, path)]
            return _span([self._reports[one] for one in ids if one in self._reports], DAYS["reports"])
        if kind == "disputes":
            ids = [one for path in LINKS[kind]["claim"] for one in at(content, path)]
            return _span([self._claims[one] for one in ids if one in self._claims], DAYS["claims"])
        return None, None


def _span(records: Iterable[Tree], paths: tuple[str, str]) -> tuple[date | None, date | None]:
    """Return the earliest day and the latest; an end that any record leaves open stays open."""
    told = list(records)
    ends = [[one for record in told for one in at(record, path)] for path in paths]
    first, last = ([date.fromisoformat(one) for one in end if one] for end in ends)
    return (
        min(first) if first and len(first) == len(ends[0]) else None,
        max(last) if last and len(last) == len(ends[1]) else None,
    )
