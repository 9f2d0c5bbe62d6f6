"""What speaks for and against two reports telling of one happening, as numbers that a person can follow."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from warmonitor.model.lookup import haversine_km
from warmonitor.stages.group.coverage.days import Days
from warmonitor.stages.group.coverage.rarity import Rarity
from warmonitor.stages.group.coverage.signature import Signature
from warmonitor.stages.group.coverage.words import NAME

NEAR_KM = 25.0
LATE_DAYS = 8  # reports written further apart seldom tell of one happening
SERIAL_GAP = 0.003  # share of a site's running number by which pages of one week lie apart
TELLING = 1.0  # weight above which a shared word counts as evidence
TOP = 3


@dataclass(slots=True)
class Weighed:
    """A signature with the weights of its words among the reports at hand, and unit vectors of them."""

    signature: Signature
    weights: dict[str, float]
    all: dict[str, float]
    names: dict[str, float]
    title: dict[str, float]


def weigh(signature: Signature, rarity: Rarity) -> Weighed:
    """Return the signature with its words weighed: log counts times rarity, each vector of length 1."""
    words = signature.words
    weights = {key: rarity.of(key, words.halvings[key]) for key in words.counts}
    value = {key: (1 + math.log(count)) * weights[key] for key, count in words.counts.items()}
    return Weighed(
        signature,
        weights,
        _unit(value),
        _unit({key: one for key, one in value.items() if key.startswith(NAME)}),
        _unit({key: weights[key] for key in sorted(words.title)}),
    )


def _unit(vector: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(math.fsum(value * value for value in vector.values())) or 1.0
    return {key: value / norm for key, value in vector.items()}


def _dot(first: dict[str, float], second: dict[str, float]) -> float:
    if len(first) > len(second):
        first, second = second, first
    return math.fsum(value * second[key] for key, value in first.items() if key in second)


def shared(first: Weighed, second: Weighed, *, lead: bool = False) -> list[tuple[float, str]]:
    """Return the words of both, or of both leads, the rarest first."""
    one, other = first.signature.words, second.signature.words
    keys = one.lead & other.lead if lead else one.counts.keys() & other.counts.keys()
    return sorted(((min(first.weights[key], second.weights[key]), key) for key in keys), reverse=True)


def evidence(first: Weighed, second: Weighed) -> dict[str, float]:
    """Return what speaks for and against, each under its name, 0 where nothing is known."""
    one, other = first.signature, second.signature
    told = math.fsum(weight for weight, _ in shared(first, second) if weight > TELLING)
    top = math.fsum(weight for weight, _ in shared(first, second, lead=True)[:TOP])
    found = {
        "words alike": _dot(first.all, second.all),
        "names alike": _dot(first.names, second.names),
        "titles alike": _dot(first.title, second.title),
        "telling words shared": math.log1p(told),
        "rarest words of the leads": top / 10,
        "unlike lengths": abs(math.log((one.words.length + 30) / (other.words.length + 30))),
        "one site": float(bool(one.site) and one.site == other.site),
        "running numbers apart": float(_serials_apart(one, other)),
    }
    return {**found, **_of_days(one.days, other.days), **_of_places(one, other)}


def _serials_apart(one: Signature, other: Signature) -> bool:
    if one.site != other.site or one.serial is None or other.serial is None:
        return False
    return abs(one.serial - other.serial) > SERIAL_GAP * max(one.serial, other.serial)


def _of_days(one: Days, other: Days) -> dict[str, float]:
    near = {(weekday + gap) % 7 for weekday in one.weekdays for gap in (-1, 0, 1)}
    known = bool(one.weekdays and other.weekdays)
    same = bool(one.weekdays & other.weekdays)
    late = one.written and other.written and abs((one.written - other.written).days) > LATE_DAYS
    return {
        "one day": float(bool(one.days & other.days)),
        "one weekday": float(same),
        "weekdays apart": 0.0 if same or not known else 0.5 if near & other.weekdays else 1.0,
        "days of months apart": float(_month_days_apart(one, other)),
        "written weeks apart": float(bool(late)),
    }


def _month_days_apart(one: Days, other: Days) -> bool:
    ordered = [sorted(30.4 * month + day for month, day in days.month_days) for days in (one, other)]
    return all(ordered) and min(abs(a - b) for a in ordered[0] for b in ordered[1]) > 1.5


def _of_places(one: Signature, other: Signature) -> dict[str, float]:
    spots = one.spots.keys() | other.spots.keys()
    common = one.spots.keys() & other.spots.keys()
    return {
        "towns shared": len(common) / len(spots) if spots else 0.0,
        "no town shared": float(bool(one.spots and other.spots) and not common),
        "provinces apart": _apart(one.areas, other.areas),
        "doers apart": _apart(one.parties, other.parties),
        "hurt apart": _apart(one.injured, other.injured),
    }


def _apart(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    return float(bool(one and other) and not one & other)


def look_alikes(one: Signature, other: Signature) -> bool:
    """Say whether two leads name towns that lie apart, or one town and days further apart than a night."""
    if one.spots.keys() & other.spots.keys():
        gaps = [abs((a - b).days) for a in one.days.days for b in other.days.days]
        return bool(gaps) and min(gaps) > 1
    pairs = [(a, b) for a in one.spots.values() for b in other.spots.values() if a and b]
    return bool(pairs) and min(haversine_km(a, b) for a, b in pairs) > NEAR_KM
