"""What a phrase of a report stands for: its head word, who owns it, and the rules between them."""

from dataclasses import dataclass

from warmonitor.model import ActorKind
from warmonitor.stages.ground.actors.newnames import make_name
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.refer import refer_description, refer_group, refer_pronoun
from warmonitor.stages.ground.actors.stand import Mention, Stand, look_up

_CUTS = frozenset(
    "who which that whom whose in on from near at inside around across under during as by with after before amid "
    "against into to outside over along through since until while when where including operating fighting based".split()
)
_MEDIA = frozenset({ActorKind.AGENCY, ActorKind.OUTLET})
_FROM = frozenset({"from", "of", "with"})
_TRACKS = frozenset(
    "tracks tracking monitors monitoring documents documenting follows records recording".split()
)
_JOINS = frozenset({"and", "or"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Words `first` to `last` of a reading to resolve; `speaker` is whose quotation they stand in."""

    first: int
    last: int
    speaking: bool = False
    speaker: Stand | None = None


def resolve(reading: Reading, asked: Asked) -> Stand | None:
    """Return what the words stand for, with the reason in `because`, None where nothing says it."""
    first = _skip_determiners(reading, asked.first, asked.last)
    if first > asked.last:
        return None
    asked = Asked(first, asked.last, asked.speaking, asked.speaker)
    if reading.words[first].folded in reading.lexicon.pronouns and first not in reading.by_word:
        return _of_pronoun(reading, asked)
    if (whole := _whole(reading, asked)) is not None:
        return whole
    core = _core(reading, asked)
    found = _joined(reading, asked, core) or _single(reading, asked, core)
    found = _narrowed(reading, asked, core, found)
    return found if found is not None else _widened(reading, asked)


def _widened(reading: Reading, asked: Asked) -> Stand | None:
    """Resolve a lone head word with the word before it: "groups" that are "aid groups"."""
    before = asked.first - 1
    if (
        asked.first != asked.last
        or before < 0
        or reading.words[asked.first].broken
        or before in reading.by_word
    ):
        return None
    phrase = f"{reading.words[before].folded} {reading.words[asked.first].folded}"
    lexicon = reading.lexicon
    if phrase in lexicon.unnamed or phrase in lexicon.generics or phrase in lexicon.groups:
        return resolve(reading, Asked(before, asked.last, asked.speaking, asked.speaker))
    return None


def _narrowed(reading: Reading, asked: Asked, core: int, found: Stand | None) -> Stand | None:
    """Prefer what follows an open description: "militants from X", "the group's leader, Name"."""
    after = core + 1
    while after <= asked.last and reading.words[after].folded in _FROM | reading.lexicon.determiners:
        after += 1
    mention = reading.by_word.get(after) if after <= asked.last else None
    if mention is None or (found is not None and not found.key.startswith(("generic:", "unnamed:"))):
        return found
    if mention.person and reading.words[core + 1].broken:
        return mention.stand
    from_group = reading.words[core + 1].folded in _FROM and mention.stand.named_group
    return mention.stand if from_group and found is not None and found.key.startswith("generic:") else found


def _skip_determiners(reading: Reading, first: int, last: int) -> int:
    possessives = reading.lexicon.pronouns
    while first < last and first not in reading.by_word:
        word = reading.words[first].folded
        if word in possessives or not (word in reading.lexicon.determiners or word.isdigit()):
            break
        first += 1
    return first


def _of_pronoun(reading: Reading, asked: Asked) -> Stand | None:
    """Resolve "he" and "its fighters"."""
    pronoun = reading.lexicon.pronouns[reading.words[asked.first].folded]
    if asked.first == asked.last:
        return refer_pronoun(reading, asked.first, pronoun, asked.speaking, asked.speaker)
    inner = Asked(asked.first + 1, asked.last, asked.speaking, asked.speaker)
    core = _core(reading, inner)
    head, kind = _head(reading, inner.first, core)
    armed = kind in {"forces", "unit", "generic", "loyalists"}
    owner = refer_pronoun(reading, asked.first, pronoun, asked.speaking, asked.speaker, armed)
    if owner is None or kind == "":
        named = _last_name(reading, inner.first, asked.last)
        return named.stand if named is not None else None
    return _owned(reading, owner, (inner.first, core), head, kind)


def _whole(reading: Reading, asked: Asked) -> Stand | None:
    """Return the mention that starts the phrase where the phrase is nothing but it and what describes it."""
    mention = reading.by_word.get(asked.first)
    if mention is None or mention.modifier:
        return None
    after = mention.last + 1
    if after > asked.last or (reading.words[after].broken and not mention.person):
        return mention.stand if not reading.words[mention.last].possessive or after > asked.last else None
    if mention.person and reading.words[after].broken and not reading.words[mention.last].possessive:
        return mention.stand
    return None


def _core(reading: Reading, asked: Asked) -> int:
    """Return the last word of the phrase's core: before the first comma, preposition or relative."""
    for at in range(asked.first + 1, asked.last + 1):
        inside = at in reading.by_word and reading.by_word[at].first < at
        cut = reading.words[at].folded in _CUTS and not reading.words[at].glued
        if not inside and (reading.words[at].broken or cut):
            return at - 1
    return asked.last


def _joined(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Resolve "X and Y": the first that is named, else the broader side."""
    for at in range(asked.first + 1, core):
        if reading.words[at].folded in _JOINS and at not in reading.by_word:
            left = resolve(reading, Asked(asked.first, at - 1, asked.speaking, asked.speaker))
            right = resolve(reading, Asked(at + 1, core, asked.speaking, asked.speaker))
            if left is None or right is None:
                return left or right
            generic = left.key.startswith("generic:") and right.key.startswith("generic:")
            return right if generic and right.side is not None and not left.key.endswith(":rebels") else left
    return None


def _single(reading: Reading, asked: Asked, core: int) -> Stand | None:
    person = _person_in(reading, asked.first, core)
    if person is not None:
        return person
    split = _of_at(reading, asked.first, core)
    if split is not None and (found := _of_phrase(reading, asked, core, split)) is not None:
        return found
    end = split - 1 if split is not None else core
    head, kind = _head(reading, asked.first, end)
    owner = _owner(reading, asked, head)
    if kind:
        found = _owned(reading, owner, (asked.first, end), head, kind) if owner else None
        return found or _unowned(reading, asked, (asked.first, end), (head, kind))
    last = _last_name(reading, asked.first, core)
    if last is not None and last.stand.state and last.last < core and not reading.words[core].capital:
        return _unnamed(reading, (asked.first, core), None) if asked.speaking else None
    if last is not None:
        return last.stand
    return _new_in(reading, asked.first, core)


def _person_in(reading: Reading, first: int, core: int) -> Stand | None:
    mention = reading.by_word.get(core)
    if mention is not None and mention.person and mention.first >= first - 3 and mention.name_first >= first:
        return mention.stand
    if mention is not None and mention.person and mention.last == core:
        return mention.stand
    return None


def _of_at(reading: Reading, first: int, core: int) -> int | None:
    for at in range(first + 1, core):
        if reading.words[at].folded in {"of", "for"} and at not in reading.by_word:
            return at
    return None


def _of_phrase(reading: Reading, asked: Asked, core: int, split: int) -> Stand | None:
    """Resolve "spokesman for X", "ministry of defence of X", "fighters of X"."""
    whole = " ".join(w.folded for w in reading.words[asked.first : core + 1])
    for words, key in reading.register.institution_words.items():
        if whole == words:
            return _institution(reading, None, key, whole)
    head, kind = _head(reading, asked.first, split - 1)
    owner = resolve(reading, Asked(split + 1, core, asked.speaking, asked.speaker))
    if not kind or owner is None:
        return None
    return _owned(reading, owner, (asked.first, split - 1), head, kind)


def _head(reading: Reading, first: int, end: int) -> tuple[int, str]:
    """Return (first word of the head, what it is): the longest describing phrase that ends the core."""
    lexicon = reading.lexicon
    kinds = (
        ("institution", reading.register.institution_words), ("loyalists", lexicon.loyalists), ("unit", lexicon.units),
        ("generic", lexicon.generics), ("group", lexicon.groups), ("forces", lexicon.forces),
        ("government", lexicon.government), ("speaker", lexicon.speakers), ("unnamed", lexicon.unnamed),
    )  # fmt: skip
    for size in range(min(5, end - first + 1), 0, -1):
        at = end - size + 1
        if any(reading.words[i].broken for i in range(at + 1, end + 1)) or end in reading.by_word:
            continue
        phrase = " ".join(w.folded for w in reading.words[at : end + 1])
        for kind, words in kinds:
            if phrase in words:
                return at, kind
    return end + 1, ""


def _owner(reading: Reading, asked: Asked, head: int) -> Stand | None:
    """Return the actor named last before the head, where it is no mere modifier ("X-backed")."""
    for size in range(4, 0, -1):
        phrase = " ".join(w.folded for w in reading.words[max(asked.first, head - size) : head])
        if size <= head - asked.first and phrase in reading.register.institution_words:
            return _single(reading, Asked(asked.first, head - 1), head - 1)
    for at in range(head - 1, asked.first - 1, -1):
        mention = reading.by_word.get(at)
        if mention is not None and not mention.modifier:
            return mention.stand
    return None


def _last_name(reading: Reading, first: int, last: int) -> Mention | None:
    found = [
        m for at in range(first, last + 1) if (m := reading.by_word.get(at)) is not None and not m.modifier
    ]
    return found[-1] if found else None


def _modifiers(reading: Reading, first: int, head: int) -> list[str]:
    """Return the folded words before the head, "pro" and "anti" joined to what they stand before."""
    words = reading.words[first:head]
    made: list[str] = []
    for word in words:
        if word.glued and made and made[-1] in {"pro", "anti"}:
            made[-1] += "-" + word.folded
        else:
            made.append(word.folded)
    return made


def _owned(reading: Reading, owner: Stand, core: tuple[int, int], head: int, kind: str) -> Stand | None:
    """Return what a head stands for that belongs to an actor."""
    phrase = " ".join(w.folded for w in reading.words[head : core[1] + 1])
    body = _body(reading, owner)
    said = reading.said(*core)
    if kind in {"forces", "generic", "loyalists", "group", "government"}:
        return _forces_of(reading, owner, body, core, head, kind)
    if kind == "institution":
        return _institution(reading, body, reading.register.institution_words[phrase], said)
    if kind == "unit":
        return _unit(reading, body or owner, core, head)
    if kind == "speaker":
        return _speaker_of(reading, owner, body, phrase, core, head)
    return _unnamed(reading, core, body or owner)


def _body(reading: Reading, owner: Stand) -> Stand | None:
    """Return the organisation that a person belongs to, anything else itself."""
    if owner.kind is not ActorKind.PERSON:
        return owner
    if owner.parent is None:
        return None
    known = look_up(reading.register, owner.parent, f"{owner.name} speaks for it")
    return known or next((m.stand for m in reading.mentions if m.stand.key == owner.parent), None)


def _forces_of(
    reading: Reading, owner: Stand, body: Stand | None, core: tuple[int, int], head: int, kind: str
) -> Stand | None:
    said = reading.said(*core)
    if body is None:
        return None
    if body.kind is ActorKind.GOVERNMENT and "/" in body.key:
        body = look_up(reading.register, body.key.partition("/")[0], "") or reading.nation or body
    if body.state and kind in {"generic", "group"}:
        side_words = {w.folded for w in reading.words[core[0] : core[1] + 1]}
        if side_words & reading.lexicon.government_words:
            return body.why(f"“{said}” are forces of {body.name}")
        return _generic(reading, head, core[1], body.country, said)
    if body.state and any(m in reading.lexicon.generics for m in _modifiers(reading, core[0], head)):
        return _generic_by_modifier(reading, core, head, body.country)
    if body.key.startswith("unnamed:"):
        return _unnamed(reading, core, None)
    unit = (
        _recent_unit(reading, body, core[0])
        if reading.words[core[0] - 1].folded in reading.lexicon.pronouns
        else None
    )
    if unit is not None:
        return unit.why(f"“{said}” are those of the {unit.name} named just before")
    return body.why(
        f"“{said}” are forces of {body.name}" if kind != "government" else f"“{said}” is {body.name}"
    )


def _recent_unit(reading: Reading, owner: Stand, index: int) -> Stand | None:
    """Return the unit of the owner that the last two sentences named."""
    for mention in reversed(reading.mentions):
        near = mention.first < index and reading.sentence[index] - reading.sentence[mention.first] <= 2
        if near and mention.stand.key.startswith("unit:") and mention.stand.parent == owner.key:
            return mention.stand
    return None


def _speaker_of(
    reading: Reading, owner: Stand, body: Stand | None, phrase: str, core: tuple[int, int], head: int
) -> Stand | None:
    """Return who speaks: the medium of its reporter, the group of its statement, else a spokesman of it."""
    lexicon = reading.lexicon
    said = reading.said(*core)
    if owner.kind in _MEDIA and phrase in lexicon.reporters | lexicon.papers:
        return owner.why(f"“{said}” speaks as {owner.name}")
    if phrase in lexicon.papers:
        if owner.key.startswith("generic:") and (single := refer_group(reading, core[0])) is not None:
            return single
        return owner.why(f"“{said}” is what {owner.name} says")
    target = body or owner
    words = reading.said(head, core[1])
    own = head > core[0] and "/" not in target.key
    modifiers = reading.said(_after_owner(reading, core[0], head), core[1]) if own else words
    name = f"{_adjective(reading, target)} {modifiers}"
    key = f"unnamed:{target.key}:{phrase}"
    because = f"“{said}” is not named and speaks for {target.name}"
    return Stand(key, name, ActorKind.UNNAMED, target.side, target.country, target.key, None, because)


def _after_owner(reading: Reading, first: int, head: int) -> int:
    """Return the first word after the owner's name before a head."""
    at = first
    for index in range(first, head):
        if index in reading.by_word:
            at = index + 1
    return min(at, head)


def _adjective(reading: Reading, stand: Stand) -> str:
    if stand.key.startswith("nation:"):
        return stand.name.removesuffix(" government")
    country = reading.register.countries.get(stand.country or "")
    return country.adjective if stand.state and country is not None else stand.name


def _unit(reading: Reading, owner: Stand, core: tuple[int, int], head: int) -> Stand:
    said = _plain(reading, core)
    rest = " ".join(w.folded for w in reading.words[_after_owner(reading, core[0], head) : core[1] + 1])
    name = said if reading.by_word.get(core[0]) or head > core[0] else f"{_adjective(reading, owner)} {said}"
    because = f"“{said}” is a unit or post of {owner.name}"
    return Stand(
        f"unit:{owner.key}:{rest}", name, owner.kind, owner.side, owner.country, owner.key, None, because
    )


def _plain(reading: Reading, core: tuple[int, int]) -> str:
    """Return the words without a sentence's capital."""
    said = reading.said(*core)
    common = reading.starts_sentence(core[0]) or reading.starts_sentence(max(0, core[0] - 1))
    if core[0] not in reading.by_word and common and not reading.words[core[0]].initials:
        return said[:1].lower() + said[1:]
    return said


def _institution(reading: Reading, body: Stand | None, key: str, said: str) -> Stand | None:
    """Return a ministry or the like of the body's state, of an earlier mention's, or of the theatre's."""
    nation = (
        body
        if body is not None and body.key.startswith("nation:")
        else reading.nation
        if body is None
        else None
    )
    if nation is not None:
        template = reading.register.institutions[key]
        name = template.name.format(adj=_adjective(reading, nation))
        because = f"“{said}” is that of the {_adjective(reading, nation)} state"
        return Stand(
            f"{nation.key}/{key}", name, template.kind, "government", None, nation.key, None, because
        )
    if body is not None and not body.key.startswith("state:"):
        return Stand(
            f"name:{body.key} {key}",
            f"{body.name} {said}",
            ActorKind.GOVERNMENT,
            body.side,
            body.country,
            body.key,
        )
    country = body.country if body is not None else reading.theatre
    stand = look_up(reading.register, f"state:{country}/{key}", "") if country else None
    if stand is None:
        return None
    because = f"“{said}” is that of {body.name}" if body else f"“{said}” is that of the country reported on"
    return stand.why(because)


def _unowned(reading: Reading, asked: Asked, core: tuple[int, int], found: tuple[int, str]) -> Stand | None:
    """Return what a head stands for that nobody is named to own."""
    head, kind = found
    phrase = " ".join(w.folded for w in reading.words[head : core[1] + 1])
    said = reading.said(*core)
    modifiers = _modifiers(reading, core[0], head)
    government = _government_side(reading, modifiers, phrase, kind)
    if government is not None and kind != "unnamed":
        return _at_home(reading, government, said, kind, core, head)
    if kind == "institution":
        return _institution_said(reading, asked, reading.register.institution_words[phrase], said)
    if kind == "group":
        tracking = core[1] + 2 < len(reading.words) and reading.words[core[1] + 2].folded in _TRACKS
        return refer_description(
            reading, asked.first, "monitor" if tracking else phrase, asked.speaking
        ) or _unnamed_group(reading, core, phrase)
    if kind in {"generic", "loyalists"}:
        single = (
            refer_group(reading, asked.first, phrase)
            if reading.words[max(0, core[0] - 1)].folded == "the"
            else None
        )
        return single or _generic(reading, head, core[1], reading.theatre, said)
    side = _generic_by_modifier(reading, core, head, reading.theatre)
    if kind in {"forces", "government"}:
        return side or _people(reading, core, modifiers)
    if kind == "unit":
        return _unit(reading, side, core, head) if side else None
    if kind == "unnamed" and not asked.speaking and phrase in reading.lexicon.civilians:
        return _civilians(reading, said)
    if kind == "speaker" and side is not None and phrase in reading.lexicon.papers:
        return refer_group(reading, asked.first) or side
    return _unnamed(reading, core, None) if kind in {"unnamed", "speaker"} else None


def _civilians(reading: Reading, said: str) -> Stand:
    because = f"“{said}” are people, not a party"
    key = f"generic:{reading.theatre or ''}:civilians"
    return Stand(key, "civilians", ActorKind.CIVILIANS, None, reading.theatre, None, None, because)


def _government_side(reading: Reading, modifiers: list[str], phrase: str, kind: str) -> str | None:
    """Return the word that puts a phrase on the government's side, None where nothing does."""
    lexicon = reading.lexicon
    pro = [m for m in modifiers if m.startswith("pro-")]
    for modifier in pro:
        if modifier in lexicon.pro_government or _leads_theatre(reading, modifier.removeprefix("pro-")):
            return modifier
    if any(m.startswith("anti-") for m in modifiers):
        return None
    for modifier in modifiers:
        if modifier in lexicon.government_words or (kind == "speaker" and modifier in lexicon.state_forces):
            return modifier
    if any(m in lexicon.generics or m in lexicon.peoples for m in modifiers) or pro:
        return None
    stately = kind in {"loyalists", "government"} or (kind == "forces" and phrase in lexicon.state_forces)
    return phrase if stately else None


def _leads_theatre(reading: Reading, word: str) -> bool:
    """Say whether a folded surname is that of a holder of the theatre's highest office."""
    holders = reading.register.by_surname(word)
    return any(h.of == f"state:{reading.theatre}" for h in holders)


def _at_home(
    reading: Reading, word: str, said: str, kind: str, core: tuple[int, int], head: int
) -> Stand | None:
    """Return the state of the theatre, as "government forces" in a report on it mean."""
    state = look_up(reading.register, f"state:{reading.theatre}", "") if reading.theatre else reading.nation
    if state is None:
        state = Stand("generic::government", "government", ActorKind.GOVERNMENT, "government")
    state = state.why(f"“{said}”: by “{word}” the government of the country reported on")
    if kind == "unit":
        return _unit(reading, state, core, head)
    if kind == "speaker" and word != said:
        phrase = " ".join(w.folded for w in reading.words[head : core[1] + 1])
        return _speaker_of(reading, state, state, phrase, core, head)
    return state


def _institution_said(reading: Reading, asked: Asked, key: str, said: str) -> Stand | None:
    """Resolve "the foreign ministry": that of an earlier mention, else of the country reported on."""
    for mention in reversed(reading.mentions):
        if mention.first < asked.first and mention.stand.key.endswith(f"/{key}"):
            return mention.stand.why(f"“{said}” is the one named before")
    return _institution(reading, None, key, said)


def _generic(reading: Reading, head: int, last: int, country: str | None, said: str) -> Stand | None:
    phrase = " ".join(w.folded for w in reading.words[head : last + 1])
    generic = reading.lexicon.generics.get(phrase)
    if generic is None:
        return None
    key = f"generic:{country or ''}:{generic.name}"
    because = f"“{said}” names a side, not a group"
    return Stand(key, generic.name, generic.kind, generic.side, country, None, None, because)


def _generic_by_modifier(
    reading: Reading, core: tuple[int, int], head: int, country: str | None
) -> Stand | None:
    """Return the side that "rebel" or "anti-X" before a head gives it."""
    said = reading.said(*core)
    for modifier in _modifiers(reading, core[0], head):
        word = "rebels" if modifier.startswith("anti-") else modifier
        generic = reading.lexicon.generics.get(word)
        if generic is not None:
            key = f"generic:{country or ''}:{generic.name}"
            because = f"“{said}” names a side, not a group"
            return Stand(key, generic.name, generic.kind, generic.side, country, None, None, because)
    return None


def _people(reading: Reading, core: tuple[int, int], modifiers: list[str]) -> Stand | None:
    """Return "Kurdish forces" as a side of its own words."""
    if not any(m in reading.lexicon.peoples for m in modifiers):
        return None
    said = _plain(reading, core)
    key = f"generic:{reading.theatre or ''}:{said.lower()}"
    because = f"“{said}” names a people's forces, not a group"
    return Stand(key, said, ActorKind.IDENTITY_MILITIA, None, reading.theatre, because=because)


def _unnamed(reading: Reading, core: tuple[int, int], owner: Stand | None) -> Stand:
    said = _plain(reading, core)
    words = " ".join(w.folded for w in reading.words[core[0] : core[1] + 1])
    parent = owner.key if owner is not None and owner.organisation and not owner.state else None
    country = owner.country if owner is not None else reading.theatre
    because = f"“{said}” is a source without a name"
    return Stand(f"unnamed:{words}", said, ActorKind.UNNAMED, None, country, parent, None, because)


def _unnamed_group(reading: Reading, core: tuple[int, int], phrase: str) -> Stand | None:
    """Return "a militant group" that nothing in the report names as a source without a name."""
    before = reading.words[core[0] - 1].folded if core[0] else ""
    if before == "the":
        return None
    kinds = reading.lexicon.groups.get(phrase, ())
    stand = _unnamed(reading, core, None)
    return stand if kinds or before in {"a", "an"} else None


def _new_in(reading: Reading, first: int, last: int) -> Stand | None:
    """Return a new actor for a run of capitals that nothing else explains."""
    capitals = [i for i in range(first, last + 1) if reading.words[i].capital]
    if not capitals or any(reading.words[i].folded in reading.lexicon.peoples for i in capitals):
        return None
    if capitals == [first] and reading.starts_sentence(first) and last > first:
        return None
    return make_name(reading, capitals[0], capitals[-1])
