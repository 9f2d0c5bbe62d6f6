"""Finds persons: by title and name, by name and apposition, and by surname once they are introduced."""

from collections.abc import Collection, Iterator, Mapping

from warmonitor.model import ActorKind
from warmonitor.reference.actors import fold_name
from warmonitor.stages.ground.actors.newnames import is_calendar
from warmonitor.stages.ground.actors.officials import CIVIL, by_name, by_title
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.refer import refer_description
from warmonitor.stages.ground.actors.stand import Mention, Stand, look_up

_PARTICLES = frozenset(
    "al el bin ibn bint van von de da del der den abu ul ur la le dos di ben ould ag ash as".split()
)
_HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "emir",
     "supreme leader", "sultan", "queen",
     "crown prince", "army chief", "army spokesman", "military spokesman", "interim president",
     "vice president"}
)  # fmt: skip
_SHE = frozenset({"mrs", "ms", "miss", "spokeswoman", "chairwoman", "queen", "lady", "dame"})
_HE = frozenset(
    {"mr", "king", "sheikh", "sir", "lord", "imam", "pope", "father", "spokesman", "chairman", "prince"}
)
_RANKS = frozenset(
    {"gen", "general", "lt gen", "lt", "maj gen", "maj", "major", "major general", "brig gen", "brig", "col",
     "colonel", "capt", "captain", "adm", "admiral", "lieutenant", "lieutenant general", "brigadier",
     "brigadier general", "commander", "sergeant"}
)  # fmt: skip
_ABBREVIATED = frozenset("mr mrs ms dr gen lt col maj sgt brig capt adm prof rev".split())
_LONGEST = 5
_REACH = 9
_IN_APPOSITION = frozenset({"of", "and", "or", "who", "is", "was"})
_QUOTES = frozenset('"“”«»')
_PLACING = frozenset({"of", "for", "in", "from", "near", "at"})
_SAYING = frozenset({"said", "says", "added"})
_LINKS = frozenset({"of", "for", "at", "with", "from"})


def find_persons(reading: Reading) -> None:
    """Put persons into the reading: with a title or an apposition first, then by surname alone."""
    _drop_inner_surnames(reading)
    for index in range(len(reading.words)):
        if (mention := _introduced(reading, index)) is not None:
            if index in reading.by_word:
                reading.replace(reading.by_word[index], mention)
            else:
                reading.add([mention])
    reading.add(list(_by_surname(reading)))


def find_known_persons(reading: Reading, others: Collection[Stand]) -> None:
    """Put the persons into the reading whom other reports of its set introduce.

    They count by full name, whoever leads the state reported on by surname too, where no other has it.
    """
    by_name = {fold_name(stand.name): stand for stand in others if len(fold_name(stand.name)) > 1}
    for index, word in enumerate(reading.words):
        if word.capital and index not in reading.by_word:
            reading.add(_full_name(reading, index, by_name))
    reading.add(list(_by_surname(reading)))
    home = home_state(reading)
    if home is not None:
        reading.add(list(_leaders(reading, [s for s in others if s.parent == home.key])))


def _full_name(reading: Reading, index: int, by_name: Mapping[tuple[str, ...], Stand]) -> list[Mention]:
    last = name_end(reading, index)
    while last is not None and last > index:
        stand = by_name.get(fold_name(reading.said(index, last)))
        if stand is not None and not any(i in reading.by_word for i in range(index, last + 1)):
            because = f"“{reading.said(index, last)}” is introduced in another report"
            return [Mention(index, last, stand.why(because), index)]
        last -= 1
    return []


def _leaders(reading: Reading, leaders: Collection[Stand]) -> Iterator[Mention]:
    surnames: dict[str, dict[str, Stand]] = {}
    for stand in leaders:
        surnames.setdefault(fold_name(stand.name)[-1], {})[stand.key] = stand
    for index, word in enumerate(reading.words):
        stands = list(surnames.get(word.folded, {}).values()) if word.capital else []
        if len(stands) == 1 and index not in reading.by_word:
            because = f"“{word.text}” is the surname of {stands[0].name}, named in another report"
            yield Mention(index, index, stands[0].why(because), index)


def _drop_inner_surnames(reading: Reading) -> None:
    """Forget a known surname that stands behind another person's first name."""
    for mention in list(reading.mentions):
        if not mention.person or mention.first != mention.last or mention.first == 0:
            continue
        before = mention.first - 1
        if reading.words[before].folded in _PARTICLES and before:
            before -= 1
        word = reading.words[before]
        adjacent = not any(reading.words[i].broken for i in range(before + 1, mention.first + 1))
        namelike = (
            word.capital and word.folded not in reading.lexicon.titles and before not in reading.by_word
        )
        if adjacent and namelike and not reading.starts_sentence(before) and not word.possessive:
            reading.mentions.remove(mention)
            del reading.by_word[mention.first]


def _introduced(reading: Reading, index: int) -> Mention | None:
    """Return the person whose name starts at the word, where a title or an apposition says it is one."""
    if not reading.words[index].capital or (index in reading.by_word and not reading.by_word[index].person):
        return None
    if index in reading.by_word and (
        reading.by_word[index].first != index or reading.by_word[index].modifier
    ):
        return None
    last = name_end(reading, index)
    if last is None:
        return None
    title_first, title = _title_before(reading, index)
    owner = _owner_before(reading, title_first) if title else None
    if title and owner is None:
        owner = _owner_between(reading, title_first, index)
    known = _known(reading, index, last, title)
    apposition = None
    if title in CIVIL | _RANKS or not title:
        apposition = _apposition(reading, index, last)
    if not title and known is None and not apposition and not _speaks_by_name(reading, index, last):
        return None
    clear = not any(i in reading.by_word for i in range(title_first, index))
    first = title_first if title and clear else index
    plain = title in CIVIL | _RANKS or not title
    role = (apposition[0] if apposition else title) if plain else title
    body = owner if owner else (apposition[1] if apposition else None)
    stand = known or _new(reading, index, last, role, body)
    gender = "she" if title in _SHE else "he" if title in _HE else ""
    return Mention(first, last, stand, index, gender=gender)


def name_end(reading: Reading, index: int) -> int | None:
    """Return the last word of a run of capitals that can be a name, None where it is none."""
    words = reading.words
    if words[index].folded in reading.lexicon.not_names:
        return None
    if _role_at(reading, index):
        return None
    if words[index].initials and len(words[index].text) > 2 and index not in reading.by_word:
        return None
    last = None
    at = index
    while at < len(words) and at - index < _LONGEST + 1:
        word = words[at]
        if at > index and _ends_name(reading, at):
            break
        taken = reading.by_word.get(at)
        if taken is not None and not taken.person:
            break
        if word.capital and word.folded not in reading.lexicon.pronouns:
            last = at
        elif word.folded not in _PARTICLES or at == index:
            break
        at += 1
    return None if last is None or _names_no_person(reading, index, last) else last


def _names_no_person(reading: Reading, first: int, last: int) -> bool:
    """Say whether a word for a body or a weekday stands in a run of capitals, or a title within it."""
    folded = [w.folded for w in reading.words[first : last + 1]]
    body = not reading.lexicon.organisation_words.isdisjoint(folded)
    titled = not reading.lexicon.titles.isdisjoint(folded[:-1])
    return body or titled or any(w.endswith("day") and is_calendar(w) for w in folded)


def _ends_name(reading: Reading, at: int) -> bool:
    """Say whether a name ends before the word: at a mark other than an initial's, a quotation mark, an 's."""
    marked = reading.words[at].broken or reading.words[at - 1].possessive
    return (marked and not _initial(reading, at)) or bool(_QUOTES.intersection(reading.gaps[at]))


def _initial(reading: Reading, at: int) -> bool:
    """Say whether the break before the word is only the full stop of an initial."""
    return len(reading.words[at - 1].text) == 1 and reading.gaps[at].strip() in {".", ""}


def _title_before(reading: Reading, index: int) -> tuple[int, str]:
    """Return where the title before a name starts, and the title; ("", index) where there is none."""
    words = reading.words
    for size in (3, 2, 1):
        first = index - size
        if first < 0 or any(words[i].broken for i in range(first + 1, index) if not _abbreviated(reading, i)):
            continue
        if words[index].broken and not _abbreviated(reading, index):
            continue
        title = " ".join(w.folded for w in words[first:index])
        office = title in reading.register.offices
        if (title in reading.lexicon.titles or office) and not words[index - 1].possessive:
            further, more = _title_before(reading, first) if first > 0 and not office else (first, "")
            return (further, more) if more and more not in CIVIL else (first, title)
    return index, ""


def _abbreviated(reading: Reading, at: int) -> bool:
    """Say whether the gap before the word is the full stop of a title ("Gen. X")."""
    return reading.gaps[at].strip() == "." and reading.words[at - 1].folded in _ABBREVIATED


def _owner_before(reading: Reading, first: int) -> Stand | None:
    """Return the body right before a title: a name, a ministry, "army", "the group's"."""
    if (body := _institution_before(reading, first)) is not None:
        return body
    for at in range(first - 1, max(-1, first - 4), -1):
        if reading.words[at + 1].broken:
            return None
        word, mention = reading.words[at], reading.by_word.get(at)
        if mention is not None and mention.stand.organisation:
            return mention.stand
        if (body := _described_body(reading, at)) is not None:
            return body
        if word.folded in reading.lexicon.bounds:
            return None
    return None


def _described_body(reading: Reading, at: int) -> Stand | None:
    """Return the body of "the group's leader" and "army spokesman"."""
    word = reading.words[at]
    if word.folded in {"its", "their"}:
        return _subject_before(reading, at)
    if word.possessive and word.folded in reading.lexicon.groups:
        return refer_description(reading, at, word.folded, False)
    if word.folded in reading.lexicon.state_forces or word.folded in reading.lexicon.government_words:
        return _owner_before(reading, at) or home_state(reading)
    return None


def _subject_before(reading: Reading, at: int) -> Stand | None:
    """Return whose "its spokesman" is: the nearest body or government before it in the sentence."""
    ruling = reading.lexicon.government_words | reading.lexicon.state_forces
    for index in range(at - 1, -1, -1):
        if reading.sentence[index] != reading.sentence[at]:
            return None
        mention = reading.by_word.get(index)
        if mention is not None and mention.stand.organisation and not mention.modifier:
            return mention.stand
        if mention is None and reading.words[index].folded in ruling:
            return _owner_before(reading, index) or home_state(reading)
    return None


def home_state(reading: Reading) -> Stand | None:
    """Return the state reported on."""
    state = look_up(reading.register, f"state:{reading.theatre}", "the country reported on")
    return state or reading.nation


def _institution_before(reading: Reading, first: int) -> Stand | None:
    """Return the ministry whose words stand right before a title, of the country named before it."""
    for size in (4, 3, 2, 1):
        at = first - size
        if at < 0 or any(w.broken for w in reading.words[at + 1 : first + 1]):
            continue
        key = reading.register.institution_words.get(reading.folded(at, first - 1))
        if key is None:
            continue
        before = reading.by_word.get(at - 1)
        owner = before.stand if before is not None and before.stand.state else home_state(reading)
        if owner is not None and owner.key.startswith("state:"):
            return look_up(reading.register, f"{owner.key}/{key}", "a ministry's spokesman")
    return None


def _owner_between(reading: Reading, title_first: int, index: int) -> Stand | None:
    """Return the body in "spokesman for the X, Name" and "head of the X Name"."""
    inside = {m.first: m for i in range(title_first, index) if (m := reading.by_word.get(i)) is not None}
    bodies = [m for m in inside.values() if m.stand.organisation]
    return bodies[0].stand if bodies else None


def _apposition(reading: Reading, first: int, last: int) -> tuple[str, Stand | None] | None:
    """Return role and body of "Name, [body's] role [of body],"; None where nothing of the kind follows."""
    words = reading.words
    if last + 1 >= len(words):
        return None
    if "," not in reading.gaps[last + 1] and not (last > first and _role_follows(reading, last + 1)):
        return None
    role, body = "", None
    for at in range(last + 1, min(len(words), last + 1 + _REACH)):
        if at > last + 1 and words[at].broken:
            break
        mention = reading.by_word.get(at)
        if mention is not None and body is None and mention.stand.organisation:
            body = mention.stand
        if not role:
            role = _role_at(reading, at)
            if not role and mention is None and words[at].folded in reading.lexicon.stops - _IN_APPOSITION:
                break
        elif words[at].folded not in _LINKS and mention is None and words[at].folded in reading.lexicon.stops:
            break
    return (role, body) if role else None


def _role_follows(reading: Reading, at: int) -> bool:
    """Say whether a role and its body follow a name at once: "Name spokesman for the council"."""
    role = _role_at(reading, at)
    after = at + len(role.split())
    if not role or reading.words[at].broken or reading.words[at].capital or after >= len(reading.words):
        return False
    return reading.words[after].folded in _LINKS and not reading.words[after].broken


def _role_at(reading: Reading, at: int) -> str:
    for size in (3, 2, 1):
        words = reading.words[at : at + size]
        role = " ".join(w.folded for w in words)
        if (
            role in reading.register.offices
            or role in reading.lexicon.titles
            or (size == 1 and role in reading.lexicon.speakers - reading.lexicon.papers)
        ):
            return role
    return ""


def _speaks_by_name(reading: Reading, first: int, last: int) -> bool:
    """Say whether two or more capitals are followed or led by a word of speech."""
    capitals = sum(reading.words[i].capital for i in range(first, last + 1))
    if capitals < 2 or any(i in reading.by_word for i in range(first, last + 1)):
        return False
    before = reading.words[first - 1] if first else None
    if before is not None and before.folded in _SAYING and "," not in reading.gaps[first]:
        return fold_name(reading.said(first, last)) not in reading.places
    if before is not None and before.folded in _PLACING and not reading.words[first].broken:
        return False
    following = reading.words[last + 1 : last + 3]
    auxiliary = len(following) > 1 and following[0].folded in {"has", "had"} and not following[1].broken
    after = following[auxiliary] if following else None
    return (
        after is not None
        and not after.broken
        and after.folded in reading.lexicon.speech
        and not after.capital
    )


def _known(reading: Reading, first: int, last: int, title: str) -> Stand | None:
    """Return the register's person: by full name, or by surname with a fitting title."""
    mention = reading.by_word.get(first)
    if mention is not None and mention.person and mention.last == last:
        return mention.stand
    name = reading.said(first, last)
    if (registered := by_name(reading, name)) is not None:
        return registered
    surname = fold_name(name)
    earlier = [
        m
        for m in reading.mentions
        if m.person and m.first < first and len(surname) == 1 and surname[0] in _short_forms(reading, m)
    ]
    if earlier:
        latest = max(earlier, key=lambda m: m.first)
        return latest.stand.why(f"“{name}” is the surname of {latest.stand.name}, named in the report")
    if not title or len(surname) > 1:
        return None
    return by_title(reading, title, name)


def _new(reading: Reading, first: int, last: int, role: str, body: Stand | None) -> Stand:
    """Return a person whom the register does not know, with the body that the words give."""
    name = reading.said(first, last)
    parent, country = _body_of(reading, role, body)
    because = f"“{name}” is introduced as {role}" if role else f"“{name}” is a person by the words around"
    key = "person:" + " ".join(fold_name(name))
    return Stand(key, name, ActorKind.PERSON, None, country, parent, None, because)


def _body_of(reading: Reading, role: str, body: Stand | None) -> tuple[str | None, str | None]:
    """Return (key of the body that the person speaks for, country)."""
    if body is not None and body.state and role in reading.lexicon.unnamed:
        return None, body.country  # an activist or analyst of a country speaks for himself
    if body is None:
        home = reading.theatre is not None
        if home and role in reading.register.offices:
            return f"state:{reading.theatre}/{reading.register.offices[role]}", reading.theatre
        alone = role in _HEADS_OF_STATE and home
        if reading.nation is not None and (role in _HEADS_OF_STATE or role in reading.register.offices):
            return _body_of(reading, role, reading.nation)
        return (f"state:{reading.theatre}", reading.theatre) if alone else (None, None)
    if body.key.startswith("state:") and body.state and role in reading.register.offices:
        return f"{body.key}/{reading.register.offices[role]}", body.country
    return body.key, body.country


def _by_surname(reading: Reading) -> Iterator[Mention]:
    """Yield later mentions of the persons introduced, by their last name."""
    people = [m for m in reading.mentions if m.person]
    surnames: dict[str, list[Mention]] = {}
    for mention in people:
        for name in _short_forms(reading, mention):
            surnames.setdefault(name, []).append(mention)
    for index, word in enumerate(reading.words):
        if not word.capital or index in reading.by_word or word.folded not in surnames:
            continue
        before = [m for m in surnames[word.folded] if m.first < index] or surnames[word.folded]
        first, title = _title_before(reading, index)
        latest = max(before, key=lambda m: (m.first < index, m.first))
        because = f"“{reading.said(index, index)}” is the surname of {latest.stand.name}, named in the report"
        yield Mention(first, index, latest.stand.why(because), index, gender=_gender(title) or latest.gender)


def _gender(title: str) -> str:
    return "she" if title in _SHE else "he" if title in _HE else ""


def _short_forms(reading: Reading, mention: Mention) -> set[str]:
    """Return the folded last word of a person's name, where it has more than one."""
    name = fold_name(reading.said(mention.name_first, mention.last))
    full = fold_name(mention.stand.name)
    return {parts[-1] for parts in (name, full) if len(parts) > 1}
