"""Judgements by page, in the order in which they were made."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from warmonitor.model import Held, Judged
from warmonitor.store.came import received
from warmonitor.store.codec import decode
from warmonitor.store.judged import JUDGED
from warmonitor.store.schema import GIVEN
from warmonitor.store.store import Store

_LOOKED_AT = 500  # rows that are read at once where few of them may be wanted


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which judgements: of a record, by a reviewer, those alone that stand and undo nothing, of a kind.

    `newest` asks for the last first; `since` and `until` are days (UTC) on which they were made.
    """

    record: str | None = None
    by: str | None = None
    standing: bool = False
    kind: Judged | None = None
    newest: bool = False
    since: date | None = None
    until: date | None = None

    def takes(self, held: Held) -> bool:
        """Say whether a judgement is wanted; its subject's claims are no records that are judged."""
        one = held.judgement
        of_it = self.record is None or self.record in {one.subject.id, one.subject.other}
        return of_it and (self.by is None or one.by == self.by)


def page(store: Store, wanted: Wanted, after: int, limit: int) -> tuple[list[Held], int | None]:
    """Return up to so many judgements after a place in the chain, and that of the last if more follow.

    With the newest first they come before it, and 0 is its end.
    """
    found: list[Held] = []
    while True:
        rows = _rows(store, wanted, after)
        for at, (seq, held) in enumerate(rows):
            after = seq
            if not wanted.takes(held):
                continue
            found.append(held)
            if len(found) == limit:
                return found, after if at + 1 < len(rows) or len(rows) == _LOOKED_AT else None
        if len(rows) < _LOOKED_AT:
            return found, None


def _rows(store: Store, wanted: Wanted, after: int) -> list[tuple[int, Held]]:
    told = (GIVEN.c.seq, GIVEN.c.id, GIVEN.c.content, JUDGED.c.version, JUDGED.c.in_force)

    def work(connection: Connection) -> list[Any]:
        places = list(connection.execute(_places(wanted, after)).scalars())
        asked = select(*told).join(JUDGED, JUDGED.c.id == GIVEN.c.id).where(GIVEN.c.seq.in_(places))
        return sorted(connection.execute(asked), key=lambda row: int(row.seq), reverse=wanted.newest)

    return [
        (row.seq, Held(row.id, decode(row.content), row.version, bool(row.in_force)))
        for row in store.database.read(work)
    ]


def _places(wanted: Wanted, after: int) -> Select[tuple[int]]:
    """Ask where in the chain judgements stand, by their ids: what else was given is far more."""
    judged = select(JUDGED.c.id)
    if wanted.kind is not None:
        judged = judged.where(JUDGED.c.subject.startswith(f"{wanted.kind}:", autoescape=True))
    if wanted.record is not None:
        judged = judged.where(JUDGED.c.subject.contains(wanted.record, autoescape=True))
    if wanted.standing:
        judged = judged.where(JUDGED.c.in_force == 1, JUDGED.c.undoes.is_(None))
    asked = (
        select(GIVEN.c.seq)
        .where(GIVEN.c.id.in_(judged), *received(wanted.since, wanted.until))
        .limit(_LOOKED_AT)
    )
    if wanted.by is not None:  # named elsewhere in a judgement too: `takes` looks again
        asked = asked.where(GIVEN.c.content.contains(json.dumps(wanted.by), autoescape=True))
    if wanted.newest:
        return (asked.where(GIVEN.c.seq < after) if after else asked).order_by(GIVEN.c.seq.desc())
    return asked.where(GIVEN.c.seq > after).order_by(GIVEN.c.seq)
