"""What changed on the shelf, kept until every saved question has been asked of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_TOGETHER = 500

NEWS = Table(
    "news",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("before", Text),  # ASCII JSON; none where the record is new
    Column("after", Text),  # none where it is gone
    Column("noted", String(32), nullable=False),  # UTC, ISO 8601
    Index("news_id", "kind", "id"),
)
QUESTION = Table(
    "question",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("content", Text, nullable=False),  # ASCII JSON: what is asked
    Column("asked", _Number, nullable=False),  # the number of the last news that it was asked of
    Column("answers", _Number, nullable=False),  # how many it has been given
)


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is new (`before` None), changed, or gone (`after` None); contents are ASCII JSON."""

    number: int
    kind: str
    id: str
    before: str | None
    after: str | None


def listening(connection: Connection) -> bool:
    """Say whether any question is saved: what changes before the first is nobody's news."""
    return connection.execute(select(QUESTION.c.name).limit(1)).first() is not None


def note(connection: Connection, changes: Sequence[Change], at: str) -> None:
    """Keep changes; a record that went and came again, such as from one unit to another, is one change."""
    rows = []
    for change in changes:
        before, after = change.before, change.after
        if before is None:
            before = _withdrawn(connection, change)
        if before != after:
            rows.append(
                {"number": change.number, "kind": change.kind, "id": change.id,
                 "before": before, "after": after, "noted": at}
            )  # fmt: skip
    for start in range(0, len(rows), _TOGETHER):
        connection.execute(insert(NEWS), rows[start : start + _TOGETHER])


def since(connection: Connection, number: int, kinds: Iterable[str]) -> Iterator[Change]:
    """Yield what changed of some kinds after the news of that number, in order."""
    found = select(NEWS.c.number, NEWS.c.kind, NEWS.c.id, NEWS.c.before, NEWS.c.after)
    for row in connection.execute(
        found.where(NEWS.c.number > number, NEWS.c.kind.in_(sorted(kinds))).order_by(NEWS.c.number)
    ):
        yield Change(*row)


def _withdrawn(connection: Connection, change: Change) -> str | None:
    """Take back the news that a record went, and return what it was; None where that is no news."""
    same = (NEWS.c.kind == change.kind) & (NEWS.c.id == change.id)
    last = connection.execute(
        select(NEWS.c.number, NEWS.c.before, NEWS.c.after).where(same).order_by(NEWS.c.number.desc()).limit(1)
    ).one_or_none()
    if last is None or last.after is not None:
        return None
    connection.execute(delete(NEWS).where(NEWS.c.number == last.number))
    return str(last.before)
