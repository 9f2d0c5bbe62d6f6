"""Patterns of deals.yml: groups of words, all of which must have one in the stretch that is asked."""

from collections.abc import Iterable
from functools import lru_cache

from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.sentence import Sentence

Pattern = tuple[frozenset[str], ...]


@lru_cache
def patterns(key: str) -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
    """Return one table of deals.yml as kinds with their patterns, in the order of the file."""
    return tuple((kind, tuple(map(_pattern, rows))) for kind, rows in table("deals", key).items())


@lru_cache
def listed(key: str) -> tuple[Pattern, ...]:
    """Return one list of patterns of deals.yml."""
    held = table("deals", key)
    return tuple(map(_pattern, [held] if isinstance(held, str) else held))


def _pattern(row: str) -> Pattern:
    return tuple(frozenset(group.split("|")) for group in row.split())


def held(sentence: Sentence, tokens: Iterable[int]) -> frozenset[str]:
    """Return the base forms and the words of some tokens, hyphened words also in their parts."""
    found: set[str] = set()
    for i in tokens:
        for word in (sentence.lemma(i), sentence.low(i)):
            found |= {word, *word.split("-")}
    return frozenset(found)


def fits(pattern: Pattern, words: frozenset[str]) -> bool:
    """Say whether every group of a pattern has a word among these."""
    return all(group & words for group in pattern)


def first_kind(key: str, words: frozenset[str]) -> str | None:
    """Return the first kind of a table that has a pattern for these words."""
    return next((kind for kind, rows in patterns(key) if any(fits(pattern, words) for pattern in rows)), None)


def any_fits(key: str, words: frozenset[str]) -> bool:
    """Say whether one pattern of a list has all its groups among these words."""
    return any(fits(pattern, words) for pattern in listed(key))
