"""Judgements kept: each in the chain, refused where somebody else judged the same since it was looked at."""

from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from warmonitor.model import ConflictError, Held, Judgement, JudgementError, Verdict, make_id
from warmonitor.store.codec import decode, encode
from warmonitor.store.judged import JUDGED, turned
from warmonitor.store.judgement_faults import fault_of
from warmonitor.store.nodes import note as note_stale
from warmonitor.store.points import reach
from warmonitor.store.schema import GIVEN
from warmonitor.store.store import JUDGEMENT, Custody, Store, append, hold_head, row_of

JUDGED_BY = "judged/"  # what a judgement touches is stale under this and its id
SHOWN = 20  # of the judgements that stand, beside one that is refused
_STANDS = (JUDGED.c.in_force == 1, JUDGED.c.undoes.is_(None))


def judge(store: Store, judgement: Judgement, custody: Custody) -> Held:
    """Keep a judgement and return it with the version of its subject; the same one again changes nothing.

    Raises:
        JudgementError: when it is not whole, or undoes what does not stand; nothing is written.
        ConflictError: when its subject has another version than the reviewer saw; nothing is written.
        StoreError: when the database cannot be written to.
    """
    if fault := fault_of(judgement):
        raise JudgementError(fault.code, fault.said)
    content = encode(judgement)
    row = row_of(JUDGEMENT, make_id(JUDGEMENT, content), content, unit_of(judgement.subject.key))
    return store.database.write(lambda connection: _judge(connection, judgement, row, custody))


def history(store: Store, subject: str) -> tuple[Held, ...]:
    """Return all judgements of a subject, by its key, in the order in which they were made."""
    return _held(store, _query().where(GIVEN.c.unit == unit_of(subject)))


def in_force(store: Store) -> tuple[Held, ...]:
    """Return the judgements that stand, of all subjects, in the order in which they were made."""
    return _held(store, _query().where(*_STANDS))


def kept(store: Store, judgement: str) -> Held | None:
    """Return a judgement by its id, None where there is none."""
    return next(iter(_held(store, _query().where(GIVEN.c.id == judgement))), None)


def standing(store: Store, subject: str) -> tuple[int, tuple[Held, ...]]:
    """Return the version of a subject, by its key, and the latest judgements of it that stand, in order."""
    return store.database.read(lambda connection: _stands(connection, subject))


def version_of(store: Store, subject: str) -> int:
    """Return how many judgements a subject has had, by its key."""
    return store.database.read(lambda connection: _version(connection, subject))


def _version(connection: Connection, subject: str) -> int:
    found = select(func.coalesce(func.max(JUDGED.c.version), 0)).where(JUDGED.c.subject == subject)
    return int(connection.execute(found).scalar_one())


def _stands(connection: Connection, subject: str) -> tuple[int, tuple[Held, ...]]:
    standing = _query().where(JUDGED.c.subject == subject, *_STANDS)
    latest = standing.order_by(None).order_by(JUDGED.c.version.desc()).limit(SHOWN)
    return _version(connection, subject), tuple(reversed(_found(connection, latest)))


def unit_of(subject: str) -> str:
    """Return what given records of one subject are found by."""
    return make_id("subject", subject)


def _query() -> Select[Any]:
    return (
        select(GIVEN.c.id, GIVEN.c.content, JUDGED.c.version, JUDGED.c.in_force)
        .join(JUDGED, JUDGED.c.id == GIVEN.c.id)
        .where(GIVEN.c.kind == JUDGEMENT)
        .order_by(GIVEN.c.seq)
    )


def _held(store: Store, query: Select[Any]) -> tuple[Held, ...]:
    return store.database.read(lambda connection: _found(connection, query))


def _found(connection: Connection, query: Select[Any]) -> tuple[Held, ...]:
    rows = connection.execute(query)
    return tuple(Held(row.id, decode(row.content), row.version, bool(row.in_force)) for row in rows)


def _judge(connection: Connection, judgement: Judgement, row: dict[str, Any], custody: Custody) -> Held:
    hold_head(connection)
    subject = judgement.subject.key
    there = connection.execute(select(JUDGED).where(JUDGED.c.id == row["id"])).one_or_none()
    if there is not None:
        return Held(row["id"], judgement, there.version, bool(there.in_force))
    stands = _version(connection, subject)
    if stands != judgement.version:
        raise ConflictError(judgement, _stands(connection, subject)[1], stands)
    _undo(connection, judgement)
    append(connection, [row], custody)
    held = Held(row["id"], judgement, stands + 1)
    told_row = {"id": held.id, "subject": subject, "version": held.version, "undoes": judgement.undoes}
    connection.execute(insert(JUDGED), {**told_row, "in_force": 1})
    note_stale(connection, [JUDGED_BY + held.id], held.id)
    reach("judged")
    return held


def _undo(connection: Connection, judgement: Judgement) -> None:
    if judgement.undoes is None:
        return
    found = connection.execute(select(JUDGED).where(JUDGED.c.id == judgement.undoes)).one_or_none()
    if found is None or found.subject != judgement.subject.key:
        raise JudgementError("judgement-unknown", f"{judgement.undoes} is no judgement of this.")
    if not found.in_force:
        raise JudgementError("judgement-undone", f"{judgement.undoes} does not stand any more.")
    for turn, stands in turned(judgement.undoes, lambda one: _undone_by(connection, one)):
        connection.execute(update(JUDGED).where(JUDGED.c.id == turn).values(in_force=int(stands)))


def _undone_by(connection: Connection, judgement: str) -> str | None:
    found: str | None = connection.execute(
        select(JUDGED.c.undoes).where(JUDGED.c.id == judgement)
    ).scalar_one()
    return found


def undoing(held: Held, by: str, when: str, why: str, version: int) -> Judgement:
    """Return the judgement that takes another back; it may take back one that itself took one back."""
    return Judgement(held.judgement.subject, Verdict.UNDO, by, when, why, version, undoes=held.id)
