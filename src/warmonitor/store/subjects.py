"""What is to be judged, from records as account.json holds them: with all by which it is found again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from warmonitor.model import (
    Actor,
    ActorKind,
    ActorStatus,
    Cited,
    ClaimKind,
    CountedAs,
    Held,
    Judged,
    Place,
    PlacePrecision,
    RunnerUp,
    Subject,
)

Record = Mapping[str, Any]

LISTS: Mapping[Judged, str] = {kind: f"{kind.value}s" for kind in Judged}  # of the account, by what is judged
MOST_CITED = 16  # claims by which an event or a figure is found again
LONGEST = 200
_TELLS = {
    "toll": ("measure", "of", "low", "best", "high"),
    "control": ("change", "party", "counterparty"),
    "attack": ("sub_type", "perpetrator", "target"),
    "event": ("sub_type", "perpetrator", "target"),
}


def cited(claim: Record) -> Cited:
    """Return a claim as it is found again."""
    quote, kind = claim["quote"], str(claim["kind"])
    told = (claim[name] for name in _TELLS.get(kind, ()))
    tells = " / ".join(_told(one) for one in told)[:LONGEST]
    words = str(quote["text"])
    return Cited(claim["report"], ClaimKind(kind), words, quote["start"], quote["end"], claim["id"], tells)


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value["said"])
    return "" if value is None else str(value)


def claim_subject(claim: Record) -> Subject:
    """Return a claim as it is judged."""
    return Subject(Judged.CLAIM, claim["id"], cited=(cited(claim),))


def pair_subject(kind: Judged, one: Record, other: Record) -> Subject:
    """Return two reports, places or actors as they are judged."""
    return Subject(kind, one["id"], other["id"])


def mention_subject(kind: Judged, record: Record, claim: Record) -> Subject:
    """Return a place or an actor with the claim that names it, as one mention is judged."""
    return Subject(kind, record["id"], cited=(cited(claim),))


def events_subject(one: Record, other: Record, claims: Iterable[Record]) -> Subject:
    """Return two events as they are judged; `claims` are those of both, or more."""
    known = {claim["id"]: claim for claim in claims}
    sides = [_some([known[key] for key in event["claims"] if key in known]) for event in (one, other)]
    return Subject(Judged.EVENT, one["id"], other["id"], sides[0], sides[1])


def parted_subject(event: Record, leaving: Sequence[Record], claims: Iterable[Record]) -> Subject:
    """Return an event with the claims that are to leave it; `claims` are those of the event, or more."""
    gone = {claim["id"] for claim in leaving}
    staying = [one for one in claims if one["id"] in event["claims"] and one["id"] not in gone]
    return Subject(Judged.EVENT, event["id"], None, _some(staying), _some(leaving))


def figure_subject(figure: Record, claims: Iterable[Record]) -> Subject:
    """Return a figure as it is judged; `claims` are those of the figure, or more."""
    when, place = figure["when"], figure["place"]
    ends = [date.fromisoformat(day) if (day := when[end]) else None for end in ("earliest", "latest")]
    counted = CountedAs(figure["measure"], figure["of"], place["id"] if place else None, ends[0], ends[1])
    mine = [claim for claim in claims if claim["id"] in figure["claims"]]
    return Subject(Judged.FIGURE, figure["id"], cited=_some(mine), figure=counted)


def subject_again(fresh: Subject, record: Record, kept: Callable[[str], Held | None]) -> Subject:
    """Return the subject under which a record is judged already, or the fresh one where it is not.

    So the versions of a claim or a figure go on when its id has changed since its report was read anew.
    """
    for bearing in reversed(record.get("judgements", ())):
        held = kept(bearing["id"])
        if held and held.judgement.subject.kind is fresh.kind in {Judged.CLAIM, Judged.FIGURE}:
            return held.judgement.subject
    return fresh


def place_of(record: Record) -> Place:
    """Return the place of a record."""
    made = _fields(Place, record)
    runner_up = record["runner_up"]
    made["precision"] = PlacePrecision(record["precision"])
    made["runner_up"] = RunnerUp(**runner_up) if runner_up else None
    return Place(**made)


def actor_of(record: Record) -> Actor:
    """Return the actor of a record."""
    made = _fields(Actor, record)
    return Actor(**{**made, "kind": ActorKind(record["kind"]), "status": ActorStatus(record["status"])})


def _fields(kind: type[Place | Actor], record: Record) -> dict[str, Any]:
    told = {one.name: record[one.name] for one in fields(kind)}
    return {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}


def _some(claims: Sequence[Record]) -> tuple[Cited, ...]:
    found = sorted(cited(claim) for claim in claims)
    return tuple(found[:MOST_CITED])
