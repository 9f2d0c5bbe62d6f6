"""Finds states that the register does not know, by how the report speaks of their army and government."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from warmonitor.model import ActorKind
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Mention, Stand

_STATE_WORDS = frozenset(
    (
        "army military government regime troops junta authorities forces parliament police navy "
        "soldiers warplanes jets presidency aircraft officials"
    ).split()
)
_OFFICES = frozenset({"defence", "defense", "foreign", "interior", "health", "prime", "state"})
_WAR_WEIGHT = 3
_NEARLY = 0.6
_ENDINGS = ("ian", "ean", "ese", "ish", "i", "an", "ic")
_STEM_LEAST = 4
_INHABITANT = ("er", "ers")
_PREDICATES = frozenset("has had is was will would".split())


def find_surnames(reading: Reading) -> frozenset[str]:
    """Return the folded surnames of persons whom a title or a full name as subject introduces."""
    return frozenset(_surnames(reading))


def _surnames(reading: Reading) -> Iterator[str]:
    for index, word in enumerate(reading.words):
        if index == 0 or word.broken or not word.capital or index in reading.by_word:
            continue
        titled = _titled(reading, index - 1) or (_first_name(reading, index) and _titled(reading, index - 2))
        if titled or (_first_name(reading, index) and _acts(reading, index)):
            yield word.folded


def _titled(reading: Reading, index: int) -> bool:
    return index >= 0 and reading.words[index].folded in reading.lexicon.titles


def _first_name(reading: Reading, index: int) -> bool:
    """Say whether the word before can be the first name that belongs to a surname."""
    before = reading.words[index - 1]
    plain = before.folded not in reading.lexicon.common | reading.lexicon.organisation_words
    return before.capital and not before.possessive and plain and index - 1 not in reading.by_word


def _acts(reading: Reading, index: int) -> bool:
    """Say whether a sentence that starts with first name and surname goes on with what somebody does."""
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    acts = after is not None and not after.broken and after.folded in _PREDICATES | reading.lexicon.speech
    folded = reading.words[index].folded
    return acts and reading.starts_sentence(index - 1) and not folded.endswith(_ENDINGS)


def count_nations(reading: Reading, persons: frozenset[str] = frozenset()) -> Counter[str]:
    """Return how strongly the report is about each state that the register does not know, by stem.

    A capital word right before "army", "government" or a ministry counts three where it has the ending
    of a nationality or is possessive; words of one stem are one state. Surnames of `persons` are no
    state's name.
    """
    totals: Counter[str] = Counter()
    for stem, count in _words_of_states(reading, persons).items():
        totals[stem] = count + sum(_is_of(w.folded, stem) for w in reading.words if w.capital)
    return totals


def find_nation(reading: Reading, totals: Counter[str], of_all: str | None) -> None:
    """Put unknown states into the reading; the one that the report is most about becomes its theatre.

    It must outweigh the country that the register knows; the one that all reports together are most
    about (`of_all`) comes first where the report is nearly as much about it.
    """
    if not totals:
        return
    strongest = min(totals, key=lambda stem: (-totals[stem], stem))
    if of_all is not None and totals[of_all] >= _NEARLY * totals[strongest]:
        strongest = of_all
    foremost = reading.theatre is None or reading.countries[reading.theatre] < totals[strongest]
    nations = {stem: _nation(reading, stem, foremost and stem == strongest) for stem in sorted(totals)}
    if foremost:
        reading.nation, reading.theatre = nations[strongest], None
    reading.nations.update({nation.key: nation for nation in nations.values()})
    name_nations(reading, nations.values())


def name_nations(reading: Reading, nations: Iterable[Stand]) -> None:
    """Put every word for one of the unknown states into the reading: its name, adjective and people."""
    by_stem = {nation.key.removeprefix("nation:"): nation for nation in nations}
    for index, word in enumerate(reading.words):
        stem = next((s for s in _stems(word.folded) if s in by_stem), None)
        if stem is not None and word.capital and _alone(reading, index):
            reading.add([Mention(index, index, by_stem[stem], index)])


def stems(reading: Reading) -> frozenset[str]:
    """Return the stems that the capital words of a report can have."""
    return frozenset(stem for word in reading.words if word.capital for stem in _stems(word.folded))


def _nation(reading: Reading, stem: str, foremost: bool) -> Stand:
    """Return the unknown state of a stem, as a government where it is the one reported on."""
    said = sorted({w.text for w in reading.words if w.capital and _is_of(w.folded, stem)})
    adjectives = [w for w in said if w.lower().endswith((*_ENDINGS, *_INHABITANT)) and len(said) > 1] or [
        w for w in said if w.lower().endswith(_ENDINGS)
    ]
    countries = [w for w in said if w not in adjectives]
    name = f"{(adjectives or said)[0]} government" if foremost or not countries else countries[0]
    because = f"“{name}” names a state that the register does not know"
    return Stand(f"nation:{stem}", name, ActorKind.GOVERNMENT, "government", because=because)


def _words_of_states(reading: Reading, persons: frozenset[str]) -> Counter[str]:
    """Count by stem the capital words that stand as a state's name or nationality."""
    counts: Counter[str] = Counter()
    lexicon = reading.lexicon
    for index, word in enumerate(reading.words[:-1]):
        after = reading.words[index + 1]
        if index in reading.by_word or not word.capital or after.broken or len(word.folded) <= _STEM_LEAST:
            continue
        if word.folded in lexicon.common or word.folded in lexicon.organisation_words:
            continue
        nationality = word.folded.endswith(_ENDINGS) or word.possessive
        owns = after.folded in _OFFICES or (after.folded in _STATE_WORDS and not after.capital)
        person = word.folded in persons or _is_person(reading, index)
        if nationality and owns and not person:
            counts[_stem(word.folded)] += _WAR_WEIGHT
    return counts


def _is_person(reading: Reading, index: int) -> bool:
    """Say whether a capital word before makes it the surname of somebody ("Omar Lund's forces")."""
    folded = reading.words[index].folded
    if any(h.country in reading.countries for h in reading.register.by_surname(folded)):
        return True
    return any(_is_surname(reading, i) for i, w in enumerate(reading.words) if w.folded == folded)


def _is_surname(reading: Reading, index: int) -> bool:
    if index == 0 or reading.words[index].broken:
        return False
    before = reading.words[index - 1]
    named = before.capital and not reading.starts_sentence(index - 1) and index - 1 not in reading.by_word
    return named or before.folded in reading.lexicon.titles


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Return a nationality or a country's name without its ending."""
    for ending in (*_ENDINGS, "ia", "land", "stan", "a", "o"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[str, ...]:
    """Return the stems that a word can have, its own first, then as a word for a country's people."""
    people = (_stem(word.removesuffix(ending)) for ending in _INHABITANT if word.endswith(ending))
    return (_stem(word), *people)


def _is_of(word: str, stem: str) -> bool:
    return stem in _stems(word)


def _alone(reading: Reading, index: int) -> bool:
    """Say whether the word is no part of a longer name that is no office ("Velonian Unity Front")."""
    if index + 1 >= len(reading.words) or reading.words[index].possessive:
        return True
    after = reading.words[index + 1]
    return after.broken or not after.capital or after.folded in _OFFICES | _STATE_WORDS
