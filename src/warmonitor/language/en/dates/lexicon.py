"""The words of dates.yml, as patterns and look-ups."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Lexicon:
    """Look-ups from the words as written (lower case) to what they stand for, and the lists beside them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, tuple[int, int]]
    feasts: dict[str, tuple[int, int]]
    relative: dict[str, tuple[int, int]]
    that_day: dict[str, int]
    units: dict[str, str]
    counts: dict[str, int]
    ordinals: dict[str, int]
    vague: dict[str, int]
    month_names: tuple[str, ...]
    sure_months: tuple[str, ...]
    doubtful_months: tuple[str, ...]
    weekday_names: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first, with any white space between their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"


def named(words: Iterable[str]) -> str:
    """Return a pattern for names: as listed, or all in capitals."""
    listed = list(words)
    return any_of([*listed, *(word.upper() for word in listed)])


def _turned(table: dict[Any, list[str]]) -> dict[str, Any]:
    return {word.lower(): key for key, words in table.items() for word in words}


def _pairs(table: dict[str, list[int]]) -> dict[str, tuple[int, int]]:
    return {word.lower(): (first, last) for word, (first, last) in table.items()}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the words of dates.yml."""
    raw = yaml.safe_load(files(__package__).joinpath("dates.yml").read_text("utf-8"))
    full = tuple(words[0] for words in raw["months"].values())
    kept = (
        "month_follows", "day_parts", "day_ends", "over_night", "over_night_ends", "about", "lasting",
        "counted", "named_after", "names",
    )  # fmt: skip
    return Lexicon(
        months=_turned(raw["months"]),
        weekdays=_turned(raw["weekdays"]),
        parts=_turned(raw["parts"]),
        seasons=_pairs(raw["seasons"]),
        feasts=_pairs(raw["feasts"]),
        relative=_pairs(raw["relative"]),
        that_day=dict(raw["that_day"]),
        units=_turned(raw["units"]),
        counts=dict(raw["counts"]),
        ordinals=dict(raw["ordinals"]),
        vague=dict(raw["vague"]),
        month_names=tuple(word for words in raw["months"].values() for word in words),
        sure_months=tuple(name for name in full if name not in raw["doubtful_months"]),
        doubtful_months=tuple(raw["doubtful_months"]),
        weekday_names=tuple(word for words in raw["weekdays"].values() for word in words),
        lists={name: tuple(raw[name]) for name in kept},
    )
