"""Actors without a name of their own: sides, peoples' forces, sources, people who suffer."""

from warmonitor.model import ActorKind
from warmonitor.reference.actors import fold_name
from warmonitor.stages.ground.actors.head import Head, plain
from warmonitor.stages.ground.actors.newnames import is_calendar, make_name
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Stand

# Words of these sides say no more than that somebody fights the state.
_ANY_REBELS = frozenset({"opposition", "separatists"})


def generic(head: Head, word: str, country: str | None) -> Stand | None:
    """Return the side that a folded word names in a country: one actor for all words of its family."""
    found = head.reading.lexicon.generics.get(word)
    if found is None:
        return None
    key = f"generic:{country or ''}:{found.name}"
    because = f"“{head.said}” names a side, not a group"
    rebels = country is not None and found.kind is ActorKind.REBEL_GROUP and found.side in _ANY_REBELS
    side = (head.reading.register.only_rebel_side(country) if rebels and country else None) or found.side
    return Stand(key, found.name, found.kind, side, country, None, None, because)


def by_modifier(head: Head, country: str | None) -> Stand | None:
    """Return the side that "rebel" or "anti-X" before a head gives it."""
    words = ("rebels" if m.startswith("anti-") else m for m in head.modifiers)
    return next((side for w in words if (side := generic(head, w, country)) is not None), None)


def people(head: Head) -> Stand | None:
    """Return "Kurdish forces" as a side of its own words."""
    reading = head.reading
    if not any(m in reading.lexicon.peoples for m in head.modifiers):
        return None
    key = f"generic:{reading.theatre or ''}:{head.plain.lower()}"
    because = f"“{head.said}” names a people's forces, not a group"
    return Stand(key, head.plain, ActorKind.IDENTITY_MILITIA, None, reading.theatre, because=because)


def civilians(head: Head) -> Stand:
    """Return the civilians of the country reported on."""
    key = f"generic:{head.reading.theatre or ''}:civilians"
    because = f"“{head.said}” are people, not a party"
    return Stand(key, "civilians", ActorKind.CIVILIANS, country=head.reading.theatre, because=because)


def unnamed(reading: Reading, first: int, last: int, owner: Stand | None = None) -> Stand:
    """Return a source that the words do not name: one actor for the same words."""
    said = plain(reading, first, last)
    parent = owner.key if owner is not None and owner.organisation and not owner.state else None
    country = owner.country if owner is not None else reading.theatre
    because = f"“{said}” is a source without a name"
    key = "unnamed:" + (f"{parent}:" if parent is not None else "") + reading.folded(first, last)
    return Stand(key, said, ActorKind.UNNAMED, None, country, parent, None, because)


def unnamed_group(head: Head) -> Stand | None:
    """Return "a militant group" that nothing in the report names as a source without a name."""
    kinds = head.reading.lexicon.groups.get(head.phrase, ())
    if head.led_by == "the" or not (kinds or head.led_by in {"a", "an"}):
        return None
    return unnamed(head.reading, head.first, head.last)


def new_in(reading: Reading, first: int, last: int) -> Stand | None:
    """Return a new actor for a run of capitals that nothing else explains."""
    capitals = [i for i in range(first, last + 1) if reading.words[i].capital]
    if not capitals or any(reading.words[i].folded in reading.lexicon.common for i in capitals):
        return None
    if all(is_calendar(reading.words[i].folded) for i in capitals):
        return None
    if fold_name(reading.said(capitals[0], capitals[-1])) in reading.places:
        return None
    if capitals == [first] and reading.starts_sentence(first) and last > first:
        return None
    return make_name(reading, capitals[0], capitals[-1])
