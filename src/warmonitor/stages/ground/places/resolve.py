"""What one phrase of place in a claim stands for: a place, an area told by one, or nothing that is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from warmonitor.model import Named, PlacePrecision, Span
from warmonitor.reference.gazetteer import PlaceKind
from warmonitor.stages.ground.places.antecedent import Scene, antecedent, named_after
from warmonitor.stages.ground.places.area import Area
from warmonitor.stages.ground.places.border import border_area, read_border
from warmonitor.stages.ground.places.described import described
from warmonitor.stages.ground.places.phrase import Phrase, Shape
from warmonitor.stages.ground.places.record import place_id
from warmonitor.stages.ground.places.relation import tells_area
from warmonitor.stages.ground.places.settle import Settled


@dataclass(slots=True)
class Used:
    """The places and areas that claims refer to, by key; `said` are its name and the words that told it."""

    places: dict[str, Settled] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    said: dict[str, set[str]] = field(default_factory=dict)

    def add_area(self, area: Area, words: str) -> None:
        """Take in an area, and the places that it is told by."""
        self.areas.setdefault(area.key, area)
        said = self.said.setdefault(area.key, {area.name})
        if tells_area(words):
            said.add(" ".join(words.split()))
        for one in () if area.alone else (area.of, *area.others):
            self.places.setdefault(one.key, one)

    def by_id(self) -> dict[str, Settled]:
        """Return what each id stands for: an area told by one place lies where that place does."""
        lines = {key: Settled(key, None, None, "") for key, one in self.areas.items() if one.others}
        told = {key: one.of for key, one in self.areas.items()} | lines
        return {place_id(key): one for key, one in (self.places | told).items()}


def name_place(
    named: Named,
    phrase: Phrase,
    scene: Scene,
    called: Callable[[Settled], str],
    used: Used,
    *,
    ringed: bool = False,
) -> Named:
    """Return the words with the place or area that they stand for, or with the reason why none.

    `ringed` says that the claim is of a place surrounded.
    """
    border = _border(named.span, phrase, scene)
    if isinstance(border, str):
        return replace(named, because=border)
    if border is not None:
        return _as_area(named, border, used, border.because)
    found = _resolved(named.span, phrase, scene)
    if found is None:
        return replace(named, because=_why_open(phrase))
    settled, because = found
    area = described(named.span, phrase, settled, scene, called, ringed=ringed)
    if isinstance(area, str):
        return replace(named, because=area)
    if isinstance(area, Settled):
        settled, because, area = area, area.because, None
    if area is not None:
        return _as_area(named, area, used, f"{because}; {area.because}")
    used.places.setdefault(settled.key, settled)
    return replace(
        named,
        name=called(settled),
        id=place_id(settled.key),
        precision=precision(settled, phrase).value,
        because=f"{named.because}; {because}" if named.because else because,
    )


def _as_area(named: Named, area: Area, used: Used, because: str) -> Named:
    used.add_area(area, named.said)
    return replace(
        named,
        name=area.name,
        id=place_id(area.key),
        precision=area.precision.value,
        because=f"{named.because}; {because}" if named.because else because,
    )


def _border(span: Span, phrase: Phrase, scene: Scene) -> Area | str | None:
    """Return the area of a border where the phrase hangs on no narrower place."""
    if phrase.anchor is not None and not _of_countries(phrase.anchor.name, scene):
        return None
    land = read_border(span, scene)
    return border_area(land, span, scene) if land is not None else None


def _of_countries(name: str, scene: Scene) -> bool:
    parts = [name] if scene.gazetteer.countries.by_name(name) else name.split("-")
    return all(scene.gazetteer.countries.by_name(part) for part in parts)


def _why_open(phrase: Phrase) -> str:
    if phrase.road:
        return "a road, and where on it is not said"
    return "no place named before it fits" if phrase.kind else "no name of a place"


def display_name(settled: Settled, display: Mapping[str, str]) -> str:
    """Return a country's usual name, else the spelling that the reports use most."""
    if settled.entry is not None and settled.entry.kind is PlaceKind.COUNTRY:
        return settled.entry.name
    own = settled.entry.name if settled.entry else settled.name
    return display.get(settled.key) or own or settled.key


def _resolved(span: Span, phrase: Phrase, scene: Scene) -> tuple[Settled, str] | None:
    if phrase.anchor is not None:
        for one in scene.listed:
            if one.mention.span == phrase.anchor.span:
                return one.settled, one.settled.because
        return None
    if phrase.kind is None:
        return None
    if phrase.indefinite:
        return named_after(phrase.kind, phrase.head, span.end, scene)
    return antecedent(phrase.kind, phrase.head, span.start, scene)


def precision(settled: Settled, phrase: Phrase) -> PlacePrecision:
    """Return how narrow the words are, by the kind of the place and the part of it that is meant."""
    kind = settled.entry.kind if settled.entry else None
    if kind is PlaceKind.COUNTRY:
        return PlacePrecision.COUNTRY if phrase.shape is Shape.WHOLE else PlacePrecision.REGION
    if kind is PlaceKind.DISTRICT:
        return PlacePrecision.DISTRICT
    if kind is PlaceKind.PROVINCE or (kind is None and settled.kind == "province"):
        return PlacePrecision.PROVINCE
    if kind in {PlaceKind.REGION, PlaceKind.WATER} or (kind is None and settled.kind == "region"):
        return PlacePrecision.REGION
    return PlacePrecision.EXACT if phrase.shape is Shape.WHOLE else PlacePrecision.NEAR
