"""From the claims of a message to its incidents: claims of one happening together, in MUC-4's types.

A separate incident is one of another type, place, day or perpetrator (task documentation 1, section 5).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eval.muc34.accounts import Read
from eval.muc34.kinds import lexicon
from warmonitor.model import (
    Attack,
    Claim,
    ClaimKind,
    Measure,
    Modality,
    Named,
    Place,
    PlacePrecision,
    Toll,
    When,
)

ARSON, BOMBING, KIDNAPPING, ROBBERY, ATTACK = "ARSON", "BOMBING", "KIDNAPPING", "ROBBERY", "ATTACK"
_DESTRUCTION = "Looting/property destruction"
_HURT = {Measure.KILLED: "DEATH", Measure.INJURED: "INJURY", Measure.ABDUCTED: None}


@dataclass(frozen=True, slots=True)
class Unit:
    """One claim that tells of an incident: what it adds to the incident's slots."""

    claim: Claim
    type: str
    sentence: int
    place: str | None
    doer: Named | None
    target: Named | None
    words: str

    @property
    def when(self) -> When:
        """Return when it happened."""
        return self.claim.when

    @property
    def toll(self) -> Toll | None:
        """Return the count of people that the claim is, None where it is none."""
        return self.claim.detail if isinstance(self.claim.detail, Toll) else None


@dataclass(slots=True)
class Incident:
    """Claims that tell of one happening, in the order of the text."""

    units: list[Unit] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Return the type that its claims give, the plain attack only where there is no other."""
        told = [u.type for u in self.units if u.type != ATTACK]
        return told[0] if told else ATTACK

    def dated(self) -> When | None:
        """Return the narrowest time that words of its claims give."""
        said = [u.when for u in self.units if u.when.said and u.when.known()]
        return min(said, key=_width, default=None)

    def places(self) -> list[str]:
        """Return the ids of its places, those told most often first."""
        ids = [u.place for u in self.units if u.place]
        return sorted(dict.fromkeys(ids), key=lambda p: -ids.count(p))

    def doers(self) -> list[Named]:
        """Return who did it, as named by its claims."""
        return [u.doer for u in self.units if u.doer is not None]


def _width(when: When) -> int:
    days = when.days()
    return 9999 if days is None else days


def incidents(read: Read) -> list[Incident]:
    """Return the incidents of a message in the order of its text, relevant or not."""
    found: list[Incident] = []
    places = {place.id: place for place in read.places}
    for unit in _units(read):
        fitting = [one for one in found if _fits(one, unit, places)]
        if fitting:
            max(fitting, key=lambda one: (_near(one, unit), one.units[-1].sentence)).units.append(unit)
        else:
            found.append(Incident([unit]))
    return found


def _near(one: Incident, unit: Unit) -> int:
    return int(bool(unit.place) and unit.place in one.places()) - (unit.sentence - one.units[-1].sentence)


def _units(read: Read) -> Iterator[Unit]:
    text = read.report.text
    ends = [m.end() for m in re.finditer(r"[.!?]\s|\n\n", text)]
    of = {place.id: place.of for place in read.places if place.of}  # "near X" is X to the keys
    for claim in read.claims:
        type_ = _type(claim, claim.quote.of(text).lower())
        if type_ is None or claim.modality is Modality.PLANNED:
            continue
        sentence = sum(end <= claim.quote.start for end in ends)
        place = next((of.get(w.id, w.id) for w in claim.where if w.id), None)
        detail = claim.detail
        doer = detail.perpetrator if isinstance(detail, Attack | Toll) else None
        target = detail.target if isinstance(detail, Attack) else None
        yield Unit(claim, type_, sentence, place, doer, target, claim.quote.of(text))


def _type(claim: Claim, words: str) -> str | None:
    """Return the MUC-4 type of what a claim tells, None where it tells of no incident."""
    detail = claim.detail
    if isinstance(detail, Toll):
        if detail.measure not in _HURT:
            return None
        return KIDNAPPING if detail.measure is Measure.ABDUCTED else ATTACK
    if not isinstance(detail, Attack):
        return None
    told = {t for t, row in lexicon()["types"].items() if any(w in words for w in row)}
    if detail.sub_type.startswith("Abduction"):
        return KIDNAPPING
    if detail.sub_type == _DESTRUCTION:
        return ARSON if ARSON in told else ROBBERY if ROBBERY in told else ATTACK
    if claim.kind is not ClaimKind.ATTACK:
        return None
    explodes = detail.sub_type in {"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"}
    aerial = detail.sub_type.startswith("Air") or "AERIAL" in told
    return BOMBING if (explodes or BOMBING in told) and not aerial else ATTACK


def _fits(one: Incident, unit: Unit, places: dict[str, Place]) -> bool:
    """Say whether a claim can be of an incident: its type, day, place and doer do not speak against it."""
    return (
        _types_fit(one, unit)
        and _days_fit(one.dated(), unit.when)
        and _places_fit(one.places(), unit.place, places)
        and _doers_fit(one.doers(), unit.doer)
        and _told_together(one, unit)
    )


def _types_fit(one: Incident, unit: Unit) -> bool:
    return unit.type in {ATTACK, one.type} or (
        one.type == ATTACK and unit.sentence - one.units[-1].sentence <= 1
    )


def _days_fit(known: When | None, when: When) -> bool:
    return known is None or not when.said or not when.known() or known.meets(when)


def _places_fit(known: Sequence[str], place: str | None, places: dict[str, Place]) -> bool:
    if not known or place is None or place in known:
        return True
    return any(_within(places, place, one) or _within(places, one, place) for one in known)


def _within(places: dict[str, Place], inner: str, outer: str) -> bool:
    """Say whether a place lies in another: in a country of its own, or in what it is said to lie in."""
    one, other = places[inner], places[outer]
    country = other.precision is PlacePrecision.COUNTRY and one.country == other.country
    return country or one.inside == other.name


def _doers_fit(known: Sequence[Named], doer: Named | None) -> bool:
    if doer is None or not known or is_band(doer):
        return True
    named = [one for one in known if not is_band(one)]
    return not named or any(one.id == doer.id or one.said.lower() == doer.said.lower() for one in named)


def _told_together(one: Incident, unit: Unit) -> bool:
    """Say whether a claim stands near the incident's others, or shares a victim or a target with them."""
    if unit.sentence - one.units[-1].sentence <= 2:
        return True
    mine = _whom(unit)
    return not mine or any(mine & _whom(other) for other in one.units)


def _whom(unit: Unit) -> set[str]:
    said = unit.toll.of if unit.toll is not None else unit.target.said if unit.target else ""
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", said.lower())}


def is_band(doer: Named) -> bool:
    """Say whether a doer is described without a name: "guerrillas", "a group of armed men"."""
    names = [w for w in re.findall(r"[^\W\d_][\w-]*", doer.said) if w[0].isupper()]
    return not [w for w in names[0:] if w.lower() not in lexicon()["bands"]] or (
        len(names) == 1 and doer.said.startswith(names[0]) and names[0].lower() in lexicon()["bands"]
    )
