"""Whether a message tells of a relevant incident: a sum of weights over what the program's records say.

Features are counts of kinds of record: what happened, how long ago, to whom, by whom, where, how firmly; no
word or name of a message is one. The weights were learned by `learn.py` on dev and tst1 (see README.md).
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import exp, log1p
from pathlib import Path

from eval.muc34.accounts import Read
from eval.muc34.doers import is_state
from eval.muc34.incidents import Incident, Unit, incidents, is_band
from eval.muc34.kinds import kind_of, lexicon
from eval.muc34.victims import is_person
from warmonitor.model import Attack, ClaimKind, Modality, Stance, Toll, When

_FORCES = {"ACTIVE MILITARY", "LAW ENFORCEMENT"}
_OLD = 60  # days: task documentation 1, section 1, point 6
_EARLY = (2, 5)  # sentences
_DENSE = (
    "claim=statement",
    "claim=toll",
    "claim=attack",
    "claim=agreement",
    "whom=civilians",
    "whom=forces",
    "whom=fighters",
)


@lru_cache
def weights() -> dict[str, float]:
    """Return the learned weight of each feature, with "bias"."""
    text = Path(__file__).with_name("weights.json").read_text(encoding="utf-8")
    return {str(name): float(weight) for name, weight in json.loads(text).items()}


def is_relevant(read: Read) -> bool:
    """Say whether a message is taken to tell of a relevant incident."""
    return worth(read) >= weights()["least"]


def worth(read: Read) -> float:
    """Return how likely it is that a message tells of one, 0 to 1."""
    learned = weights()
    total = learned["bias"] + sum(learned.get(name, 0.0) * value for name, value in features(read).items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def features(read: Read) -> dict[str, float]:
    """Return what the records of a message say, counts as their logarithms."""
    counts: Counter[str] = Counter()
    found = incidents(read)
    units = [unit for one in found for unit in one.units]
    for unit in units:
        counts.update(_of_unit(unit, read))
    for one in found:
        counts.update(_of_incident(one, read))
    counts.update(_of_others(read))
    told = {name: log1p(count) for name, count in counts.items()}
    length = len(read.report.text) / 1000
    told |= {f"dense:{name}": min(3.0, counts[name] / length) for name in _DENSE if counts[name]}
    first = min((unit.sentence for unit in units), default=99)
    told |= {f"first<{n}": float(first < n) for n in _EARLY}
    nine = [p.country in lexicon()["countries"] for p in read.places if p.country]
    told |= {"units": log1p(len(units)), "none": float(not units), "length": log1p(len(read.report.text)) / 5}
    return told | {"places here": log1p(sum(nine)), "places elsewhere": log1p(len(nine) - sum(nine))}


def _of_others(read: Read) -> Iterator[str]:
    """Yield what else the message claims: statements, deals, arrests, weapons found, protests."""
    for claim in read.claims:
        yield f"claim={claim.kind}"
        if claim.kind is ClaimKind.EVENT and isinstance(claim.detail, Attack):
            yield f"event={claim.detail.sub_type}"
        yield f"kind of speaker={'nobody' if not claim.attribution else 'somebody'}"


def _of_unit(unit: Unit, read: Read) -> Iterator[str]:
    claim, age = unit.claim, age_of(unit.when, read)
    detail = claim.detail
    what = detail.measure.value if isinstance(detail, Toll) else getattr(detail, "sub_type", "")
    whom = whom_of(unit)
    yield from (
        f"what={what}",
        f"age={age}",
        f"whom={whom}",
        f"stance={claim.stance}",
        f"mode={claim.modality}",
    )
    yield from (f"whom={whom}|age={age}", f"whom={whom}|what={what}", f"what={what}|age={age}")
    yield f"said={bool(claim.attribution)}"
    yield f"doer={doer_of(unit)}"
    if unit.toll is not None:
        count = unit.toll.quantity.best or unit.toll.quantity.low or 0
        yield f"number={'1' if count <= 1 else '2-9' if count < 10 else '10-99' if count < 100 else '100-'}"
        yield f"named={bool(unit.toll.named)}"


def _of_incident(one: Incident, read: Read) -> Iterator[str]:
    when = one.dated()
    age = "no day" if when is None else "old" if age_of(when, read) in {"old", "long"} else "recent"
    kinds = {whom_of(unit) for unit in one.units}
    whom = next((k for k in ("civilians", "thing", "people", "forces", "fighters") if k in kinds), "nobody")
    known = {p.id: p.country for p in read.places}
    lands = {known.get(place) for place in one.places()}
    where = "nowhere" if not lands else "here" if lands & set(lexicon()["countries"]) else "elsewhere"
    firm = any(u.claim.modality is Modality.ACTUAL and u.claim.stance is not Stance.DENIED for u in one.units)
    yield from (f"one:{whom}|{age}", f"one:{whom}|{where}", f"one:{one.type}|{whom}", f"one:{one.type}|{age}")
    yield from (f"one:{whom}|firm={firm}", f"one:{whom}|early={one.units[0].sentence < 3}")
    yield f"one:{whom}|{doer_of(one.units[0])}"


def age_of(when: When, read: Read) -> str:
    """Return how long before the report something was, in steps; "long" where it went on for months."""
    written = read.report.dated.latest
    if not when.said or when.latest is None or written is None:
        return "no day"
    if (when.days() or _OLD + 1) > _OLD:
        return "long"
    days = (written - when.latest).days
    return "3" if days <= 3 else "14" if days <= 14 else "60" if days <= _OLD else "old"


def whom_of(unit: Unit) -> str:
    """Return whom or what a claim says was hit, in few kinds."""
    said = unit.toll.of if unit.toll is not None else unit.target.said if unit.target is not None else None
    if said is None:
        return "nobody"
    kind = kind_of(said, "people")
    if kind == "FIGHTER":
        return "fighters"
    if kind in _FORCES:
        return "forces"
    if unit.toll is not None or is_person(said):
        plain = said.lower() in {"people", "person", "persons", "one", "others"}
        return "people" if plain else "civilians"
    return "thing" if kind_of(said, "things") else "other"


def doer_of(unit: Unit) -> str:
    """Return who did it, in few kinds."""
    if unit.doer is None:
        return "nobody"
    return "state" if is_state(unit.doer.said) else "band" if is_band(unit.doer) else "named"
