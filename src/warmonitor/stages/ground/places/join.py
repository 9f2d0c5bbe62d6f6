"""Spellings of one place across reports."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from warmonitor.reference.gazetteer import edits_allowed
from warmonitor.reference.gazetteer.spelling import norm, plain, skeleton, sound
from warmonitor.stages.ground.places.near import NASAL, NearNames
from warmonitor.stages.ground.places.words import load_words

_SHORTEST = 4
LONG = 8
# "Ruritanian" is no spelling of "Ruritania".
PEOPLE = frozenset({"n", "ns", "an", "ans", "ian", "ians"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelling seen: the `key` of its place, the `country` of its theatre, how often in which report."""

    name: str
    key: str
    country: str | None
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        """Return how often it stands in all reports."""
        return sum(count for _, count in self.counts)


def likeness(name: str, other: str) -> str | None:
    """Return why two names may be spellings of one place, None where they may not."""
    one, two = norm(name), norm(other)
    if one == two:
        dressed = "the same but for accents, article or hyphens"
        return "the same name in another report" if name == other else dressed
    if not one.isascii() or not two.isascii() or _told_apart(name, other):
        return None
    if len(sound(one)) >= _SHORTEST and sound(one) == sound(two):
        return "another transliteration"
    edits = OSA.distance(one, two)
    allowed = min(edits_allowed(one), edits_allowed(two))
    if edits <= allowed and one[0] == two[0]:
        return f"{edits} letter{'s' if edits > 1 else ''} apart"
    short, long = sorted((one, two), key=len)
    if len(short) > _SHORTEST and long == short + NASAL:
        return "the same but for a last nasal"
    bones = skeleton(one)
    if len(bones) >= _SHORTEST and bones == skeleton(two) and _syllables(one) == _syllables(two):
        return "the same consonants"
    return None


def _syllables(name: str) -> int:
    return len(re.findall("[aeiouyw]+", name))


@lru_cache(maxsize=65536)
def misspelt(name: str, other: str) -> bool:
    """Say whether a long name is a letter or a transliteration away from another, too near for chance."""
    one, two = norm(name), norm(other)
    if min(len(one), len(two)) < LONG or one[0] != two[0] or _told_apart(name, other):
        return False
    return sound(one) == sound(two) or OSA.distance(one, two) <= min(edits_allowed(one), edits_allowed(two))


@lru_cache(maxsize=65536)
def same_sound(name: str, other: str) -> bool:
    """Say whether two names of five letters or more are transliterations of each other."""
    one, two = norm(name), norm(other)
    enough = min(len(one), len(two)) > _SHORTEST and one[0] == two[0]
    return enough and sound(one) == sound(two) and not _told_apart(name, other)


def _told_apart(name: str, other: str) -> bool:
    short, long = sorted((norm(name), norm(other)), key=len)
    if long.removeprefix(short) in PEOPLE:
        return True
    words = load_words().tells_apart
    return set(plain(name).split()) & words != set(plain(other).split()) & words


def joined(loose: Sequence[Spelled], firm: Sequence[Spelled]) -> dict[str, tuple[str, str]]:
    """Return for spellings of no known place (by key) the key that they belong to, and why.

    First the spellings of known places in the same country, then each other: the spelling seen most often
    leads. A report that uses both names twice means two places.
    """
    found: dict[str, tuple[str, str]] = {}
    leaders: list[Spelled] = []
    shelves = NearNames()

    def lead(one: Spelled) -> None:
        leaders.append(one)
        shelves.add(one.name)

    for one in sorted(firm, key=_by_frequency):
        lead(one)
    for one in sorted(loose, key=_by_frequency):
        match = _leader(one, (leaders[number] for number in shelves.near(one.name)))
        if match is None:
            lead(one)
        else:
            leader, why = match
            found[one.key] = (leader.key, f"“{one.name}” and “{leader.name}”: {why}")
    return found


def _by_frequency(one: Spelled) -> tuple[int, str, str]:
    return (-one.total, one.name, one.key)


def _leader(one: Spelled, leaders: Iterable[Spelled]) -> tuple[Spelled, str] | None:
    for leader in leaders:
        if leader.key == one.key or (one.country and leader.country and leader.country != one.country):
            continue
        why = likeness(one.name, leader.name)
        if why and (norm(one.name) == norm(leader.name) or not _side_by_side(one, leader)):
            return leader, why
    return None


def _side_by_side(one: Spelled, other: Spelled) -> bool:
    counts = dict(other.counts)
    return any(count >= 2 and counts.get(report, 0) >= 2 for report, count in one.counts)
