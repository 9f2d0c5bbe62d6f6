"""Pairs of spans that share a word: how many of those found meet one of the gold's, each used once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from warmonitor.model import Span

T = TypeVar("T")
G = TypeVar("G")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Counts:
    """Found and in the gold, found but not there, there but not found."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 0 where nothing was found or asked."""
        asked = 2 * self.hits + self.extra + self.missed
        return 2 * self.hits / asked if asked else 0.0


def share_word(one: Span, other: Span, text: str) -> bool:
    """Say whether two spans share a letter or digit, and so a word."""
    first, last = max(one.start, other.start), min(one.end, other.end)
    return first < last and bool(_WORD.search(text, first, last))


def outermost(spans: Sequence[Span]) -> list[Span]:
    """Return the spans without those that meet a longer one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start - s.end, s.start)):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return sorted(kept)


def pair(found: Sequence[T], gold: Sequence[G], fits: Callable[[T, G], bool]) -> dict[int, int]:
    """Return for each of the gold that is paired the one found, by index; no way has more pairs."""
    edges = [[j for j, one in enumerate(gold) if fits(item, one)] for item in found]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(found)):
        place(i, set())
    return owner


def count(
    found: Sequence[T], gold: Sequence[G], fits: Callable[[T, G], bool], doubtful: Sequence[G] = ()
) -> Counts:
    """Return the counts; what is found of the gold's doubtful ones alone is neither right nor wrong."""
    owner = pair(found, gold, fits)
    paired = set(owner.values())
    left = [item for i, item in enumerate(found) if i not in paired]
    extra = sum(not any(fits(item, one) for one in doubtful) for item in left)
    return Counts(len(owner), extra, len(gold) - len(owner))
