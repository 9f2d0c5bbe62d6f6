"""Where one phrase lies when the countries it may be in are given and there is no report around it."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.reference.gazetteer import Gazetteer, GazetteerEntry, PlaceKind, in_countries
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.stages.ground.places.choose import SETTLED, Choice, Context, choose, lies_in, may_lie_in
from warmonitor.stages.ground.places.phrase import Phrase, Shape, read_phrase
from warmonitor.stages.ground.places.pieces import around_site, between, is_road, narrower, other_pieces
from warmonitor.stages.ground.places.runs import Run, runs
from warmonitor.stages.ground.places.settle import choice_in_division, weak_choice
from warmonitor.stages.ground.places.theatre import given_theatre
from warmonitor.stages.ground.places.words import load_words

# A near name in the division that is said goes before the very name beside it only with this score.
SURE = 0.8


def locate(said: str, gazetteer: Gazetteer, countries: Sequence[str], division: str = "") -> Choice:
    """Return the place that a phrase hangs on, by the rules for reports; no entry where left open.

    `division` is the name of the province or district that a table puts the place in: it decides between
    places of one name, and forbids none.
    """

    def find(piece: str) -> Choice:
        return _one(piece, gazetteer, countries, division)

    def firm(piece: str) -> Choice:
        found, anchor = find(piece), read_phrase(piece, gazetteer).anchor
        named = gazetteer.firm(anchor.name) if anchor else ()
        known = found.entry is not None and any(one.entry.ref == found.entry.ref for one in named)
        return found if known else Choice(None, "no gazetteer has the very name")

    if is_road(said):
        return Choice(None, "a line between places")
    told = between(said, find) or narrower(said, division, firm)
    choice = told or find(said)
    if choice.entry is not None or choice.namesakes:
        return choice
    if read_phrase(said, gazetteer).shape is Shape.BETWEEN:
        return choice
    # A further name is trusted only where a division can say that it is no namesake elsewhere.
    further = other_pieces(said, firm) if division else None
    return further or around_site(said, division, gazetteer, countries, firm) or choice


def _one(said: str, gazetteer: Gazetteer, countries: Sequence[str], division: str) -> Choice:
    """Return the place that the first name of a phrase is, or that it is said to lie in."""
    phrase = read_phrase(said, gazetteer)
    if phrase.anchor is None:
        phrase = _whole(said) or phrase
    if phrase.anchor is None:
        return Choice(None, "no name of a place")
    if phrase.shape is Shape.BETWEEN:
        return Choice(None, "a line between places")
    theatre = given_theatre(countries, gazetteer)
    inside = tuple(
        one.entry
        for other in phrase.within
        for one in gazetteer.firm(other)
        if in_countries(one.entry, theatre.order)
    )
    context = Context(theatre, (), inside, division=_division(division, gazetteer, theatre.order))
    name, kind = _name_and_kind(phrase, phrase.anchor)
    choice = _chosen(name, kind, context, gazetteer)
    if choice.entry is None and kind in {"site", "section"} and not _is_outlying(name, phrase):
        return _in_town(name, phrase, replace(context, within=()), gazetteer) or choice
    return choice


def _name_and_kind(phrase: Phrase, anchor: Run) -> tuple[str, str | None]:
    """Return the name without a noun that says it is a quarter of a town, and the kind."""
    sections = load_words().sections
    first, _, last = anchor.name.rpartition(" ")
    if phrase.kind == "site" and first and last.casefold() in sections:
        return first, "section"
    return anchor.name, "section" if phrase.kind == "site" and phrase.head in sections else phrase.kind


def _is_outlying(name: str, phrase: Phrase) -> bool:
    nouns = {phrase.head, name.rpartition(" ")[2].casefold()}
    return bool(nouns & load_words().outlying)


def _chosen(name: str, kind: str | None, context: Context, gazetteer: Gazetteer) -> Choice:
    choice = choose(name, kind, gazetteer.firm(name), context)
    if kind == "country" or (choice.entry is not None and not _astray(choice, context)):
        return choice
    if context.division:
        beside = choice.entry is not None and may_lie_in(choice.entry, context.division)
        near = choice_in_division(name, kind, context, gazetteer, SURE if beside else 0.0)
        if near is not None and near.entry is not None:
            return near
        if beside:
            return choice
        if near is not None:
            return near
        if choice.entry is not None:
            return Choice(None, f"{choice.because}, which lies in another division than is said")
        return choice
    if kind == "site":
        return choice
    return weak_choice(name, kind, context, gazetteer) or choice


def _in_town(name: str, phrase: Phrase, context: Context, gazetteer: Gazetteer) -> Choice | None:
    """Return the town that something without a place of its own is said to lie in: near it, not amid it."""
    for other in phrase.within:
        choice = _chosen(other, "town", context, gazetteer)
        if choice.entry is not None:
            return Choice(choice.entry, f"“{name}” is said to lie in {other}: {choice.because}")
    return None


def _astray(choice: Choice, context: Context) -> bool:
    """Say whether a place lies elsewhere than the table says; what is no settlement may reach beyond."""
    entry = choice.entry
    settled = entry is not None and entry.kind in SETTLED
    return bool(context.division) and settled and entry is not None and not lies_in(entry, context.division)


def _whole(said: str) -> Phrase | None:
    """Read words that are one name as it, though as words of a report they would mean something else."""
    found = list(runs(said))
    if len(found) != 1 or norm(found[0].name) != norm(said):
        return None
    return Phrase(Run(found[0].name, found[0].span))


def _division(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> tuple[GazetteerEntry, ...]:
    """Return the divisions of the countries that a name stands for, provinces before districts."""
    if not name:
        return ()
    found = [one.entry for one in gazetteer.find(name, countries=countries)]
    inside = [one for one in found if in_countries(one, countries)]
    for kind in (PlaceKind.PROVINCE, PlaceKind.DISTRICT):
        if divisions := tuple(one for one in inside if one.kind is kind):
            return divisions
    return ()
