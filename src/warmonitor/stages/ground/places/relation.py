"""How a phrase tells ground by a place: "near X", "10 km north of X", "the road between X and Y"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from warmonitor.language.en.numerals import find_numerals
from warmonitor.model import Span
from warmonitor.stages.ground.places.area_words import load_area_words

_LOOK = 90
_NEAREST = 8
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"[.!?;:]\s|\n|\s[—–]\s")


class Relation(StrEnum):
    """What the ground is to the place that it is told by."""

    NEAR = "near"
    BEARING = "bearing"
    DISTANCE = "distance"
    COUNTRYSIDE = "countryside"
    SIDE = "side"
    LINE = "line"
    ROAD = "road"
    FRONT = "front"
    BORDER = "border"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Relative:
    """Ground told by a place: `side` a direction or "middle", `km` how far, `others` the far ends of a line.

    `road` says that a line is a road, `sure` that its words can tell of nothing else ("the X-Y front");
    `km` is None where a distance is told in hours.
    """

    relation: Relation
    side: str = ""
    km: float | None = None
    others: tuple[str, ...] = ()
    road: bool = False
    sure: bool = False


def read_relation(text: str, span: Span, name: str, *, wide: bool, country: bool = False) -> Relative | None:
    """Return how the words around a place's name make it another ground, None where it is meant itself.

    `wide` says that the place is a province, region or country: parts of those are areas of their own,
    parts of a town are not.
    """
    before, after = _beside(text, span)
    if not _may_tell(before, after):
        return None
    return _told(before, after, name, wide, country)


@lru_cache(maxsize=8192)
def _told(before: str, after: str, name: str, wide: bool, country: bool) -> Relative | None:
    found = _line(before, after, name) or _told_far(before)
    if found is None and country:
        found = _border(before, after)
    return found or _around(before, after, wide=wide)


def is_road(text: str, span: Span, name: str) -> bool:
    """Say whether a place only gives a road its name or its end: "on the X road", "the road to X"."""
    before, after = _beside(text, span)
    found = _line(before, after, name) if _may_tell(before, after) else None
    return found is not None and found.relation is Relation.ROAD


def tells_area(said: str) -> bool:
    """Say whether a phrase itself, and not only the words before it, may tell ground by a place."""
    return _may_tell(said, said)


def _beside(text: str, span: Span) -> tuple[str, str]:
    before = _CUT.split(text[max(0, span.start - _LOOK) : span.start])[-1]
    return before, _CUT.split(text[span.end : span.end + _LOOK])[0]


def _may_tell(before: str, after: str) -> bool:
    """Say whether a word that such phrases hold stands near: most names have none beside them."""
    near = {*_WORD.findall(before.casefold())[-_NEAREST:], *_WORD.findall(after.casefold())[:_NEAREST]}
    return not near.isdisjoint(load_area_words().triggers)


@lru_cache(maxsize=8192)
def _line(before: str, after: str, name: str) -> Relative | None:
    words = load_area_words()
    for opening in ("between", "from"):
        first = words.before[opening].search(before)
        last = words.after["and"].match(after) if first else None
        if first and last:
            road = bool(first["road"])
            return Relative(Relation.LINE, others=(last["other"],), road=road, sure=road)
    last = words.after["line"].match(after)
    if last:
        return Relative(Relation.LINE, others=(last["other"],), road=bool(last["road"]), sure=True)
    ends = re.split(r"-(?=[^\W\d_a-z])", name)
    last = words.after["lines"].match(after)
    if len(ends) == 2 and last and len(ends[0]) > 2:
        return Relative(Relation.LINE, others=tuple(ends), road=bool(last["road"]), sure=True)
    if words.after["roads"].match(after) or words.before["road"].search(before):
        return Relative(Relation.ROAD)
    return None


def _told_far(before: str) -> Relative | None:
    words = load_area_words()
    found = words.before["distance"].search(before)
    if found:
        km = _number(found["km"])
        if km is not None:
            side = words.bearings.get((found["side"] or "").casefold(), "")
            return Relative(Relation.DISTANCE, side, round(km * words.units[found["unit"].casefold()], 1))
    if words.before["drive"].search(before):
        return Relative(Relation.DISTANCE)
    if words.before["bank"].search(before):
        return Relative(Relation.BANK)
    return None


def _number(said: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d)?", said):
        return float(said.replace(",", "."))
    found = find_numerals(said)
    return float(found[0].value) if len(found) == 1 else None


def _border(before: str, after: str) -> Relative | None:
    words = load_area_words()
    if words.after["border"].match(after) or words.before["border"].search(before):
        return Relative(Relation.BORDER)
    return None


def _around(before: str, after: str, *, wide: bool) -> Relative | None:
    words = load_area_words()
    for name in ("countryside", "rural"):
        found = words.before[name].search(before)
        if found:
            return Relative(Relation.COUNTRYSIDE, _side(found))
    found = words.after["countryside"].match(after)
    if found:
        return Relative(Relation.COUNTRYSIDE, _side(found))
    if words.after["front"].match(after):
        return Relative(Relation.FRONT)
    definite = words.before["definite"].search(before)
    if definite:
        return Relative(Relation.SIDE, _side(definite)) if wide else None
    found = words.before["bearing"].search(before)
    if found:
        return Relative(Relation.BEARING, _side(found))
    if words.before["near"].search(before):
        return Relative(Relation.NEAR)
    found = words.before["side"].search(before) or words.after["side"].match(after)
    return Relative(Relation.SIDE, _side(found)) if found and wide else None


def _side(found: re.Match[str]) -> str:
    given = found.groupdict()
    said = given.get("side") or ""
    return load_area_words().bearings.get(said.casefold(), "")
