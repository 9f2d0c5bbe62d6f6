"""What is compared of a report: its words, days, places, parties and tolls, and where it was published."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from warmonitor.model import (
    Claim,
    Measure,
    Modality,
    Named,
    PlacePrecision,
    Report,
    Stance,
    Toll,
)
from warmonitor.stages.group.coverage.days import REACH, Days, days_of
from warmonitor.stages.group.coverage.words import Words, name_key, words_of
from warmonitor.stages.group.facts import Scene

Spot = tuple[float, float] | None
_SERIAL = re.compile(r"(?:[?&]p=|/)(\d{4,7})(?:[/?&#]|$)")
_HOST = re.compile(r"^https?://(?:www\.)?([^/?#]+)")


@dataclass(frozen=True, slots=True)
class Signature:
    """One report as it is compared, made from it and its claims alone; no other report changes it.

    `spots` are towns of its lead with coordinates where known, `areas` the provinces, all by keys that hold
    across sets of reports; `injured` are lower bounds of counts in the lead; `serial` is the running number
    in its address on `site`.
    """

    id: str
    words: Words
    days: Days
    spots: dict[str, Spot]
    areas: frozenset[str]
    parties: frozenset[str]
    injured: frozenset[int]
    site: str
    serial: int | None


def signature_of(report: Report, claims: Iterable[Claim], scene: Scene) -> Signature:
    """Return what is compared of a report; `claims` are its own, grounded."""
    lead = [claim for claim in claims if claim.quote.start < REACH and _tells(claim)]
    named = [_told_by(one, scene) for claim in lead for one in claim.where if one.id]
    return Signature(
        report.id,
        words_of(report),
        days_of(report),
        dict(sorted(_spot(one, scene) for one in named if scene.fine(one))),
        frozenset(key for one in named for key in _areas(one, scene)),
        frozenset(_parties(lead, scene)),
        _injured(lead),
        _site(report),
        _serial(report),
    )


def _tells(claim: Claim) -> bool:
    return claim.modality is Modality.ACTUAL and claim.stance is not Stance.DENIED


def _told_by(named: Named, scene: Scene) -> Named:
    """Return the place by which an area is told: two reports say "X" and "near X" of one happening."""
    known = scene.places.known.get(named.id or "")
    if known is None or known.of not in scene.places.known:
        return named
    return replace(named, id=known.of)


def _place_key(place: str, scene: Scene) -> str:
    known = scene.places.known.get(place)
    if known is None:
        return place
    return known.gazetteer or name_key(known.name) or place


def _spot(named: Named, scene: Scene) -> tuple[str, Spot]:
    known = scene.places.known.get(named.id or "")
    degrees = known and known.latitude is not None and known.longitude is not None
    spot = (known.latitude, known.longitude) if known and degrees else None
    return _place_key(named.id or "", scene), spot  # type: ignore[return-value]


def _areas(named: Named, scene: Scene) -> Iterable[str]:
    around = scene.places.around(named.id or "")
    wider = around if scene.fine(named) else (named.id or "", *around)
    kept = [scene.places.known[one] for one in wider if one in scene.places.known]
    return [_place_key(one.id, scene) for one in kept if one.precision is PlacePrecision.PROVINCE]


def _parties(lead: list[Claim], scene: Scene) -> Iterable[str]:
    for claim in lead:
        doer = getattr(claim.detail, "perpetrator", None)
        if doer is not None and doer.id in scene.actors.known:
            yield scene.actors.root_name(doer)


def _injured(lead: list[Claim]) -> frozenset[int]:
    tolls = [claim.detail for claim in lead if isinstance(claim.detail, Toll)]
    found = [one.quantity.low for one in tolls if one.measure is Measure.INJURED]
    return frozenset(count for count in found if count is not None)


def _site(report: Report) -> str:
    host = _HOST.match(report.url or "")
    return host.group(1).lower() if host else (report.outlet or "").lower()


def _serial(report: Report) -> int | None:
    match = _SERIAL.search(report.url or "")
    return int(match.group(1)) if match and _HOST.match(report.url or "") else None
