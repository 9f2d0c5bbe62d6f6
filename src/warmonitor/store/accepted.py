"""Places, actors and figures that reviewers accepted as they stand, and whether they stand so still."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from warmonitor.model import Actor, Judged, Place, Subject, Verdict
from warmonitor.store.codec import decode
from warmonitor.store.judged import JUDGED
from warmonitor.store.schema import GIVEN
from warmonitor.store.shelf import in_parts
from warmonitor.store.subjects import LISTS, actor_of, place_of

Record = Mapping[str, Any]

_KINDS = {LISTS[kind]: kind for kind in (Judged.PLACE, Judged.ACTOR, Judged.FIGURE)}


def accepted(connection: Connection, kind: str, records: Mapping[str, Record]) -> dict[str, bool]:
    """Return which records of a list were accepted, by id, each with whether that still fits it.

    A figure is another as soon as its claims are, so that it always does. A place does while it lies where it
    lay and could be the same other place, an actor while it is whom it was; further names change nothing.
    """
    subjects = {f"{_KINDS[kind].value}:{one}": one for one in records} if kind in _KINDS else {}
    found: dict[str, bool] = {}
    for part in in_parts(sorted(subjects)):
        stand = (JUDGED.c.subject.in_(part), JUDGED.c.in_force == 1, JUDGED.c.undoes.is_(None))
        asked = select(GIVEN.c.content).join(JUDGED, JUDGED.c.id == GIVEN.c.id).where(*stand)
        for judgement in map(decode, connection.execute(asked.order_by(GIVEN.c.seq)).scalars()):
            if judgement.verdict is Verdict.ACCEPT:
                one = judgement.subject.id
                found[one] = _fits(records[one], judgement.seen)
    return found


def resting_on(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield list and id of what may wait, or no more, as it is accepted or is no longer."""
    if LISTS[subject.kind] in _KINDS and subject.other is None:
        yield LISTS[subject.kind], subject.id


def _fits(record: Record, seen: tuple[Place | Actor, ...]) -> bool:
    return all(_standing(one) == _standing(_as_seen(record, one)) for one in seen)


def _as_seen(record: Record, one: Place | Actor) -> Place | Actor:
    return place_of(record) if isinstance(one, Place) else actor_of(record)


def _standing(one: Place | Actor) -> tuple[Any, ...]:
    if isinstance(one, Actor):
        return one.name, one.kind, one.status, one.wikidata, one.country, one.part_of
    other = one.runner_up and (one.runner_up.name, one.runner_up.gazetteer)
    return one.latitude, one.longitude, one.gazetteer, one.precision, one.of, other
