"""The table of judgements: which of them stand, and how many each subject has had; all by the chain."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Integer, String, Table, UniqueConstraint, select

from warmonitor.model import Issue, StoreError
from warmonitor.store.codec import decode
from warmonitor.store.schema import GIVEN, METADATA

# One row for each judgement; those of one subject are numbered from 1, which is the version that it makes.
JUDGED = Table(
    "judged",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("subject", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("undoes", String(64)),
    Column("in_force", Integer, nullable=False),
    UniqueConstraint("subject", "version"),
)


def turned(judgement: str | None, undoes: Callable[[str], str | None]) -> Iterator[tuple[str, bool]]:
    """Yield what an undoing turns: the judgement undone off, what that had undone on, and so forth."""
    stands = False
    while judgement is not None:
        yield judgement, stands
        judgement, stands = undoes(judgement), not stands


def folded(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the table, by id, that given rows of judgements make, in the order of the chain."""
    made: dict[str, dict[str, Any]] = {}
    versions: dict[str, int] = {}
    for row in rows:
        judgement = decode(row["content"])
        subject = judgement.subject.key
        versions[subject] = versions.get(subject, 0) + 1
        for turn, stands in turned(judgement.undoes, lambda one: made[one]["undoes"]):
            made[turn]["in_force"] = int(stands)
        made[row["id"]] = {
            "id": row["id"],
            "subject": subject,
            "version": versions[subject],
            "undoes": judgement.undoes,
            "in_force": 1,
        }
    return made


def check_judged(connection: Connection, kind: str) -> Iterator[Issue]:
    """Yield an issue for each judgement whose row is not what the chain says."""
    given = select(GIVEN.c.id, GIVEN.c.content).where(GIVEN.c.kind == kind).order_by(GIVEN.c.seq)
    try:
        wanted = folded([dict(row) for row in connection.execute(given).mappings()])
    except (StoreError, AttributeError, KeyError):
        return  # a given record was changed: the chain tells
    found = {row["id"]: dict(row) for row in connection.execute(select(JUDGED)).mappings()}
    for judgement in sorted(wanted.keys() | found.keys()):
        if wanted.get(judgement) != found.get(judgement):
            said = "Whether it stands, or of which version it is, was changed from outside."
            yield Issue("judgement-changed", judgement, said, fatal=True)
