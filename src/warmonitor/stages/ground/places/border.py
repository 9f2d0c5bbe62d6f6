"""Ground told by a border: the stretch of it beside what the sentence names, else the whole of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import PlacePrecision, Span, haversine_km
from warmonitor.reference.borders import Point, load_borders
from warmonitor.reference.gazetteer import Country, GazetteerEntry, PlaceKind
from warmonitor.stages.ground.places.antecedent import Scene
from warmonitor.stages.ground.places.area import Area, Spot
from warmonitor.stages.ground.places.area_words import load_area_words
from warmonitor.stages.ground.places.settle import Settled

_BESIDE = 40
_JOINT = re.compile(r"\s*[–—-]\s*|['’]s?\s+|\s+")


@dataclass(frozen=True, slots=True)
class BorderLand:
    """Two countries of which a phrase means the border; `other` None where it names but one."""

    one: Country
    other: Country | None


def read_border(said: Span, scene: Scene) -> BorderLand | None:
    """Return whose border a phrase means: "the X border", "X's border with Y", "the X-Y border"."""
    first = max(0, said.start - _BESIDE)
    window = re.split(r"[.!?;]\s|\n", scene.text[said.start : said.end + _BESIDE])[0]
    before = re.split(r"[.!?;]\s|\n", scene.text[first : said.start])[-1]
    words = load_area_words()
    if not any(noun in window or noun in before for noun in words.borders):
        return None
    for found in words.border.finditer(before + window):
        start = found.start() - len(before)
        if start < said.end - said.start + 3 and found.end() > len(before):
            named = [one for part in found.groups() if part for one in _countries(part, scene)]
            known = list(dict.fromkeys(one.iso for one in named))
            countries = [scene.gazetteer.countries.get(iso) for iso in known[:2]]
            if countries and countries[0] is not None:
                return BorderLand(countries[0], countries[1] if len(countries) > 1 else None)
    return None


def _countries(words: str, scene: Scene) -> list[Country]:
    """Return the countries that names or adjectives stand for, in order: "Syrian-Turkish", "Chad"."""
    known = scene.gazetteer.countries
    whole = known.by_name(words)
    if whole is not None:
        return [whole]
    found = []
    for part in filter(None, _JOINT.split(words)):
        people = known.by_demonym(part)
        one = known.by_name(part) or (people[0] if len(people) == 1 else None)
        found += [one] if one is not None else []
    return found


def border_area(land: BorderLand, said: Span, scene: Scene) -> Area | str:
    """Return the area of a border, or why it is left open: one country has many borders."""
    other = land.other or _second(land.one, scene)
    if other is None:
        return f"a border of {land.one.name}, and with whom is not said"
    pair = sorted((land.one, other), key=lambda one: one.name)
    points = load_borders().between(land.one.iso, other.iso)
    name = f"the border of {pair[0].name} with {pair[1].name}"
    if not points:
        return f"{name}: none is known on land"
    near, where = _stretch(points, {one.iso for one in pair}, said, scene)
    key = f"area:border:{pair[0].iso}:{pair[1].iso}:{where.key if where else ''}"
    called = f"{name} near {where.entry.name}" if where is not None and where.entry else name
    of = Settled(key, None, None, "")
    return Area(key, called, of, _spot(near), f"“{called}” is told by the two countries", (), alone=True)


def _second(one: Country, scene: Scene) -> Country | None:
    """Return the country that the report is about where it borders on the one named."""
    main = scene.gazetteer.countries.get(scene.theatre.main or "")
    return main if main is not None and main.iso != one.iso else None


def _stretch(
    points: Sequence[Point], isos: set[str], said: Span, scene: Scene
) -> tuple[Sequence[Point], Settled | None]:
    """Return the points beside the first place of the sentence that lies at the border, and that place."""
    for one in _same_sentence(said, scene):
        entry = one.entry
        if entry is None or entry.kind is PlaceKind.COUNTRY or not isos & set(entry.countries):
            continue
        reach = load_area_words().reach["border"] if entry.radius_km is None else entry.radius_km * 1.25
        near = [point for point in points if haversine_km(point, (entry.latitude, entry.longitude)) <= reach]
        if near:
            return near, one
    return points, None


def _same_sentence(said: Span, scene: Scene) -> list[Settled]:
    start = max(scene.text.rfind(mark, 0, said.start) for mark in (". ", "\n", "! ", "? "))
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := scene.text.find(mark, said.end)) >= 0]
    end = min(ends, default=len(scene.text))
    listed = [one for one in scene.listed if start < one.mention.span.start < end]
    ranked = sorted(listed, key=lambda one: (_is_wide(one.settled.entry), one.mention.span))
    return [one.settled for one in ranked]


def _is_wide(entry: GazetteerEntry | None) -> bool:
    return entry is None or entry.radius_km is not None


def _spot(points: Sequence[Point]) -> Spot:
    words = load_area_words()
    lat = sum(point[0] for point in points) / len(points)
    lon = sum(point[1] for point in points) / len(points)
    far = max(haversine_km((lat, lon), point) for point in points) + words.reach["near"]
    limited = far <= words.reach["limited"]
    precision = PlacePrecision.NEAR if limited else PlacePrecision.REGION
    return round(lat, 4), round(lon, 4), round(far, 1), precision
