"""A record as it is judged: alone, with another of its kind, or with claims, looked up on the shelf."""

from collections.abc import Sequence
from functools import partial

from warmonitor.model import Actor, Judged, Place, Subject
from warmonitor.store.judgements import kept
from warmonitor.store.reader import Reader, Record
from warmonitor.store.store import Store
from warmonitor.store.subjects import (
    actor_of,
    claim_subject,
    events_subject,
    figure_subject,
    mention_subject,
    pair_subject,
    parted_subject,
    place_of,
    subject_again,
)

_CLAIMS = 1000  # of one event or figure that are looked at


def subject_of(
    store: Store, kind: Judged, record: Record, other: Record | None = None, claims: Sequence[Record] = ()
) -> Subject | None:
    """Return what is judged, None where the records do not go together.

    `claims` are the one that names a place or an actor, or those that are to leave an event.
    """
    fresh = _fresh(Reader(store.database), kind, record, other, claims)
    return fresh and subject_again(fresh, record, partial(kept, store))


def _fresh(
    reader: Reader, kind: Judged, record: Record, other: Record | None, claims: Sequence[Record]
) -> Subject | None:
    match kind, other, claims:
        case Judged.CLAIM, None, ():
            return claim_subject(record)
        case Judged.FIGURE, None, ():
            return figure_subject(record, claims_of(reader, record))
        case Judged.EVENT, dict() as two, ():
            return events_subject(record, two, [*claims_of(reader, record), *claims_of(reader, two)])
        case Judged.EVENT, None, (_, *_):
            return parted_subject(record, claims, claims_of(reader, record))
        case ((Judged.REPORT | Judged.PLACE | Judged.ACTOR), dict() as two, ()):
            return pair_subject(kind, record, two)
        case ((Judged.PLACE | Judged.ACTOR), None, ()):
            return Subject(kind, str(record["id"]))
        case ((Judged.PLACE | Judged.ACTOR), None, (claim,)):
            return mention_subject(kind, record, claim)
    return None


def claims_of(reader: Reader, record: Record) -> list[Record]:
    """Return the claims of an event or a figure, so many as are looked at."""
    return reader.some("claims", record["claims"][:_CLAIMS])


def seen_of(kind: Judged, records: Sequence[Record]) -> tuple[Place | Actor, ...]:
    """Return the places or actors that a judgement is of, as they stand; none for other records."""
    if kind is Judged.PLACE:
        return tuple(map(place_of, records))
    return tuple(map(actor_of, records)) if kind is Judged.ACTOR else ()
