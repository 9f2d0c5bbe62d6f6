"""The things that an incident hit, and what it was done with (slots 6, 7 and 12 to 16)."""

import re
from collections.abc import Iterator

from eval.muc34.incidents import ARSON, KIDNAPPING, Incident, Unit
from eval.muc34.keys import Fill
from eval.muc34.kinds import bare, holds, kind_of, lexicon
from eval.muc34.victims import is_person, plural
from warmonitor.model import Attack


def thing_slots(incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """Return the things that it hit: of which kind, how many, and with what effect."""
    if incident.type == KIDNAPPING:
        return {}
    rows = {bare(said).upper(): (said, unit) for unit in incident.units for said in _hit(unit)}
    effects = [(name, effect) for name, (_, unit) in rows.items() if (effect := _damage(unit))]
    return {
        "things": tuple(Fill((name,)) for name in rows),
        "things: type": tuple(Fill((kind_of(name, "things") or "OTHER",), (name,)) for name in rows),
        "things: number": tuple(Fill((plural(said),), (name,)) for name, (said, _) in rows.items()),
        "things: effect": tuple(Fill((effect,), (name,)) for name, effect in effects),
    }


def _hit(unit: Unit) -> Iterator[str]:
    """Yield each thing that a target names; a place alone is none."""
    target = unit.target
    if target is None or any(target.span == place.span for place in unit.claim.where):
        return
    for part in re.split(
        r",\s*(?:and\s+)?|\s+and\s+(?=(?:a|an|the|several|two|three|some|\d+)\s)", target.said
    ):
        core = re.split(r"\s+(?:in|at|near|on|that|which|who)\s+", part.strip())[0]
        if core and not is_person(core) and (kind_of(core, "things") or core.islower()):
            yield core


def _damage(unit: Unit) -> str:
    if holds(unit.words, "destroyed"):
        return "DESTROYED"
    return "SOME DAMAGE" if holds(unit.words, "damaged") else ""


def weapon_slots(incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """Return what it was done with, and of which kind that is."""
    if incident.type in {ARSON, KIDNAPPING}:
        return {}
    said = dict.fromkeys(word for unit in incident.units for word in _weapons(unit))
    kept = [w for w in said if not any(w != other and w in other for other in said)]
    kinds = [(kind, w) for w in kept if (kind := kind_of(w, "weapons"))]
    return {
        "weapon": tuple(Fill((word.upper(),)) for word in kept),
        "weapon type": tuple(Fill((kind,), (word.upper(),)) for kind, word in kinds),
    }


def _weapons(unit: Unit) -> Iterator[str]:
    detail = unit.claim.detail
    if isinstance(detail, Attack) and detail.weapon and kind_of(detail.weapon, "weapons"):
        yield bare(detail.weapon.lower())
    low = unit.words.lower()
    yield from (w for w in lexicon()["weapon_nouns"] if re.search(rf"\b{re.escape(w)}s?\b", low))
