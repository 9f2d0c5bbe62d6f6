"""The toll in the first lines of a report: it tells an earlier state of a running story from a later."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.language.en.numerals import SMALL

LEAD = 60  # words in which the toll of the day stands
REACH = 10  # words between a count and what tells whom it counts
_COUNT = re.compile(r"\d{1,4}")  # five figures are a whole war's
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=1)
def _cues() -> dict[str, bool]:
    """Return the words that tell whom a count is of; true are those of the dead."""
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return {**dict.fromkeys(raw["hurt"].split(), False), **dict.fromkeys(raw["dead"].split(), True)}


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(raw["months"].split())


@lru_cache(maxsize=1)
def _before_month() -> frozenset[str]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(raw["before_month"].split())


def is_date_word(word: str) -> bool:
    """Say whether a word (folded) is a month or a year."""
    return word in _months() or is_year(word)


def is_year(word: str) -> bool:
    """Say whether a word is a year."""
    return bool(_YEAR.fullmatch(word))


def tells_month(before: str, word: str) -> bool:
    """Say whether a word (folded) is a month, which the one before it tells apart from a verb."""
    return word in _months() and (before in _before_month() or before.isdecimal())


def count_at(words: Sequence[str], at: int) -> int | None:
    """Return the count that a word gives, None where it is none, a year or the day of a month."""
    word = words[at]
    if word in SMALL:
        return SMALL[word]
    if not _COUNT.fullmatch(word) or is_year(word):
        return None
    return None if _months().intersection(words[max(0, at - 1) : at + 2]) else int(word)


def lead_toll(words: Sequence[str]) -> int | None:
    """Return the first count of dead in the first words (folded) of a text, None where they give none.

    The nearest cue says whom a number counts, of two as near the one before it.
    """
    lead = words[:LEAD]
    cues = [(at, dead) for at, word in enumerate(lead) if (dead := _cues().get(word)) is not None]
    for at in range(len(lead)):
        value = count_at(lead, at)
        near = min(((abs(at - cue), cue > at, dead) for cue, dead in cues), default=(REACH + 1, False, False))
        if value is not None and near[0] <= REACH and near[2]:
            return value
    return None


def settle_tolls(
    tolls: Sequence[int | None], texts: Sequence[int], stories: Sequence[int]
) -> list[int | None]:
    """Return the toll that stands for each report.

    Near-copies (one number in `texts`) have the one that most of them give, the least of those that come as
    often; a text without any has the least of its story (one number in `stories`).
    """
    given: dict[int, Counter[int]] = {}
    for toll, text in zip(tolls, texts, strict=True):
        if toll is not None:
            given.setdefault(text, Counter())[toll] += 1
    chosen = {text: min(counts, key=lambda toll: (-counts[toll], toll)) for text, counts in given.items()}
    least: dict[int, int] = {}
    for text, story in zip(texts, stories, strict=True):
        if text in chosen:
            least[story] = min(least.get(story, chosen[text]), chosen[text])
    return [chosen.get(text, least.get(story)) for text, story in zip(texts, stories, strict=True)]
