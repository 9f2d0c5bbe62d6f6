"""Shared passages that tell how things stood before: no news, and no sign of copying."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, pairwise

import yaml

from warmonitor.stages.compare.align import Tile
from warmonitor.stages.compare.likeness import is_telling
from warmonitor.stages.compare.passages import ends_of
from warmonitor.stages.compare.tolls import is_year, tells_month
from warmonitor.stages.compare.wording import Wording

ALONE = 10  # words in a row that can be background beside news
LATE = 1 / 3  # share of a text after which a passage may be background
SAME = 0.3  # share of the telling words outside passages from which two texts tell one happening

Run = Sequence[Tile]


@lru_cache(maxsize=1)
def _day_words() -> frozenset[str]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(raw["days"].split())


def set_apart(runs: Sequence[Run], first: Wording, second: Wording) -> tuple[list[Run], list[Run]]:
    """Return the passages of news and those of background: late in both texts, a year or month, no day.

    Weekdays and words like "overnight" tell the news of the day; "in 2013" and "since April" do not. A month
    alone will not do in two texts on one happening: what befell the place before is told with it.
    """
    parts = [part for run in runs for part in _split(run, first, second)]
    dated = [_dated(part, first, second) for part in parts]
    enough = {"year"} if "month" in dated and _one_happening(runs, first, second) else {"year", "month"}
    behind = [by in enough for by in dated]
    news = [part for part, back in zip(parts, behind, strict=True) if not back]
    return news, [part for part, back in zip(parts, behind, strict=True) if back]


def _split(run: Run, first: Wording, second: Wording) -> list[Run]:
    """Cut a passage of news where longer runs of equal words in it are background by themselves."""
    if len(run) == 1 or _dated(run, first, second):
        return [run]
    groups = groupby(
        run, lambda tile: tile if tile.length >= ALONE and _dated([tile], first, second) else None
    )
    return [list(tiles) for _, tiles in groups]


def _dated(run: Run, first: Wording, second: Wording) -> str:
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


def _one_happening(runs: Sequence[Run], first: Wording, second: Wording) -> bool:
    mine, theirs = (_rest(runs, first, is_first=True), _rest(runs, second, is_first=False))
    return len(mine & theirs) >= SAME * min(len(mine), len(theirs))


def _rest(runs: Sequence[Run], wording: Wording, *, is_first: bool) -> set[str]:
    """Return the telling words outside passages and stock."""
    inside = {at for run in runs for at in range(*ends_of(run, first=is_first))}
    return {
        word
        for at, word in enumerate(wording.words)
        if at not in inside and (wording.counted[at] or wording.quoted[at]) and is_telling(word)
    }
