"""What "the town", "the region" or "there" stands for: a place named before it in the same report."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import Span
from warmonitor.reference.gazetteer import Gazetteer, PlaceKind
from warmonitor.stages.ground.places.mentions import Mention
from warmonitor.stages.ground.places.settle import Settled
from warmonitor.stages.ground.places.standing import (
    is_object,
    is_passing,
    is_topic,
    opens_sentence,
    sentences_between,
)
from warmonitor.stages.ground.places.theatre import Theatre
from warmonitor.stages.ground.places.words import load_words

# Characters after which a name has lost most of its pull, and what speaks for a name besides being near.
FADES = 500.0
SAME_NOUN = 0.8
OFTEN = 0.3
_JOINED = re.compile(
    r",?\s+(?:and|or)\s+(?:(?:the|nearby)\s+)*(?:(?:town|village|city)\s+of\s+)?", re.IGNORECASE
)

_KINDS = {
    "town": frozenset({PlaceKind.TOWN}),
    "capital": frozenset({PlaceKind.TOWN}),
    "province": frozenset({PlaceKind.PROVINCE}),
    "region": frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT}),
    "country": frozenset({PlaceKind.COUNTRY}),
    "any": frozenset({PlaceKind.TOWN, PlaceKind.PROVINCE, PlaceKind.REGION}),
}


@dataclass(frozen=True, slots=True)
class Before:
    """A mention and what it stands for."""

    mention: Mention
    settled: Settled


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's mentions in order, its theatre and its text.

    `events` are the spans of the names that claims of control, attack or movement hang on.
    """

    listed: Sequence[Before]
    theatre: Theatre
    gazetteer: Gazetteer
    text: str = ""
    events: frozenset[Span] = frozenset()


def named_after(kind: str, head: str, at: int, scene: Scene) -> tuple[Settled, str] | None:
    """Return the place that "a town" is named as soon after, if the report calls it by the same noun."""
    nouns = {one.settled.key for one in scene.listed if one.mention.head == head}
    for one in scene.listed:
        if at <= one.mention.span.start <= at + FADES and _fits(one, kind) and one.settled.key in nouns:
            return one.settled, f"“{head}” is {one.mention.name}, named after it"
    return None


def antecedent(kind: str, head: str, at: int, scene: Scene) -> tuple[Settled, str] | None:
    """Return the place that a description at an offset stands for and why, None where none fits."""
    if kind == "country":
        return _country(head, scene)
    if kind == "capital":
        return _capital(scene)
    fitting = [
        one
        for one in scene.listed
        if one.mention.span.end <= at and _fits(one, kind) and not _in_passing(one, scene)
    ]
    nouns = {one.settled.key for one in scene.listed if head and one.mention.head == head}
    if head in load_words().roles:
        fitting = [one for one in fitting if one.settled.key in nouns]
    named = _surely(fitting, kind, nouns)
    fitting = _foremost(named, kind, head, at, scene) or named
    if not fitting:
        return None
    counts: dict[str, int] = {}
    for one in scene.listed:
        counts[one.settled.key] = counts.get(one.settled.key, 0) + 1
    best = max(fitting, key=lambda one: (_pull(one, at, (kind, head), counts, nouns), one.mention.span.start))
    if _rivalled(best, [one for one in named if counts[one.settled.key] >= counts[best.settled.key]], scene):
        return None
    return best.settled, f"“{head}” is {best.mention.name}, named before it"


def _surely(fitting: list[Before], kind: str, nouns: set[str]) -> list[Before]:
    """Keep the places known to be a province or region, or called so; a name unknown may be anything."""
    if kind not in {"province", "region"}:
        return fitting
    known = [
        one
        for one in fitting
        if one.settled.entry is not None or one.settled.kind or one.settled.key in nouns
    ]
    return known or fitting


def _rivalled(best: Before, fitting: Sequence[Before], scene: Scene) -> bool:
    """Say whether another place is told of in one breath with the best, "A and B": then neither is meant."""
    for one in fitting:
        first, last = sorted((one.mention.span, best.mention.span))
        if one.settled.key != best.settled.key and _JOINED.fullmatch(scene.text[first.end : last.start]):
            return True
    return False


def _in_passing(one: Before, scene: Scene) -> bool:
    return one.mention.span not in scene.events and is_passing(scene.text, one.mention.span)


def _foremost(fitting: Sequence[Before], kind: str, head: str, at: int, scene: Scene) -> list[Before]:
    """Return the places that this sentence or the one before it says are taken, held or attacked."""
    if head in load_words().roles:
        return []
    topics = [
        one
        for one in fitting
        if is_topic(scene.text, one.mention.span)
        and sentences_between(scene.text, one.mention.span.end, at) == 1
    ]
    if head == "it" and topics:
        return topics
    opening = [
        one
        for one in fitting
        if opens_sentence(scene.text, one.mention.span)
        and sentences_between(scene.text, one.mention.span.end, at) == 0
    ]
    return opening or [
        one
        for one in fitting
        if (one.mention.span in scene.events or is_object(scene.text, one.mention.span))
        and sentences_between(scene.text, one.mention.span.end, at) <= 1
        and not _other_noun(one, kind, head, scene)
    ]


def _other_noun(one: Before, kind: str, head: str, scene: Scene) -> bool:
    """Say whether the report calls the place by other nouns alone: a village is hardly "the city"."""
    called = {other.mention.head for other in scene.listed if other.settled.key == one.settled.key}
    called -= {"", "capital"}
    return kind != "any" and bool(called) and head not in called and not {"town", "city"} >= {head, *called}


def _pull(one: Before, at: int, said: tuple[str, str], counts: dict[str, int], nouns: set[str]) -> float:
    kind, head = said
    near = math.exp(-(at - one.mention.span.end) / FADES)
    same = SAME_NOUN if one.settled.key in nouns else 0.0
    other = one.mention.head
    if kind != "any" and other and other not in {head, "capital"} and not same:
        same = -SAME_NOUN / 2
    return near + same + OFTEN * math.log(counts[one.settled.key])


def _fits(one: Before, kind: str) -> bool:
    if one.mention.speaks or not (one.mention.locative or one.mention.kind or not _is_capital(one)):
        return False
    entry = one.settled.entry
    if entry is None:
        return kind == "any" or one.settled.kind in {None, kind}
    also_town = kind == "town" and not one.mention.kind and entry.kind is PlaceKind.PROVINCE
    return entry.kind in _KINDS[kind] or (also_town and _names_a_town(one))


def _names_a_town(one: Before) -> bool:
    """Say whether a province's name is that of a town too: "the city" may be said of it."""
    return any(candidate.entry.kind is PlaceKind.TOWN for candidate in one.mention.candidates)


def _is_capital(one: Before) -> bool:
    return one.settled.entry is not None and one.settled.entry.capital


def _country(head: str, scene: Scene) -> tuple[Settled, str] | None:
    """The country that the report is about, whether it is named or only its people."""
    country = scene.gazetteer.countries.get(scene.theatre.main or "")
    for one in scene.gazetteer.firm(country.name) if country else ():
        if one.entry.kind is PlaceKind.COUNTRY:
            settled = Settled(one.entry.ref, one.entry, one.entry.country, "")
            return settled, f"“{head}” is the country that the report is about"
    return None


def _capital(scene: Scene) -> tuple[Settled, str] | None:
    for one in scene.listed:
        if _is_capital(one) and one.settled.country == scene.theatre.main:
            return one.settled, f"“the capital” is {one.mention.name}"
    return None
