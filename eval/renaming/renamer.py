"""One pass over a text that puts other dates, names and numbers in the place of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import yaml

from eval.renaming.dates import DATE, other_date
from eval.renaming.numbers import NUMBER, changed, other_number


@dataclass(frozen=True)
class Renamer:
    """A mapping file: pairs of words, days to move by (whole weeks), a base day, a factor for counts."""

    words: Mapping[str, str]
    days: int
    base: date
    factor: float

    @cached_property
    def every_word(self) -> dict[str, str]:
        """Return the pairs, and each in capitals where that is another word."""
        return {**{old.upper(): new.upper() for old, new in self.words.items()}, **self.words}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what to look for: a date first, then the longest name, then a count."""
        longest = sorted(self.every_word, key=lambda word: (-len(word), word))
        name = "|".join(re.escape(word) for word in longest) or r"(?!)"
        return re.compile(
            rf"(?P<date>{DATE})|(?<!\w)(?P<article>[Aa]n?\s)?(?P<name>{name})(?!\w)|(?P<number>(?i:{NUMBER}))"
        )

    def text(self, text: str) -> str:
        """Return the text with everything changed."""
        return self.pattern.sub(self.other, text)

    def other(self, match: re.Match[str]) -> str:
        """Return what stands in one match's place."""
        if match["date"]:
            return other_date(match["date"], self.days, self.base)
        if match["name"]:
            word = self.every_word[match["name"]]
            return article_for(word, match["article"]) + word
        return other_number(match["number"], self.factor)

    def counts(self, text: str) -> bool:
        """Say whether the text holds a count that is changed."""
        return any(m["number"] and self.other(m) != m["number"] for m in self.pattern.finditer(text))

    def number(self, value: float) -> int:
        """Return the changed count."""
        return int(changed(value, self.factor))


def article_for(word: str, old: str | None) -> str:
    """Return "a " or "an " for a new word where the old one had either, with its capital."""
    if old is None:
        return ""
    spelled = word[:2].isupper()  # an acronym is spoken letter by letter
    vowel = word[0] in "AEFHILMNORSX" if spelled else word[0].lower() in "aeiou"
    return old[0] + ("n " if vowel else " ")


def read_renamer(path: Path) -> Renamer:
    """Return a mapping file's renamer.

    Raises:
        ValueError: when the days are no whole weeks, for then weekdays would no longer fit.
    """
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if content["days"] % 7:
        msg = f"{path}: {content['days']} days are no whole weeks"
        raise ValueError(msg)
    return Renamer(content["words"], content["days"], content["base"], content["factor"])
