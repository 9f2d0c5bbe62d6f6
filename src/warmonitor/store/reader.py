"""What is on the shelf, read: one record, a page, all one after the other, and what words find."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, select

from warmonitor.model import QueryError
from warmonitor.store import ties
from warmonitor.store.chain import Head
from warmonitor.store.database import Database
from warmonitor.store.fields import KINDS
from warmonitor.store.filters import Filters
from warmonitor.store.kept import kept
from warmonitor.store.newest import Place, newest, places
from warmonitor.store.paging import count, page
from warmonitor.store.search import Row, search
from warmonitor.store.shelf import SHELF, STAND
from warmonitor.store.snippets import Snippet, snippet
from warmonitor.store.store import head_of
from warmonitor.store.terms import Term, terms_of

MOST = 1_000  # records of one page
_TOGETHER = 500
_DIGITS, _HIGHEST = 19, (1 << 63) - 1  # of a number that every database holds
_ALL = Filters()

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Records in the order of account.json; `after` leads to the next page, None at the end."""

    records: tuple[Record, ...]
    after: str | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """How the shelf stands: the chain of given records, and a number that every change of a row raises."""

    chain: Head
    number: int

    def __str__(self) -> str:
        return f"{self.number}:{self.chain}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that words found, and some of its words around them."""

    kind: str
    id: str
    snippet: Snippet
    record: Record


@dataclass(frozen=True, slots=True)
class Found:
    """What words found, the newest first; `after` leads on, None at the end."""

    hits: tuple[Hit, ...]
    after: str | None = None


class Reader:
    """Reads the shelf and changes nothing; every method is a short transaction of its own.

    Kinds are the lists of account.json (`fields.KINDS`); records are exactly its objects.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, kind: str, record: str) -> Record | None:
        """Return one record by its id, None where there is none."""
        return next(iter(self.some(kind, [record])), None)

    def some(self, kind: str, records: Sequence[str]) -> list[Record]:
        """Return those of some records that are there, in the order asked for."""
        _checked(kind)
        asked = select(SHELF.c.id, SHELF.c.content).where(SHELF.c.kind == kind)
        found: dict[str, str] = {}
        for start in range(0, len(records), _TOGETHER):
            part = asked.where(SHELF.c.id.in_(list(map(kept, records[start : start + _TOGETHER]))))
            found |= self._database.read(partial(_contents, asked=part))
        return [json.loads(found[one]) for one in dict.fromkeys(records) if one in found]

    def page(
        self,
        kind: str,
        filters: Filters = _ALL,
        after: str | None = None,
        limit: int = 100,
        total: bool = False,
    ) -> Page:
        """Return up to `limit` records (1 to 1000) that come after those of another page.

        A record that is put meanwhile moves no other from one page to the next.

        Raises:
            QueryError: when the kind, the limit or `after` is none.
        """
        _checked(kind, limit)
        start = _start(after)

        def work(connection: Connection) -> Page:
            rows = page(connection, kind, filters, start, limit + 1)
            on = rows[limit - 1][0].hex() if len(rows) > limit else None
            records = tuple(json.loads(content) for _, content in rows[:limit])
            return Page(records, on, count(connection, kind, filters) if total else None)

        return self._database.read(work)

    def from_newest(
        self, kind: str, filters: Filters = _ALL, after: str | None = None, limit: int = 100
    ) -> Page:
        """Return up to `limit` records (1 to 1000) from the newest first day on, those without a day last.

        Raises:
            QueryError: when the kind, the limit or `after` is none.
        """
        _checked(kind, limit)
        start = Place.of(after) if after is not None else None
        rows = self._database.read(lambda connection: newest(connection, kind, filters, start, limit + 1))
        records = tuple(json.loads(content) for _, content in rows[:limit])
        return Page(records, places(rows, limit))

    def each(self, kind: str, filters: Filters = _ALL) -> Iterator[Record]:
        """Yield all records that pass, read a page at a time: whoever writes never waits long for it."""
        after: str | None = None
        while True:
            found = self.page(kind, filters, after, MOST)
            yield from found.records
            if (after := found.after) is None:
                return

    def search(
        self,
        words: str,
        filters: Filters = _ALL,
        after: str | None = None,
        limit: int = 20,
        kind: str | None = None,
    ) -> Found:
        """Return up to `limit` records (1 to 1000) in which words stand, the newest first, undated ones last.

        All words must be there; "a phrase" as it stands, `-word` not, `word*` with any ending.

        Raises:
            QueryError: when words are too long, a beginning is too short, or kind, limit or `after` is none.
        """
        _checked(kind or KINDS[0], limit)
        if after is not None and not (after.isascii() and after.isdecimal() and len(after) <= _DIGITS):
            raise _no_cursor()
        wanted = terms_of(words)
        below = min(int(after), _HIGHEST) if after else None
        rows = self._database.read(
            lambda connection: search(connection, wanted, kind, filters, below, limit + 1)
        )
        hits = tuple(_hit(row, wanted) for row in rows[:limit])
        return Found(hits, str(rows[limit - 1].number) if len(rows) > limit else None)

    def tallies(self, role: str, targets: Sequence[str], kinds: Sequence[str]) -> ties.Tallies:
        """Return, by target and kind, how many records are linked to a target in a role."""
        return self._database.read(lambda connection: ties.tallies(connection, role, targets, kinds))

    def newest(self, kind: str, filters: Filters, limit: int = 100) -> list[Record]:
        """Return up to `limit` records with all links of the filters, those of the last days first."""
        _checked(kind, limit)
        found = self._database.read(lambda connection: ties.newest(connection, kind, filters, limit))
        return list(map(json.loads, found))

    def naming(self, kind: str, role: str, targets: Sequence[str], limit: int = 100) -> list[Record]:
        """Return up to `limit` records that are linked to any of the targets in a role, the newest first."""
        _checked(kind, limit)
        found = self._database.read(lambda connection: ties.naming(connection, kind, role, targets, limit))
        return list(map(json.loads, found))

    def counted(self, kind: str, filters: Filters = _ALL, most: int = MOST) -> int:
        """Return how many records pass the filters, counting no further than `most`."""
        _checked(kind)
        return self._database.read(lambda connection: ties.counted(connection, kind, filters, most))

    def most_named(
        self, kind: str, role: str, filters: Filters = _ALL, start: int = 0, limit: int = 100
    ) -> list[tuple[Record, int]]:
        """Return records that most claims name in a role, each with how many do, from a place on."""
        _checked(kind, limit)
        found = self._database.read(
            lambda connection: ties.most_named(connection, kind, role, filters, start, limit)
        )
        return [(json.loads(content), claims) for content, claims in found]

    def head(self) -> Stand:
        """Return how the shelf stands: while it is the same, so is every answer."""
        return self._database.read(
            lambda connection: Stand(
                head_of(connection), connection.execute(select(STAND.c.number)).scalar_one()
            )
        )


def _contents(connection: Connection, asked: Select[Any]) -> dict[str, str]:
    return {row.id: row.content for row in connection.execute(asked)}


def _checked(kind: str, limit: int = 1) -> None:
    if kind not in KINDS:
        raise QueryError("kind-unknown", f"“{kind}” is no list of the account; they are: {', '.join(KINDS)}.")
    if not 1 <= limit <= MOST:
        raise QueryError("limit-invalid", f"A page has 1 to {MOST} records, not {limit}.")


def _start(after: str | None) -> bytes | None:
    try:
        return bytes.fromhex(after) if after is not None else None
    except ValueError:
        raise _no_cursor() from None


def _no_cursor() -> QueryError:
    return QueryError("cursor-invalid", "This is no place in a list: use one that a page gave.")


def _hit(row: Row, wanted: Sequence[Term]) -> Hit:
    record = json.loads(row.content)
    return Hit(row.kind, row.id, snippet(row.kind, record, wanted), record)
