"""A phrase without a report whose first name is not known: the places that its other words tell of."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer import Gazetteer, GazetteerEntry, PlaceKind, in_countries
from warmonitor.reference.gazetteer.spelling import norm, plain
from warmonitor.stages.ground.places.choose import Choice
from warmonitor.stages.ground.places.native import load_native
from warmonitor.stages.ground.places.words import load_words

# Between places so near to each other, either end is within half of it of whatever is meant.
CLOSE_KM = 10.0
# A town of so many people gives its province the name, not a hamlet that happens to share it.
SEAT = 20_000
_BETWEEN = (
    re.compile(r"\bbetween\s+(.+?)\s+(?:and|&)\s+(.+)", re.IGNORECASE),
    re.compile(r"بين\s+(.+?)\s+و\s*(.+)"),
)
_JOINED = re.compile(r"\s+(?:and|or|&)\s+|\s*/\s*|\s+و\s*(?=\w{3})")
_NEAR = re.compile(r"\b(?:near|next to|vicinity of|outskirts of|close to)\s+(.+)", re.IGNORECASE)
_CUT = re.compile(r"[,،;:(\[]")
_ROAD = re.compile(r"\w\s+[-–]\s+\w.*\b(?:road|highway)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
_FIRST_TRIED = 4
Find = Callable[[str], Choice]


def between(said: str, find: Find) -> Choice | None:
    """Return the middle of two places a few kilometres apart, None where no two such are said."""
    found = next((one for pattern in _BETWEEN if (one := pattern.search(said))), None)
    if found is None:
        return None
    first, last = (find(_CUT.split(part)[0]).entry for part in found.groups())
    if first is None or last is None:
        return None
    km = _km(first, last)
    if km > CLOSE_KM or first.ref == last.ref:
        return None
    return Choice(_middle(first, last), f"between {first.name} and {last.name}, which lie {km:.0f} km apart")


def _middle(one: GazetteerEntry, other: GazetteerEntry) -> GazetteerEntry:
    name = f"between {one.name} and {other.name}"
    spot = ((one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2)
    return replace(one, ref=f"{one.ref}|{other.ref}", name=name, latitude=spot[0], longitude=spot[1],
                   kind=PlaceKind.SITE, ascii_name=name, population=0, also=())  # fmt: skip


def _km(one: GazetteerEntry, other: GazetteerEntry) -> float:
    return haversine_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def other_pieces(said: str, find: Find) -> Choice | None:
    """Return the first place of those named beside the first: "X and Y", "X/Y", "X near Y"."""
    for piece in _pieces(said):
        choice = find(piece)
        if choice.entry is not None:
            return Choice(choice.entry, f"of “{said}” only {piece} is known: {choice.because}")
    return None


def narrower(said: str, division: str, find: Find) -> Choice | None:
    """Return Y of "X, Y" where X is but the name of the division that the table says, None elsewhere."""
    wide, cut, rest = re.split(f"({_CUT.pattern})", said, maxsplit=1) if _CUT.search(said) else (said, "", "")
    if not rest or cut in "([" or norm(wide) != norm(division):
        return None
    choice = find(rest.strip())
    return choice if choice.entry is not None else None


def is_road(said: str) -> bool:
    """Say whether the words are "X - Y road": where on it is not said."""
    return _ROAD.search(said) is not None


def _pieces(said: str) -> Iterator[str]:
    near = _NEAR.search(said)
    if near and near.start():
        yield _CUT.split(near.group(1))[0].strip()
    parts = _JOINED.split(_CUT.split(said)[0])
    yield from (part.strip() for part in parts[:_FIRST_TRIED] if len(parts) > 1 and part.strip())
    if any(one.script.search(said) for one in load_native()):
        words = _CUT.split(said)[0].split()
        yield from (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))


def around_site(
    said: str, division: str, gazetteer: Gazetteer, countries: Sequence[str], find: Find
) -> Choice | None:
    """Return the town that a street or building stands in: the one said behind it, or the one a table says.

    Only for what stands inside towns. A table's division is one only where it has the name of a large town.
    """
    if not _is_urban(said):
        return None
    named = [part for part in map(str.strip, _CUT.split(_BRACKETS.sub("", said))[1:]) if _is_name(part)]
    for part in reversed(named):
        choice = find(part)
        if choice.entry is not None:
            return Choice(choice.entry, f"“{said}” is said to lie in {part}: {choice.because}")
    town = None if named or not division else _town(division, gazetteer, countries)
    if town is None:
        return None
    return Choice(town, f"“{said}” stands in a town, and the table says {division}, which is one")


def _is_name(part: str) -> bool:
    words = load_words()
    return bool(part) and not set(part.casefold().split()) <= words.parts | words.sides


def _town(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> GazetteerEntry | None:
    found = [one.entry for one in gazetteer.firm(name) if in_countries(one.entry, countries)]
    towns = [one for one in found if one.kind is PlaceKind.TOWN and one.population >= SEAT]
    return towns[0] if len(towns) == 1 else None


def _is_urban(said: str) -> bool:
    tokens = {plain(token) for token in re.findall(r"\w+", said)}
    return bool(tokens & _urban())


@lru_cache(maxsize=1)
def _urban() -> frozenset[str]:
    """Return the nouns of what stands in towns, in every script."""
    return load_words().urban | {word for one in load_native() for word in one.urban}
