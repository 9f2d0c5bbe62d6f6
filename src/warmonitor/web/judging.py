"""A judgement made from what a reviewer sends: records by id, with all by which they are found again."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from warmonitor import __version__
from warmonitor.model import Actor, Amended, Judged, Judgement, Place, Ruled, Subject
from warmonitor.store.judgement_faults import ACTORS
from warmonitor.store.judgements import kept
from warmonitor.store.reader import Reader, Record
from warmonitor.store.store import Custody
from warmonitor.store.subjects import (
    LISTS,
    actor_of,
    cited,
    claim_subject,
    events_subject,
    figure_subject,
    mention_subject,
    pair_subject,
    parted_subject,
    place_of,
    subject_again,
)
from warmonitor.web.desk import Desk
from warmonitor.web.records import record_of
from warmonitor.web.reviewing import Of, ToJudge
from warmonitor.web.trouble import Trouble

_CLAIMS = 1000  # of one event or figure that are looked at


class Finder:
    """Finds the records that a judgement is of, as the account has them now."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._reader = Reader(desk.store.database)

    def subject(self, of: Of) -> Subject:
        """Return what is judged.

        Raises:
            Trouble: 404 when a record is not there, 400 when they do not go together.
        """
        record = self.record(LISTS[of.kind], of.id)
        fresh = self._fresh(of, record)
        return subject_again(fresh, record, lambda judgement: kept(self._store, judgement))

    def _fresh(self, of: Of, record: Record) -> Subject:
        match of.kind, of.other, of.claims:
            case Judged.CLAIM, None, []:
                return claim_subject(record)
            case Judged.FIGURE, None, []:
                return figure_subject(record, self.claims(record))
            case Judged.EVENT, str(other), []:
                two = self.record("events", other)
                return events_subject(record, two, [*self.claims(record), *self.claims(two)])
            case Judged.EVENT, None, [_, *_]:
                return parted_subject(record, self._leaving(record, of.claims), self.claims(record))
            case (Judged.REPORT | Judged.PLACE | Judged.ACTOR) as kind, str(other), []:
                return pair_subject(kind, record, self.record(LISTS[kind], other))
            case (Judged.PLACE | Judged.ACTOR) as kind, None, []:
                return Subject(kind, of.id)
            case (Judged.PLACE | Judged.ACTOR) as kind, None, [claim]:
                return mention_subject(kind, record, self.record("claims", claim))
        raise Trouble(
            400, "subject-unclear", f"A {of.kind.value} is not judged with these beside it.", "other"
        )

    def record(self, kind: str, id_: str) -> Record:
        """Return a record.

        Raises:
            Trouble: 404 when it is not there.
        """
        return record_of(self._reader, kind, id_)

    def claims(self, record: Record) -> list[Record]:
        """Return the claims of an event or a figure, so many as are looked at."""
        return self._reader.some("claims", record["claims"][:_CLAIMS])

    def _leaving(self, event: Record, claims: Sequence[str]) -> list[Record]:
        if not set(claims) <= set(event["claims"]):
            raise Trouble(400, "claims-elsewhere", "These are not all claims of the event.", "claims")
        return self._reader.some("claims", claims)

    def seen(self, of: Of, amended: Amended | None) -> tuple[Place | Actor, ...]:
        """Return the places and actors that a judgement speaks of, as they stand."""
        return tuple(self._seen(of, amended))

    def _seen(self, of: Of, amended: Amended | None) -> Iterator[Place | Actor]:
        ids = [of.id, *([of.other] if of.other else [])]
        if of.kind is Judged.PLACE:
            yield from (place_of(self.record("places", one)) for one in ids)
        if of.kind is Judged.ACTOR:
            yield from (actor_of(self.record("actors", one)) for one in ids)
        if amended and amended.place:
            yield place_of(self.record("places", amended.place))
        named = [one for name in ACTORS if amended and (one := getattr(amended, name))]
        yield from (actor_of(self.record("actors", one)) for one in dict.fromkeys(named))


def judgement_of(desk: Desk, given: ToJudge, version: int, by: str) -> Judgement:
    """Return the judgement that a reviewer makes now."""
    finder = Finder(desk)
    amended = Amended(**dict(_amended(given))) if given.amended else None
    ruled = None
    if given.ruled:
        claim = given.ruled.claim
        ruled = Ruled(given.ruled.rule, cited(finder.record("claims", claim)) if claim else None)
    return Judgement(
        finder.subject(given.of),
        given.verdict,
        by,
        moment(desk),
        given.why,
        version,
        amended,
        ruled,
        seen=finder.seen(given.of, amended),
    )


def _amended(given: ToJudge) -> Iterator[tuple[str, Any]]:
    sent: Any = given.amended
    for name, value in sent:
        if name in {"earliest", "latest"} and value is not None:
            yield name, _day(value, name)
        else:
            yield name, tuple(value) if isinstance(value, list) else value


def _day(words: str, name: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Trouble(400, "day-invalid", "This is no day of the calendar.", name) from None


def moment(desk: Desk) -> str:
    """Return the time as judgements and the chain have it."""
    return desk.now().isoformat(timespec="seconds")


def custody_now(desk: Desk) -> Custody:
    """Return when and by which program something is kept now."""
    return Custody(moment(desk), f"warmonitor {__version__}")
