"""A judgement made from what a reviewer sends: records by id, with all by which they are found again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from warmonitor import __version__
from warmonitor.model import Actor, Amended, Held, Judged, Judgement, Place, Ruled, Subject
from warmonitor.store.judgeable import seen_of, subject_of
from warmonitor.store.judgement_faults import ACTORS
from warmonitor.store.judgements import kept
from warmonitor.store.reader import Reader, Record
from warmonitor.store.store import Custody
from warmonitor.store.subjects import LISTS, actor_of, cited, place_of
from warmonitor.web.desk import Desk
from warmonitor.web.records import record_of
from warmonitor.web.reviewing import Of, ToJudge
from warmonitor.web.trouble import Trouble, not_found


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
        other = self.record(LISTS[of.kind], of.other) if of.other else None
        found = subject_of(self._store, of.kind, record, other, self._beside(of, record))
        if found is None:
            said = f"A {of.kind.value} is not judged with these beside it."
            raise Trouble(400, "subject-unclear", said, "other")
        return found

    def _beside(self, of: Of, record: Record) -> list[Record]:
        """Return the claims with which a record is judged."""
        if of.kind is Judged.EVENT and not set(of.claims) <= set(record["claims"]):
            raise Trouble(400, "claims-elsewhere", "These are not all claims of the event.", "claims")
        return [self.record("claims", one) for one in of.claims]

    def record(self, kind: str, id_: str) -> Record:
        """Return a record.

        Raises:
            Trouble: 404 when it is not there.
        """
        return record_of(self._reader, kind, id_)

    def seen(self, of: Of, amended: Amended | None) -> tuple[Place | Actor, ...]:
        """Return the places and actors that a judgement speaks of, as they stand."""
        own = seen_of(of.kind, [self.record(LISTS[of.kind], one) for one in (of.id, of.other) if one])
        return (*own, *self._given(amended)) if amended else own

    def _given(self, amended: Amended) -> Iterator[Place | Actor]:
        if amended.place:
            yield place_of(self.record("places", amended.place))
        named = [one for name in ACTORS if (one := getattr(amended, name))]
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


def held_of(desk: Desk, judgement: str) -> Held:
    """Return a judgement that was kept.

    Raises:
        Trouble: 404 when it is not there.
    """
    found = kept(desk.store, judgement)
    if found is None:
        raise not_found("judgement")
    return found


def moment(desk: Desk) -> str:
    """Return the time as judgements and the chain have it."""
    return desk.now().isoformat(timespec="seconds")


def custody_now(desk: Desk) -> Custody:
    """Return when and by which program something is kept now."""
    return Custody(moment(desk), f"warmonitor {__version__}")
