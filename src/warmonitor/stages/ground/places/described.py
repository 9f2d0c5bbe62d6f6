"""Which ground words mean that tell it by a place: an area of its own, or none that is known."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from warmonitor.model import Place, PlacePrecision, Span
from warmonitor.reference.gazetteer import Gazetteer, PlaceKind
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.stages.ground.places.antecedent import Scene
from warmonitor.stages.ground.places.area import Area, make_area
from warmonitor.stages.ground.places.area_words import load_area_words
from warmonitor.stages.ground.places.choose import Context, choose
from warmonitor.stages.ground.places.phrase import Phrase, description
from warmonitor.stages.ground.places.record import inside, place_id
from warmonitor.stages.ground.places.relation import Relation, Relative, is_road, read_relation
from warmonitor.stages.ground.places.settle import Settled

_WIDE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.COUNTRY})
_OFF = re.compile(r"\s*\b(?:on|along|near|off|by|astride)\s+(?:(?:the|a)\s+)?(?:[\w-]+\s+)*$", re.I)
_ARTICLE = re.compile(r"\b(?:the|this|that|its|their)\s+(?:[\w’'-]+\s+){0,2}$", re.I)


def off_road(said: str, start: int, phrase: Phrase, text: str) -> Phrase:
    """Return what is left of a phrase whose name only names a road: "town on the X road" is a town.

    `start` is where the phrase stands in the text.
    """
    anchor = phrase.anchor
    if anchor is None or not is_road(text, anchor.span, anchor.name):
        return phrase
    left = _OFF.sub("", said[: max(0, anchor.span.start - start)])
    read = description(left)
    bare = _ARTICLE.search(left.removesuffix(read.head)) is None
    return replace(read, indefinite=bare, road=True)


def described(
    said: Span,
    phrase: Phrase,
    settled: Settled,
    scene: Scene,
    called: Callable[[Settled], str],
    *,
    ringed: bool = False,
) -> Area | Settled | str | None:
    """Return the area that the words around a place tell, why there is none, or None for the place itself.

    A part of a country that is a region of its own by name is that region. `ringed` says that the place is
    told to be surrounded: then "around X" is said of X.
    """
    at = phrase.anchor.span if phrase.anchor is not None else _noun(said, phrase.head, scene.text)
    if at is None:
        return None
    name = phrase.anchor.name if phrase.anchor is not None else ""
    kind = settled.entry.kind if settled.entry else None
    wide = kind in _WIDE or (kind is None and settled.kind in {"province", "region"})
    told = read_relation(scene.text, at, name, wide=wide, country=kind is PlaceKind.COUNTRY)
    if told is None or told.relation in {Relation.ROAD, Relation.BORDER}:
        return None
    if told.relation is Relation.NEAR and ringed and scene.text[: at.start].rstrip().endswith("around"):
        return None
    if told.relation is Relation.LINE:
        return _line(told, settled, scene, called)
    return _region(told, settled, scene) or make_area(told, settled, (), called)


def _line(
    told: Relative, settled: Settled, scene: Scene, called: Callable[[Settled], str]
) -> Area | str | None:
    near = settled if len(told.others) == 1 else None
    found = [_named(one, scene, near, surely=told.sure) for one in told.others]
    others = [one for one in found if one is not None]
    ends = others if len(told.others) > 1 else [settled, *others]
    if len(ends) < 2 or any(map(_is_country, ends)):
        return None
    return make_area(told, ends[0], ends[1:], called)


def _region(told: Relative, of: Settled, scene: Scene) -> Settled | None:
    """Return the region that the gazetteer has under such a name of its own: "Eastern Ukraine"."""
    if told.relation is not Relation.SIDE or of.entry is None:
        return None
    bearings = load_area_words().bearings
    for one in scene.gazetteer.firm(f"{told.side}ern {of.entry.name}"):
        entry = one.entry
        own = bearings.get(entry.name.split()[0].casefold()) == told.side
        if own and entry.kind is PlaceKind.REGION and set(entry.countries) & set(of.entry.countries):
            return Settled(entry.ref, entry, entry.country, f"“{entry.name}” is a region of its own")
    return None


def _is_country(one: Settled) -> bool:
    return one.entry is not None and one.entry.kind is PlaceKind.COUNTRY


def _noun(said: Span, head: str, text: str) -> Span | None:
    """Return where the noun of a description stands, with its article."""
    article = r"(?:\b(?:the|this|that|its|their)\s+(?:[\w’'-]+\s+){0,2}?)?"
    found = list(re.finditer(rf"{article}\b{re.escape(head)}\b", said.of(text), re.I)) if head else []
    return Span(said.start + found[-1].start(), said.start + found[-1].end()) if found else None


def _named(name: str, scene: Scene, end: Settled | None, *, surely: bool) -> Settled | None:
    """Return the place that the name of a line's far end stands for; `end` is the near one.

    A name that no gazetteer has is one where the words tell `surely` of a line.
    """
    key = norm(name)
    for one in scene.listed:
        if norm(one.mention.name) == key:
            return one.settled
    near = (end.entry,) if end is not None and end.entry is not None else ()
    choice = choose(name, None, scene.gazetteer.firm(name), Context(scene.theatre, near))
    if choice.entry is not None:
        return Settled(choice.entry.ref, choice.entry, choice.entry.country, choice.because)
    main = scene.theatre.main
    if not surely and not choice.namesakes:
        return None
    return Settled(f"{key}@{main or ''}", None, main, choice.because, name=name)


def area_record(area: Area, said: Sequence[str], gazetteer: Gazetteer) -> Place:
    """Make the record of an area; what is told by a place without coordinates has none and says so."""
    of = area.of.entry
    country = gazetteer.countries.get(area.of.country or "")
    lies_in = inside(of, gazetteer) if of is not None else (country.name if country else None)
    spot = area.spot or (None, None, None, PlacePrecision.UNKNOWN)
    return Place(
        place_id(area.key),
        area.name,
        tuple(said),
        spot[0],
        spot[1],
        None,
        spot[3],
        lies_in,
        area.of.country,
        spot[2],
        area.because if area.spot else f"{area.because}, which is not located",
        load_area_words().where_prec.get(spot[3].value),
        None if area.others or area.alone else place_id(area.of.key),
    )
