"""Where one phrase lies when the countries it may be in are given and there is no report around it."""

from collections.abc import Sequence

from warmonitor.reference.gazetteer import Gazetteer, in_countries
from warmonitor.stages.ground.places.choose import Choice, Context, choose
from warmonitor.stages.ground.places.phrase import Shape, read_phrase
from warmonitor.stages.ground.places.settle import weak_choice
from warmonitor.stages.ground.places.theatre import given_theatre


def locate(said: str, gazetteer: Gazetteer, countries: Sequence[str]) -> Choice:
    """Return the place that a phrase hangs on, by the rules for reports; no entry where left open."""
    phrase = read_phrase(said, gazetteer)
    if phrase.anchor is None:
        return Choice(None, "no name of a place")
    if phrase.shape is Shape.BETWEEN:
        return Choice(None, "a line between places")
    name = phrase.anchor.name
    theatre = given_theatre(countries, gazetteer)
    inside = tuple(
        one.entry
        for other in phrase.within
        for one in gazetteer.firm(other)
        if in_countries(one.entry, theatre.order)
    )
    context = Context(theatre, (), inside)
    choice = choose(name, phrase.kind, gazetteer.firm(name), context)
    if choice.entry is None and phrase.kind not in {"country", "site"}:
        return weak_choice(name, phrase.kind, context, gazetteer) or choice
    return choice
