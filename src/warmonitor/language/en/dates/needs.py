"""What a text must hold before a pattern of the grammar can match in it, so that most are not tried."""

import re
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from warmonitor.language.en.dates.lexicon import Lexicon, lexicon

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Need(Enum):
    """A kind of word, or a figure, that a pattern cannot match without."""

    FIGURE = "figure"
    YEAR = "year"  # in four figures
    MONTH = "month"
    WEEKDAY = "weekday"
    SEASON = "season"
    FEAST = "feast"
    UNIT = "unit"
    RELATIVE = "relative"
    THAT_DAY = "that day"
    NAME = "name"


BEFORE, BEYOND = 120, 240  # characters round a word within which every pattern that needs it has its match
_OF_DAYS = frozenset({Need.MONTH, Need.WEEKDAY, Need.FEAST, Need.RELATIVE, Need.THAT_DAY})


def met(text: str) -> frozenset[Need]:
    """Return the needs that the words and figures of a text meet."""
    known = _needs_by_word()
    words = set(_WORD.findall(text.casefold())) & known.keys()
    found = {need for word in words for need in known[word]}
    if _FIGURE.search(text):
        found |= {Need.FIGURE, Need.YEAR} if _YEAR.search(text) else {Need.FIGURE}
    return frozenset(found)


def where_met(text: str) -> dict[Need, list[tuple[int, int]]]:
    """Return the stretches of a text in which a pattern can match, by what it needs, in the text's order."""
    known = _needs_by_word()
    places: dict[Need, list[int]] = {}
    for word in _WORD.finditer(text):
        for need in known.get(word.group().casefold(), ()):
            places.setdefault(need, []).append(word.start())
    for need, figures in ((Need.FIGURE, _FIGURE), (Need.YEAR, _YEAR)):
        if found := [match.start() for match in figures.finditer(text)]:
            places[need] = found
    return {need: _stretches(starts, len(text)) for need, starts in places.items()}


def _stretches(starts: list[int], length: int) -> list[tuple[int, int]]:
    """Return the surroundings of these places, those that meet joined."""
    joined: list[tuple[int, int]] = []
    for start in starts:
        first, last = max(0, start - BEFORE), min(length, start + BEYOND)
        if joined and first <= joined[-1][1]:
            first = joined.pop()[0]
        joined.append((first, last))
    return joined


def names_a_day(text: str) -> bool:
    """Say whether a text may name a day: it holds a month, a weekday, a feast, or a word such as "today"."""
    return not met(text).isdisjoint(_OF_DAYS)


@lru_cache(maxsize=1)
def _needs_by_word() -> dict[str, frozenset[Need]]:
    """Return the needs that a word meets: of every phrase, its longest word."""
    found: dict[str, set[Need]] = {}
    for need, phrases in _phrases(lexicon()).items():
        for phrase in phrases:
            found.setdefault(_longest(phrase), set()).add(need)
    return {word: frozenset(needs) for word, needs in found.items()}


def _phrases(words: Lexicon) -> dict[Need, Iterable[str]]:
    return {
        Need.MONTH: words.months,
        Need.WEEKDAY: words.weekdays,
        Need.SEASON: words.seasons,
        Need.FEAST: words.feasts,
        Need.UNIT: [*words.units, "weekend"],
        Need.RELATIVE: words.relative,
        Need.THAT_DAY: words.that_day,
        Need.NAME: words.lists["names"],
    }


def _longest(phrase: str) -> str:
    words: list[str] = _WORD.findall(phrase.casefold())
    return max(words, key=len)
