"""What a head word stands for that nobody is named to own: the government's side, a side, a source."""

from warmonitor.model import ActorKind
from warmonitor.stages.ground.actors.head import Head
from warmonitor.stages.ground.actors.homes import heading_over, home_at, seat_of
from warmonitor.stages.ground.actors.newnames import make_name
from warmonitor.stages.ground.actors.owned import institution, officer, speaker, unit
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.refer import refer_called, refer_description, refer_group
from warmonitor.stages.ground.actors.sides import (
    by_modifier,
    civilians,
    generic,
    people,
    unnamed,
    unnamed_group,
)
from warmonitor.stages.ground.actors.stand import Stand, look_up

_TRACKS = frozenset(
    "tracks tracking monitors monitoring documents documenting follows records recording".split()
)


def unowned(head: Head, speaking: bool) -> Stand | None:
    """Return what the head stands for, None where the report does not say."""
    if head.kind in {"forces", "government"} and head.stranger:
        capital = next(i for i in range(head.first, head.last + 1) if head.reading.words[i].capital)
        return make_name(head.reading, capital, head.last)
    word = _government_word(head)
    if word is not None and head.kind != "unnamed":
        return _at_home(head, word)
    return _by_kind(head, speaking)


def _by_kind(head: Head, speaking: bool) -> Stand | None:
    match head.kind:
        case "institution":
            return _institution(head)
        case "office":
            return officer(head, None)
        case "group":
            return _described(head, speaking)
        case "generic" | "loyalists":
            return _generic(head)
        case "unit" | "forces" | "government":
            return _sided(head)
    return _source(head, speaking)


def _generic(head: Head) -> Stand | None:
    """Return the group that "the rebels" can only mean, else the side."""
    single = refer_group(head.reading, head.first, head.phrase) if head.led_by == "the" else None
    return single or generic(head, head.phrase, head.reading.theatre)


def _sided(head: Head) -> Stand | None:
    """Return the side, or the unit of the side, that the words before the head give."""
    side = by_modifier(head, head.reading.theatre)
    if head.kind == "unit":
        return unit(head, side) if side is not None else None
    return side or people(head)


def _source(head: Head, speaking: bool) -> Stand | None:
    """Return a source without a name; people who do not speak are the civilians."""
    lexicon = head.reading.lexicon
    if head.kind == "unnamed" and not speaking and head.phrase in lexicon.civilians:
        return civilians(head)
    if head.kind == "speaker" and head.phrase in lexicon.papers:
        the_office = head.led_by == "the" and head.first == head.last
        if the_office and (body := refer_called(head.reading, head.first)) is not None:
            return body
        side = by_modifier(head, head.reading.theatre)
        if side is not None:
            return refer_group(head.reading, head.first) or side
    return unnamed(head.reading, head.first, head.last)


def _described(head: Head, speaking: bool) -> Stand | None:
    """Resolve "the group", "a war monitor", "the group that tracks the war"."""
    reading = head.reading
    after = reading.words[head.last + 2].folded if head.last + 2 < len(reading.words) else ""
    phrase = "monitor" if after in _TRACKS else head.phrase
    return refer_description(reading, head.first, phrase, speaking) or unnamed_group(head)


def _government_word(head: Head) -> str | None:
    """Return the word that puts a phrase on the government's side, None where nothing does."""
    lexicon, modifiers = head.reading.lexicon, head.modifiers
    pro = [m.removeprefix("pro-") for m in modifiers if m.startswith("pro-")]
    for word in pro:
        if word in lexicon.government_words or _leads_theatre(head.reading, word):
            return f"pro-{word}"
    if pro or any(m.startswith("anti-") for m in modifiers):
        return None
    for word in modifiers:
        if word in lexicon.government_words or (head.kind == "speaker" and word in lexicon.state_forces):
            return word
    if any(m in lexicon.generics or m in lexicon.peoples for m in modifiers):
        return None
    stately = head.kind in {"loyalists", "government"}
    stately |= head.kind == "forces" and head.phrase in lexicon.state_forces
    return head.phrase if stately else None


def _leads_theatre(reading: Reading, word: str) -> bool:
    """Say whether a folded surname is that of a holder of the theatre's highest office."""
    return any(h.of == f"state:{reading.theatre}" for h in reading.register.by_surname(word))


def _at_home(head: Head, word: str) -> Stand:
    """Return the state of the theatre, as "government forces" in a report on it mean."""
    reading = head.reading
    because = f"“{head.said}”: by “{word}” the government of the country reported on"
    home = home_at(reading, head.first, head.last)
    if home != reading.theatre:
        because = f"“{head.said}”: by “{word}” the government of the country of its seat or heading"
    state = look_up(reading.register, f"state:{home}", because) if home else None
    state = state or reading.nation
    if state is None:
        state = Stand("generic::government", "government", ActorKind.GOVERNMENT, "government")
    if head.kind == "unit":
        return unit(head, state)
    if head.kind == "speaker":
        return speaker(head, state)
    return state.why(because)


def _institution(head: Head) -> Stand | None:
    """Resolve "the foreign ministry": that of an earlier mention, else of the country reported on."""
    reading = head.reading
    key = reading.register.institution_words[head.phrase]
    home = seat_of(reading, head.first, head.last) or heading_over(reading, head.last)
    if home is not None:
        said = f"“{head.said}” is that of the country of its seat or heading"
        return look_up(reading.register, f"state:{home}/{key}", said)
    for mention in reversed(reading.mentions):
        if mention.first < head.first and mention.stand.key.endswith(f"/{key}"):
            return mention.stand.why(f"“{head.said}” is the one named before")
    return institution(reading, None, key, head.said)
