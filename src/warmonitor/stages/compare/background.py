"""Shared passages that tell how things stood before: no news, and no sign of copying."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import yaml

from warmonitor.stages.compare.align import Tile
from warmonitor.stages.compare.likeness import is_telling
from warmonitor.stages.compare.passages import ends_of
from warmonitor.stages.compare.tolls import is_year, tells_month
from warmonitor.stages.compare.wording import Wording

LATE = 1 / 3  # share of a text after which a passage may be background
SAME = 0.3  # share of the telling words outside passages from which two texts tell one happening


@lru_cache(maxsize=1)
def _day_words() -> frozenset[str]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(raw["days"].split())


def find_background(runs: Sequence[Sequence[Tile]], first: Wording, second: Wording) -> list[bool]:
    """Say of each passage whether it is background: late in both texts, with a year or month, without a day.

    Weekdays and words like "overnight" tell the news of the day; "in 2013" and "since April" do not. A month
    alone will not do in two texts on one happening: what befell the place before is told with it.
    """
    dated = [_dated(run, first, second) for run in runs]
    if "month" not in dated or not _one_happening(runs, first, second):
        return [bool(by) for by in dated]
    return [by == "year" for by in dated]


def _dated(run: Sequence[Tile], first: Wording, second: Wording) -> str:
    """Return "year" or "month" where a late passage names one and no day, else nothing."""
    a, b = ends_of(run, first=True), ends_of(run, first=False)
    if a[0] < LATE * len(first.words) or b[0] < LATE * len(second.words):
        return ""
    words = [*first.words[slice(*a)], *second.words[slice(*b)]]
    if not _day_words().isdisjoint(words):
        return ""
    if any(map(is_year, words)):
        return "year"
    return "month" if any(map(tells_month, *zip(*pairwise(words), strict=True))) else ""


def _one_happening(runs: Sequence[Sequence[Tile]], first: Wording, second: Wording) -> bool:
    mine, theirs = (_rest(runs, first, is_first=True), _rest(runs, second, is_first=False))
    return len(mine & theirs) >= SAME * min(len(mine), len(theirs))


def _rest(runs: Sequence[Sequence[Tile]], wording: Wording, *, is_first: bool) -> set[str]:
    """Return the telling words outside passages and stock."""
    inside = {at for run in runs for at in range(*ends_of(run, first=is_first))}
    return {
        word
        for at, word in enumerate(wording.words)
        if at not in inside and (wording.counted[at] or wording.quoted[at]) and is_telling(word)
    }
