"""What a head word stands for that belongs to an actor: its forces, units, ministries, spokesmen."""

from warmonitor.model import ActorKind
from warmonitor.model.names import SPEAKS_ONLY
from warmonitor.stages.ground.actors.head import Head, adjective
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.refer import refer_group
from warmonitor.stages.ground.actors.sides import by_modifier, generic, unnamed
from warmonitor.stages.ground.actors.stand import Stand, look_up

_FORCES = frozenset({"forces", "generic", "loyalists", "group", "government"})
_MEDIA = frozenset({ActorKind.AGENCY, ActorKind.OUTLET})
_SENTENCES_BACK = 2


def owned(head: Head, owner: Stand) -> Stand | None:
    """Return what the head stands for where it belongs to an actor, None where nothing can."""
    reading = head.reading
    body = body_of(reading, owner)
    if head.kind == "group" and body is not None and body.state and _only_speaks(head):
        return None
    if head.kind in _FORCES:
        return _forces(head, body) if body is not None else None
    if head.kind == "institution":
        return institution(reading, body, reading.register.institution_words[head.phrase], head.said)
    if head.kind == "unit":
        return unit(head, body or owner)
    if head.kind == "office":
        return officer(head, body)
    if head.kind == "speaker":
        return speaker(head, body or owner)
    return unnamed(reading, head.first, head.last, body or owner)


def _only_speaks(head: Head) -> bool:
    """Say whether a head is a body that fights for nobody: "the Velonian observatory" is no state's force."""
    kinds = head.reading.lexicon.groups.get(head.phrase, ())
    return bool(kinds) and SPEAKS_ONLY.issuperset(kinds)


def body_of(reading: Reading, owner: Stand) -> Stand | None:
    """Return the organisation that a person belongs to, anything else itself."""
    if owner.kind is not ActorKind.PERSON:
        return owner
    if owner.parent is None:
        return None
    known = look_up(reading.register, owner.parent, f"{owner.name} speaks for it")
    return known or next((m.stand for m in reading.mentions if m.stand.key == owner.parent), None)


def _forces(head: Head, body: Stand) -> Stand | None:
    """Return whose the forces are: the body itself, its state, a side in its country, its unit just named."""
    reading = head.reading
    if body.kind is ActorKind.GOVERNMENT and "/" in body.key:
        body = look_up(reading.register, body.key.partition("/")[0], "") or reading.nation or body
    if body.key.startswith("unnamed:"):
        return unnamed(reading, head.first, head.last)
    if body.state and (side := _side_in(head, body)) is not None:
        return side
    if head.led_by in reading.lexicon.pronouns and (recent := _recent_unit(head, body)) is not None:
        return recent.why(f"“{head.said}” are those of the {recent.name} named just before")
    verb = "is" if head.kind == "government" else "are forces of"
    return body.why(f"“{head.said}” {verb} {body.name}")


def _side_in(head: Head, state: Stand) -> Stand | None:
    """Return the side that "Syrian rebels" and "Syrian opposition fighters" name."""
    if any(m in head.reading.lexicon.government_words for m in head.modifiers):
        return None
    known = head.reading.lexicon.generics.get(head.phrase)
    if known is not None and known.kind is ActorKind.EXTERNAL:
        return None
    if head.kind in {"generic", "group"} and (side := generic(head, head.phrase, state.country)) is not None:
        return side
    return by_modifier(head, state.country)


def _recent_unit(head: Head, owner: Stand) -> Stand | None:
    """Return the unit of the owner that the last two sentences named."""
    sentence = head.reading.sentence
    for mention in reversed(head.reading.mentions):
        near = (
            mention.first < head.first and sentence[head.first] - sentence[mention.first] <= _SENTENCES_BACK
        )
        if near and mention.stand.key.startswith("unit:") and mention.stand.parent == owner.key:
            return mention.stand
    return None


def speaker(head: Head, owner: Stand) -> Stand:
    """Return who speaks: the medium of its reporter, the group of its statement, else a spokesman of it."""
    lexicon = head.reading.lexicon
    if owner.kind in _MEDIA and (head.phrase in lexicon.reporters or head.phrase in lexicon.papers):
        return owner.why(f"“{head.said}” speaks as {owner.name}")
    if head.phrase in lexicon.papers:
        single = refer_group(head.reading, head.first) if owner.key.startswith("generic:") else None
        return single or owner.why(f"“{head.said}” is what {owner.name} says")
    own = head.after_owner() if "/" not in owner.key else head.at
    name = f"{adjective(head.reading, owner)} {head.reading.said(min(own, head.at), head.last)}"
    because = f"“{head.said}” is not named and speaks for {owner.name}"
    key = f"unnamed:{owner.key}:{head.phrase}"
    return Stand(key, name, ActorKind.UNNAMED, owner.side, owner.country, owner.key, None, because)


def officer(head: Head, body: Stand | None) -> Stand | None:
    """Return "Colombia's defence minister" as somebody without a name who speaks for the ministry."""
    key = head.reading.register.offices[head.phrase]
    ministry = institution(head.reading, body, key, head.said)
    if ministry is None:
        return None
    of = adjective(head.reading, body) if body is not None else ministry.name.split()[0]
    because = f"“{head.said}” is not named and speaks for the {ministry.name}"
    name, country = f"{of} {head.phrase}", ministry.country
    return Stand(f"unnamed:{ministry.key}:{head.phrase}", name, ActorKind.UNNAMED, ministry.side, country,
                 ministry.key, None, because)  # fmt: skip


def unit(head: Head, owner: Stand) -> Stand:
    """Return a convoy, base or post as an actor of its own, part of its owner."""
    rest = head.reading.folded(head.after_owner(), head.last)
    named = [i for i in range(head.first, head.at) if i in head.reading.by_word]
    alone = head.first == head.at
    name = head.reading.said(named[0], head.last) if named else head.plain
    name = f"{adjective(head.reading, owner)} {name}" if alone else name
    because = f"“{head.said}” is a unit or post of {owner.name}"
    key = f"unit:{owner.key}:{rest}"
    return Stand(key, name, owner.kind, owner.side, owner.country, owner.key, None, because)


def institution(reading: Reading, body: Stand | None, key: str, said: str) -> Stand | None:
    """Return a ministry or the like: of the body's state, else of the country reported on."""
    nation = reading.nation if body is None else body if body.key.startswith("nation:") else None
    if nation is not None:
        template = reading.register.institutions[key]
        name = template.name.format(adj=adjective(reading, nation))
        because = f"“{said}” is that of the {adjective(reading, nation)} state"
        return Stand(
            f"{nation.key}/{key}", name, template.kind, "government", None, nation.key, None, because
        )
    if body is not None and not body.key.startswith("state:"):
        kind = reading.register.institutions[key].kind
        words = reading.register.institutions[key].name.format(adj=body.name)
        because = f"“{said}” is that of {body.name}"
        return Stand(f"name:{body.key} {key}", words, kind, body.side, body.country, body.key, None, because)
    country = body.country if body is not None else reading.theatre
    of = body.name if body is not None else "the country reported on"
    return (
        look_up(reading.register, f"state:{country}/{key}", f"“{said}” is that of {of}") if country else None
    )
