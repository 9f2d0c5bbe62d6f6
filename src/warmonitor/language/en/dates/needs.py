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


_OF_DAYS = frozenset({Need.MONTH, Need.WEEKDAY, Need.FEAST, Need.RELATIVE, Need.THAT_DAY})


def met(text: str) -> frozenset[Need]:
    """Return the needs that the words and figures of a text meet."""
    known = _needs_by_word()
    words = set(_WORD.findall(text.casefold())) & known.keys()
    found = {need for word in words for need in known[word]}
    if _FIGURE.search(text):
        found |= {Need.FIGURE, Need.YEAR} if _YEAR.search(text) else {Need.FIGURE}
    return frozenset(found)


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
