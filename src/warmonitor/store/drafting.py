"""What a reviewer asks for, by ids and words, as a judgement: subjects and fields looked up on the shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints

from warmonitor.model import Actor, Amended, Judged, JudgementError, Place, Rule, Ruled, Subject
from warmonitor.store.judgeable import seen_of, subject_of
from warmonitor.store.judgement_faults import ACTORS
from warmonitor.store.naming import named
from warmonitor.store.reader import Reader, Record
from warmonitor.store.store import Store
from warmonitor.store.subjects import LISTS, actor_of, cited, place_of

Seen = tuple[Place | Actor, ...]

LONGEST = 20  # digits of a number

_PAIRS = "Two reports, places, actors or events are judged, or one of them and a claim."
_RULES = {rule.name.lower().replace("_", " "): rule for rule in Rule}


class Drafts:
    """Subjects and fields of judgements, from the records of a store's account as it was last made.

    Every method raises a JudgementError (`record-unknown`) for an id that the account has not.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reader = Reader(store.database)

    def claim(self, claim: str) -> Subject:
        """Return a claim, by its id, as it is judged."""
        return self._subject(Judged.CLAIM, self._record(Judged.CLAIM, claim))

    def figure(self, figure: str) -> Subject:
        """Return a figure, by its id, as it is judged."""
        return self._subject(Judged.FIGURE, self._record(Judged.FIGURE, figure))

    def whole(self, record: str) -> tuple[Subject, Seen]:
        """Return a claim, a figure, a place or an actor, by its id, as it is accepted."""
        kind = self._kind(record)
        found = self._record(kind, record)
        return self._subject(kind, found), seen_of(kind, [found])

    def pair(self, one: str, other: str) -> tuple[Subject, Seen]:
        """Return two records of one kind, or one and a claim that names it or tells of it."""
        kind, claims = self._kind(one), other.startswith("claim-")
        if kind in {Judged.CLAIM, Judged.FIGURE} or not (claims or self._kind(other) is kind):
            raise JudgementError("pair-unfit", _PAIRS)
        record = self._record(kind, one)
        if claims:
            leaving = [self._record(Judged.CLAIM, other)]
            return self._subject(kind, record, claims=leaving), seen_of(kind, [record])
        second = self._record(kind, other)
        return self._subject(kind, record, second), seen_of(kind, [record, second])

    def _subject(
        self, kind: Judged, record: Record, other: Record | None = None, claims: Sequence[Record] = ()
    ) -> Subject:
        found = subject_of(self._store, kind, record, other, claims)
        if found is None:
            raise JudgementError("pair-unfit", _PAIRS)
        return found

    def rule(self, rule: str, claim: str | None = None) -> Ruled:
        """Return a rule by its short name (range, median, majority, latest, highest, lowest, claim)."""
        if rule not in _RULES:
            raise JudgementError("rule-unclear", f"“{rule}” is no rule; they are: {', '.join(_RULES)}.")
        return Ruled(_RULES[rule], cited(self._record(Judged.CLAIM, claim)) if claim else None)

    def amended(self, words: Mapping[str, str]) -> tuple[Amended, Seen]:
        """Return the fields of a claim given in words, "" for one that is to be left open.

        Places and actors are named by id or by name.

        Raises:
            JudgementError, QueryError: when a field is none, or cannot be what is said.
        """
        hints = get_type_hints(Amended)
        known = [one.name for one in fields(Amended) if one.name != "cleared"]
        for name in words:
            if name not in known:
                raise JudgementError("amend-unfit", f"“{name}” is no field; they are: {', '.join(known)}.")
        given = {name: _value(name, hints[name], said) for name, said in words.items() if said}
        seen = {name: self._named(name, said) for name, said in given.items() if name in {"place", *ACTORS}}
        given |= {name: record.id for name, record in seen.items()}
        cleared = tuple(sorted(name for name, said in words.items() if not said))
        return Amended(**given, cleared=cleared), tuple(seen.values())

    def _named(self, field: str, record: str) -> Place | Actor:
        if field == "place":
            return place_of(self._record(Judged.PLACE, named(self._reader, "places", record)))
        return actor_of(self._record(Judged.ACTOR, named(self._reader, "actors", record)))

    def _kind(self, record: str) -> Judged:
        kind = record.partition("-")[0]
        if kind not in set(Judged):
            raise JudgementError("record-unknown", f"“{record}” is no id of a record that can be judged.")
        return Judged(kind)

    def _record(self, kind: Judged, record: str) -> Record:
        found = self._reader.get(LISTS[kind], record)
        if found is None:
            said = f"The account that was last made has no {kind} “{record}”."
            raise JudgementError("record-unknown", said)
        return found


def _value(name: str, hint: Any, said: str) -> Any:
    kind = next(one for one in get_args(hint) if one is not type(None))
    try:
        if kind is bool:
            return {"yes": True, "no": False}[said]
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(said)
        if kind is int:
            return int(said if said.isascii() and said.isdecimal() and len(said) < LONGEST else "no number")
        return date.fromisoformat(said) if kind is date else kind(said)
    except (ValueError, KeyError):
        raise JudgementError("amend-unclear", f"“{said}” cannot be the {name} of a claim.") from None


def key_of(store: Store, subject: str) -> str:
    """Return the key of a subject that is named by it, or by the id of a claim or figure."""
    kind = subject.partition("-")[0]
    if ":" in subject or kind not in {Judged.CLAIM, Judged.FIGURE}:
        return subject
    drafts = Drafts(store)
    return (drafts.claim(subject) if kind == Judged.CLAIM else drafts.figure(subject)).key
