"""A claim with the fields that reviewers give otherwise; its words and offsets stay."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from warmonitor.model import (
    Actor,
    Alignment,
    Amended,
    Attack,
    Attribution,
    Claim,
    Control,
    Held,
    Named,
    Place,
    Quantity,
    Span,
    Toll,
    When,
    WhenPrecision,
)

Given = dict[str, Any]  # fields by name; None is one left open
Seen = Mapping[str, Place | Actor]

_COUNT = ("low", "best", "high")
_SIDES = ("party", "counterparty", "perpetrator", "target")
_PLAIN = ("measure", "of", "scope", "change", "type", "sub_type")


def given_by(amended: Amended) -> Given:
    """Return the fields given; of a count all three, a best one alone being exact."""
    told: Given = {
        one.name: value
        for one in fields(amended)
        if one.name != "cleared" and (value := getattr(amended, one.name)) is not None
    }
    told.update(dict.fromkeys(amended.cleared))
    if set(told) & set(_COUNT):
        exact = told.get("best") if not {"low", "high"} & set(told) else None
        told = {**dict.fromkeys(_COUNT, exact), **told}
    return told


def amended_by(claim: Claim, held: Iterable[Held], head: Callable[[str], str], seen: Seen) -> Claim:
    """Return a claim as the judgements give it, the later before the earlier.

    `head` gives the id that stands for an id, `seen` the record of one.
    """
    told: Given = {}
    for one in held:
        if one.judgement.amended:
            told.update(given_by(one.judgement.amended))
    made = replace(
        claim,
        stance=told.get("stance", claim.stance),
        modality=told.get("modality", claim.modality),
        when=_when(claim.when, told),
        detail=_detail(claim, told, head, seen),
    )
    if "place" in told:
        made = replace(made, where=_where(claim, told["place"], head, seen))
    if "speaker" in told:
        made = replace(made, attribution=_attribution(claim, told["speaker"], head, seen))
    return made


def _when(when: When, told: Given) -> When:
    if not {"earliest", "latest"} & set(told):
        return when
    earliest: date | None = told.get("earliest", when.earliest)
    latest: date | None = told.get("latest", when.latest)
    precision = WhenPrecision.DAY if earliest == latest is not None else WhenPrecision.SPAN
    known = earliest is not None or latest is not None
    return When(earliest, latest, when.said, precision if known else WhenPrecision.UNKNOWN)


def _detail(claim: Claim, told: Given, head: Callable[[str], str], seen: Seen) -> Any:
    detail = claim.detail
    if not isinstance(detail, Toll | Control | Attack | Alignment):
        return detail
    mine = {one.name for one in fields(detail)}
    changed: Given = {name: told[name] for name in _PLAIN if name in told and name in mine}
    for name in _SIDES:
        if name in told and name in mine:
            changed[name] = _named(getattr(detail, name), told[name], claim, head, seen)
    if isinstance(detail, Toll) and {*_COUNT, "approximate"} & set(told):
        changed["quantity"] = _quantity(detail.quantity, told)
    return replace(detail, **changed) if changed else detail


def _quantity(count: Quantity, told: Given) -> Quantity:
    approximate = told.get("approximate", count.approximate and not set(_COUNT) & set(told))
    ends = {name: told.get(name, getattr(count, name)) for name in _COUNT}
    return replace(count, **ends, approximate=approximate)


def _named(
    old: Named | None, to: str | None, claim: Claim, head: Callable[[str], str], seen: Seen
) -> Named | None:
    """Return a name with another record behind it; one that stands nowhere has no words."""
    if to is None:
        return None
    key = head(to)
    record = seen[key] if key in seen else seen[to]
    base = old or Named("", Span(claim.quote.start, claim.quote.start))
    precision = record.precision.value if isinstance(record, Place) else None
    because = "a reviewer judged it"
    return replace(base, id=key, name=record.name, precision=precision, because=because)


def _where(claim: Claim, to: str | None, head: Callable[[str], str], seen: Seen) -> tuple[Named, ...]:
    named = _named(claim.where[0] if claim.where else None, to, claim, head, seen)
    return (named,) if named else ()


def _attribution(
    claim: Claim, to: str | None, head: Callable[[str], str], seen: Seen
) -> tuple[Attribution, ...]:
    first = claim.attribution[0] if claim.attribution else None
    speaker = _named(first.speaker if first else None, to, claim, head, seen)
    if speaker is None:
        return ()
    return (replace(first, speaker=speaker) if first else Attribution(speaker), *claim.attribution[1:])


def was(claim: Claim, amended: Amended) -> str:
    """Return what a claim gave for the fields that are given otherwise, in words."""
    told = given_by(amended)
    if set(_COUNT) & set(told):
        told = {"count": None, **{name: one for name, one in told.items() if name not in _COUNT}}
    return "; ".join(f"{name.replace('_', ' ')} {_old(claim, name)}" for name in told)


def _old(claim: Claim, name: str) -> str:
    match name:
        case "count":
            return _count(claim.detail.quantity) if isinstance(claim.detail, Toll) else "not given"
        case "approximate":
            return str(isinstance(claim.detail, Toll) and claim.detail.quantity.approximate).lower()
        case "place":
            return _called(claim.where[0] if claim.where else None)
        case "speaker":
            return _called(claim.attribution[0].speaker if claim.attribution else None)
        case "earliest" | "latest":
            return str(getattr(claim.when, name) or "not given")
    old = getattr(claim, name, None) or getattr(claim.detail, name, None)
    return _called(old) if isinstance(old, Named) or old is None else str(old)


def _count(count: Quantity) -> str:
    if count.low == count.high and count.low is not None:
        return str(count.low)
    low, high = count.low if count.low is not None else count.best, count.high
    if low is None:
        return "not given" if high is None else f"up to {high}"
    return f"at least {low}" if high is None else f"{low} to {high}"


def _called(named: Named | None) -> str:
    return "not given" if named is None else named.name or named.said or "not named"
