"""Answers of pure functions, kept for when they are asked again: so many of each, the longest unused out."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, Protocol, TypeVar, cast

REPORTS = 1024  # reports of which what was read is kept: sixteen blocks of a store
PAIRS = 16_384  # pairs of reports, or of their parts, of which a judgement is kept

P = ParamSpec("P")
T = TypeVar("T")


class _Kept(Protocol):
    def cache_clear(self) -> None: ...

    def cache_info(self) -> tuple[int, int, int | None, int]: ...


_ALL: list[_Kept] = []


def remembered(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return what makes a function answer from memory what it was asked before, `size` answers at most.

    The function is pure: its answer rests on its arguments alone, which are hashable and never change, and
    nobody changes the answer. Arguments that are equal get one answer; records are equal by what they hold,
    so that a report with another text or date is never answered with what was read of the first.
    """

    def keeping(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=size)(function)
        _ALL.append(kept)
        return cast("Callable[P, T]", kept)

    return keeping


def forget() -> None:
    """Forget all that is remembered, as if nothing had been asked yet: no answer depends on it."""
    for one in _ALL:
        one.cache_clear()


def answers() -> tuple[int, int]:
    """Return how many answers are kept, and how many can be at most."""
    infos = [one.cache_info() for one in _ALL]
    return sum(info[3] for info in infos), sum(info[2] or 0 for info in infos)
