"""Records of the shelf looked up inside a transaction that is under way."""

import json
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from warmonitor.store.fields import texts
from warmonitor.store.filters import Filters
from warmonitor.store.kept import kept
from warmonitor.store.search import search
from warmonitor.store.shelf import SHELF
from warmonitor.store.terms import Term
from warmonitor.store.words import words

Record = dict[str, Any]
_MOST = 1_000  # records of one name


def spelt(text: str) -> tuple[str, ...]:
    """Return a name as it is compared: its words, folded."""
    return tuple(word.folded for word in words(text))


class Lookup:
    """Looks records up by id and by name; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _known(self) -> dict[tuple[str, str], Record | None]:
        return {}

    def get(self, kind: str, record: str) -> Record | None:
        """Return a record, None where there is none."""
        if (kind, record) not in self._known:
            asked = select(SHELF.c.content).where(SHELF.c.kind == kind, SHELF.c.id == kept(record))
            found = self._connection.execute(asked).scalar_one_or_none()
            self._known[kind, record] = json.loads(found) if found else None
        return self._known[kind, record]

    def named(self, kind: str, name: str) -> list[Record]:
        """Return the places or actors of an id or a name in any spelling, by id."""
        if one := self.get(kind, name):
            return [one]
        wanted = spelt(name)
        if not wanted:
            return []
        rows = search(self._connection, [Term(wanted)], kind, Filters(), None, _MOST)
        found = [json.loads(row.content) for row in rows]
        return sorted(
            (one for one in found if wanted in {spelt(text) for _, text in texts(kind, one)}),
            key=lambda one: str(one["id"]),
        )
