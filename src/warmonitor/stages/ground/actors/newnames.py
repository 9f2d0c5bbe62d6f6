"""Finds organisations that nobody registered: new actors of their own name, with their abbreviations."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from warmonitor.language.en.lexicon import irregular_verbs, load_lexicon
from warmonitor.model import ActorKind
from warmonitor.reference.actors import Standing, fold_name, read_words
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import ARMED, Mention, Stand, stand_of_entry

_CONNECTORS = frozenset("of for the and de des du la le los las del al el in on ul i e wal fi".split())
_SMALL = frozenset("of for the and de des du la le in on wal".split())
_PARTICLES = frozenset("al el bin ibn van von de da del der den abu ould".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
_NAMING = frozenset("called named dubbed styled armed allied united masked led".split())
_QUOTES = frozenset('"“”«»')
_ARTICLES = frozenset({"a", "an", "the"})
_REACH = 9
_LONGEST = 10


def find_new_names(reading: Reading) -> None:
    """Put unregistered organisations into the reading: by their words, by abbreviation, by description."""
    index = 0
    while index < len(reading.words):
        mention = _organisation(reading, index)
        if mention is None:
            index += 1
            continue
        reading.put(mention)
        index = mention.last + 1
    learn_abbreviations(reading)
    reading.add(list(_again(reading)))
    reading.add(list(_described(reading)))
    reading.add(list(_again(reading)))


def find_short_names(reading: Reading, others: Iterable[Stand]) -> None:
    """Put the abbreviations into the reading of what the report or another of its set names in full."""
    learn_abbreviations(reading, others)
    reading.add(list(_again(reading)))


def _organisation(reading: Reading, index: int) -> Mention | None:
    """Return the organisation whose name starts here: a run of capitals with a word for an organisation."""
    taken = reading.by_word.get(index)
    if taken is not None and not (taken.first == index and taken.stand.state):
        return None
    last = _run_end(reading, index)
    if last is None or last == index or any(w.folded == "based" for w in reading.words[index : index + 2]):
        return None
    words = reading.words[index : last + 1]
    folded = [w.folded for w in words]
    if _is_institution(reading, index, last):
        return None
    abbreviation = _bracketed(reading, last)
    marked = any(f in reading.lexicon.organisation_words for f in folded)
    if not marked and not (abbreviation and _initials_fit(folded, abbreviation)):
        return None
    if _ends_a_headline(reading, index, last):
        return None
    if taken is not None and _is_state_phrase(reading, taken, folded, index):
        return None
    return Mention(index, last, make_name(reading, index, last), index)


def _ends_a_headline(reading: Reading, index: int, last: int) -> bool:
    """Say whether "Monitor" only follows a place: "Twelve killed in Velm Monitor", where a colon is lost."""
    if reading.lexicon.name_kinds.get(reading.words[last].folded) is not ActorKind.OBSERVATORY:
        return False
    place = reading.said(index, last - 1)
    return fold_name(place) in reading.places or reading.register.state(place) is not None


def _numbers(reading: Reading, index: int) -> bool:
    """Say whether the word is the number of a named unit ("47th Storm Brigade")."""
    if index + 1 >= len(reading.words) or not _ORDINAL.fullmatch(reading.words[index].folded):
        return False
    after = reading.words[index + 1]
    return after.capital and not after.broken


def _is_institution(reading: Reading, index: int, last: int) -> bool:
    """Say whether the capitals are a ministry or office without its country, or a title cut short."""
    words = [w.folded for w in reading.words[index : last + 2]]
    run = " ".join(words[: last - index + 1])
    office = any(" ".join(words[i:]) in reading.register.offices for i in range(len(words)))
    return run in reading.register.institution_words or run in reading.lexicon.forces or office


def _run_end(reading: Reading, index: int) -> int | None:
    """Return the last word of a run of capitals with small words between them."""
    words = reading.words
    numbered = _numbers(reading, index)
    lexicon = reading.lexicon
    known = words[index].folded in lexicon.determiners or words[index].folded in lexicon.pronouns
    if known or is_calendar(words[index].folded) or not (words[index].capital or numbered):
        return None
    last = index
    for at in range(index + 1, min(len(words), index + _LONGEST)):
        taken = reading.by_word.get(at)
        if words[at].broken or words[at - 1].possessive or _title(reading, at):
            break
        if _QUOTES.intersection(reading.gaps[at]) and words[at - 1].capital != words[at].capital:
            break
        if taken is not None and not (taken.stand.state or taken.modifier):
            break
        if words[at].capital:
            last = at
        elif words[at].folded not in _CONNECTORS or (words[at].folded == "the" and last == at - 1):
            break
    if reading.starts_sentence(index) and words[index].folded in reading.lexicon.stops:
        return None
    common = words[index].folded in reading.lexicon.common and last > index and not words[index + 1].capital
    return None if common else last


def is_calendar(folded: str) -> bool:
    """Say whether a folded word is a weekday or a month, in the plural too."""
    return folded.removesuffix("s") in _calendar()


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    return frozenset(load_lexicon("names")["apart"].split())


def _title(reading: Reading, at: int) -> bool:
    """Say whether a capital word is a person's title rather than a part of a name."""
    word = reading.words[at]
    return word.capital and word.folded in reading.lexicon.titles and word.folded != "general"


def _is_state_phrase(reading: Reading, taken: Mention, folded: list[str], index: int) -> bool:
    """Say whether the run is a nationality with its army, ministry or the like: no new name."""
    rest = " ".join(fold_name(" ".join(folded[taken.last - index + 1 :])))
    lexicon = reading.lexicon
    if not rest:
        return True
    if rest == "coalition" and reading.words[taken.last].capital:
        return False  # a body of many, no force of that state
    known = {
        *lexicon.forces,
        *lexicon.government,
        *lexicon.units,
        *reading.register.institution_words,
        *reading.register.offices,
    }
    head = (
        rest.removeprefix("arab ").removeprefix("national ").removeprefix("federal ").removeprefix("armed ")
    )
    return rest in known or head in known or rest in lexicon.titles or folded[-1] in lexicon.titles


def make_name(reading: Reading, first: int, last: int) -> Stand:
    """Return a new actor for the words, its kind from the words round it and in it."""
    name = reading.said(first, last)
    register = reading.register
    alike = [k for k in register.sounds_like(name) if register.exists(k) is Standing.THERE]
    if len(alike) == 1 and (entry := register.entry(alike[0])) is not None:
        return stand_of_entry(entry, f"“{name}” is a spelling of {entry.name}", register.period)
    kind, side, why = _kind(reading, first, last)
    key = "name:" + " ".join(fold_name(name))
    because = f"no registered actor is called “{name}”: a new one" + (f", {kind} by {why}" if why else "")
    return Stand(key, name, kind, side, reading.theatre, because=because)


def _kind(reading: Reading, first: int, last: int) -> tuple[ActorKind, str | None, str]:
    """Return kind, side and the words that gave them."""
    for start, end in (_before(reading, first), _directly_after(reading, last), _apposition(reading, last)):
        if (found := describes(reading, start, end)) is not None:
            return found
    for word in reading.words[first : last + 1]:
        if (kind := reading.lexicon.name_kinds.get(word.folded)) is not None:
            side = "opposition" if kind is ActorKind.REBEL_GROUP else None
            return kind, side, f"the word “{word.text}” in its name"
    return ActorKind.UNKNOWN, None, ""


def describing(reading: Reading, first: int, last: int) -> str | None:
    """Return the side that the words before, behind or in apposition to a name give it."""
    for start, end in (_before(reading, first), _directly_after(reading, last), _apposition(reading, last)):
        if (found := describes(reading, start, end)) is not None and found[1] is not None:
            return found[1]
    return None


def _before(reading: Reading, first: int) -> tuple[int, int]:
    start = first
    while start > 0 and first - start < 4 and not reading.words[start].broken:
        start -= 1
        if reading.words[start].folded in reading.lexicon.stops:
            return start + 1, first
    return start, first


def _directly_after(reading: Reading, last: int) -> tuple[int, int]:
    end = last + 1
    while end < len(reading.words) and end - last < 3 and not reading.words[end].broken:
        word = reading.words[end]
        if word.capital or word.folded in reading.lexicon.stops or word.folded in _ARTICLES:
            break
        end += 1
    return last + 1, end


def _apposition(reading: Reading, last: int) -> tuple[int, int]:
    """Return the words of ", a war monitor," after a name."""
    start = last + 1
    while start < len(reading.words) and "(" in reading.gaps[start] and start < last + 2:
        start += 1
    if start >= len(reading.words) or "," not in reading.gaps[start]:
        return start, start
    end = start + 1
    while end < len(reading.words) and end - start < _REACH and not reading.words[end].broken:
        end += 1
    return start, end


def describes(reading: Reading, start: int, end: int) -> tuple[ActorKind, str | None, str] | None:
    """Return (kind, side, words) of the first describing phrase among the words from start to end."""
    for size in (3, 2, 1):
        for at in range(start, end - size + 1):
            phrase = " ".join(w.folded for w in reading.words[at : at + size])
            kinds = reading.lexicon.groups.get(phrase)
            generic = reading.lexicon.generics.get(phrase)
            if generic is not None:
                return generic.kind, generic.side, f"the words “{phrase}”"
            if kinds:
                side = "opposition" if kinds[0] is ActorKind.REBEL_GROUP else None
                return kinds[0], side, f"the words “{phrase}”"
    return None


def _described(reading: Reading) -> Iterator[Mention]:
    """Yield capitals that a description makes a group: "the Zafar rebels", "rebel group Zafar"."""
    done = -1
    for index, word in enumerate(reading.words):
        if index <= done or index in reading.by_word or not word.capital:
            continue
        last = index
        while last + 1 < len(reading.words) and _joins(reading, last + 1):
            last += 1
        done = last
        titled = (
            index > 0 and reading.words[index - 1].folded in reading.lexicon.titles | reading.lexicon.speakers
        )
        place = fold_name(reading.said(index, last)) in reading.places
        day = is_calendar(word.folded)
        if titled or place or day or _is_common(reading, index, last) or _after_first_name(reading, index):
            continue
        after = describes(reading, *_directly_after(reading, last))
        before = None
        if after is None and not _is_done_to(reading, index):
            before = describes(reading, *_before(reading, index))
        found = after or before
        if found is not None and found[0] in ARMED | {ActorKind.OBSERVATORY}:
            yield Mention(index, last, make_name(reading, index, last), index)


def _is_done_to(reading: Reading, index: int) -> bool:
    """Say whether a verb stands right before a name: "rebels entered X" does not call X a rebel."""
    word = reading.words[index - 1].folded if index and not reading.words[index].broken else ""
    past = word.endswith("ed") and word not in _NAMING
    return past or (word in _deeds() and word not in _NAMING)


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    """Return the verbs of control, as written in the present and in irregular pasts."""
    verbs = {verb for frame in load_lexicon("control")["frames"] for verb in frame["verbs"]}
    return frozenset(verbs | {form for form, base in irregular_verbs().items() if base in verbs})


def _after_first_name(reading: Reading, index: int) -> bool:
    """Say whether a particle ties the word to a capital word before it ("Radwan al-Hakimi")."""
    tied = index > 1 and reading.words[index - 1].folded in _PARTICLES and not reading.words[index].broken
    return tied and reading.words[index - 2].capital and not reading.words[index - 1].broken


def _joins(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.capital
        and not word.broken
        and at not in reading.by_word
        and not reading.words[at - 1].possessive
    )


def _is_common(reading: Reading, first: int, last: int) -> bool:
    """Say whether the capital is only that of a sentence's first word, a people or a describing word."""
    word = reading.words[first]
    if any(w.folded in reading.lexicon.common for w in reading.words[first : last + 1]):
        return True
    if word.possessive or not reading.starts_sentence(first):
        return word.possessive
    return not any(
        w.text == word.text and not reading.starts_sentence(i) for i, w in enumerate(reading.words)
    )


def _bracketed(reading: Reading, last: int) -> str | None:
    """Return the abbreviation in brackets after a word."""
    after = last + 1
    if (
        after >= len(reading.words)
        or not reading.gaps[after].endswith("(")
        or not reading.words[after].initials
    ):
        return None
    return reading.words[after].text


def _initials_fit(folded: list[str], abbreviation: str) -> bool:
    letters = re.sub(r"[^a-z0-9]", "", abbreviation.lower())
    every = "".join(f[0] for f in folded)
    large = "".join(f[0] for f in folded if f not in _CONNECTORS)
    return letters in {every, large, "".join(f[0] for f in folded if f not in _SMALL)}


def learn_abbreviations(reading: Reading, others: Iterable[Stand] = ()) -> None:
    """Keep the abbreviations that stand in brackets or are the initials of a name of the report or others."""
    named = [m for m in reading.mentions if m.stand.organisation and not m.stand.state]
    for mention in named:
        if (short := _bracketed(reading, mention.last)) is not None and mention.last > mention.first:
            reading.short_names.setdefault(short, mention.stand)
    for short in sorted(unknown_initials(reading) - reading.short_names.keys()):
        fits = {m.stand.key: m.stand for m in named if _fits(reading, m, short)}
        fits = fits or {s.key: s for s in others if abbreviates(short, s.name)}
        if len(fits) == 1:
            reading.short_names[short] = next(iter(fits.values()))


def _fits(reading: Reading, mention: Mention, short: str) -> bool:
    said = [w.folded for w in reading.words[mention.first : mention.last + 1]]
    return len(short) > 1 and mention.last > mention.first and _initials_fit(said, short)


def unknown_initials(reading: Reading) -> frozenset[str]:
    """Return the abbreviations in capitals that no mention has."""
    found = ((i, w.text) for i, w in enumerate(reading.words) if w.text.isupper() and w.initials)
    return frozenset(text for i, text in found if i not in reading.by_word)


@lru_cache(maxsize=1 << 14)
def abbreviates(short: str, name: str) -> bool:
    """Say whether letters are the initials of a name."""
    said = [w.folded for w in read_words(name)]
    return len(short) > 2 and len(said) > 1 and _initials_fit(said, short)


def _again(reading: Reading) -> Iterator[Mention]:
    """Yield abbreviations and short forms ("the Observatory") of what the report names in full."""
    full = [m for m in reading.mentions if m.stand.organisation and not m.stand.state]
    for index, word in enumerate(reading.words):
        taken = reading.by_word.get(index)
        if word.text in reading.short_names and (taken is None or taken.first == taken.last):
            stand = reading.short_names[word.text]
            if taken is not None:
                if taken.stand.key != stand.key:
                    reading.replace(
                        taken,
                        Mention(
                            index, index, stand.why(f"“{word.text}” is short for {stand.name} here"), index
                        ),
                    )
                continue
            yield Mention(index, index, stand.why(f"“{word.text}” is short for {stand.name}"), index)
        elif taken is None and word.capital and (stand_ := _short_form(reading, index, full)) is not None:
            yield Mention(index, index, stand_, index)


def _short_form(reading: Reading, index: int, full: list[Mention]) -> Stand | None:
    """Return the one organisation that the capital word is a part of, where no other has it."""
    word = reading.words[index]
    if word.folded not in reading.lexicon.organisation_words and len(word.folded) < 4:
        return None
    alone = index + 1 >= len(reading.words) or not (
        reading.words[index + 1].capital and not reading.words[index + 1].broken
    )
    led = index > 0 and reading.words[index - 1].folded in {"the", "an", "a"}
    after = reading.words[index + 1].folded if index + 1 < len(reading.words) else ""
    if reading.starts_sentence(index) and not led:
        led = after in reading.lexicon.speech or after in reading.lexicon.titles
    title_next = not alone and reading.words[index + 1].folded in reading.lexicon.titles
    if not (alone or title_next) or not led:
        return None
    fits: dict[str, Stand] = {}
    for mention in full:
        said = [w.folded for w in reading.words[mention.first : mention.last + 1]]
        if len(said) > 1 and word.folded in said + list(fold_name(mention.stand.name)):
            fits[mention.stand.key] = mention.stand
    if len(fits) != 1:
        return None
    stand = next(iter(fits.values()))
    return stand.why(f"“{word.text}” is short for {stand.name}, named in the report")
