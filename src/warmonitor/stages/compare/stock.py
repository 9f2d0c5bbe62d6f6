"""Words that a site puts under many pages, and background reprinted for weeks: no sign of copying."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from warmonitor.model import Report
from warmonitor.stages.compare.hashes import RUN, Places
from warmonitor.stages.compare.postings import TOKEN, TOKEN_BITS, Keys, token_of
from warmonitor.stages.compare.wording import Wording, uncount

MOST = 0.5  # a text that is stock for more than this is a copy, not stock
WEEKS = 14  # days in a bucket of stated dates
BUCKETS = 3  # buckets in which background turns up again
ASKED = 64  # reports with a run, the first by their tokens, that are asked whether it is stock
NO_SITE = ANY_SITE = 0
NEVER = 1 << 30  # the fortnight of a text without a date

Stock = Mapping[int, frozenset[int]]


def site(report: Report) -> str | None:
    """Return what tells the pages of one site: the host of the address, else the outlet's name."""
    host = urlsplit(report.url).hostname if report.url and "//" in report.url else None
    return host or (report.outlet.casefold() if report.outlet else None)


def site_of(report: Report) -> int:
    """Return the number of a report's site, the same in every run, NO_SITE where it has none."""
    name = site(report)
    return 1 + token_of(f"site {name}") % (int(TOKEN) - 1) if name else NO_SITE


def week_of(report: Report) -> int:
    """Return the fortnight of a report's stated date, NEVER without one."""
    return report.stated_date.toordinal() // WEEKS if report.stated_date else NEVER


def first_of_each(keys: Keys) -> Keys:
    """Return the keys (sorted) of the first ASKED reports with each run."""
    runs = keys >> TOKEN_BITS
    starts = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]][: len(runs)])
    sizes = np.diff(np.r_[starts, len(runs)])
    return keys[np.arange(len(keys)) - np.repeat(starts, sizes) < ASKED]


def stock_of(
    runs: Keys, sites: Places, texts: Places, weeks: Places, least: int
) -> dict[int, frozenset[int]]:
    """Return the runs that are stock, each with the numbers of the sites where it is; ANY_SITE is everywhere.

    Each row is a report that has a run. Stock are runs that `least` or more texts of one site carry, or that
    come back in three or more fortnights; `weeks` is the first one of a report's text.
    """
    named, dated = sites != NO_SITE, weeks != NEVER
    often = [
        _often(runs[named] | sites[named].astype(np.uint64), texts[named], least),
        _often(runs[dated], weeks[dated], BUCKETS),
    ]
    found: dict[int, set[int]] = {}
    for code in np.concatenate(often).tolist():
        found.setdefault(code & ~int(TOKEN), set()).add(code & int(TOKEN))
    return {run: frozenset(where) for run, where in found.items()}


def _often(codes: NDArray[np.uint64], values: Places, least: int) -> NDArray[np.uint64]:
    """Return the codes that come with so many values."""
    order = np.lexsort((values, codes))
    codes, values = codes[order], values[order]
    fresh = np.r_[True, (codes[1:] != codes[:-1]) | (values[1:] != values[:-1])][: len(codes)]
    told, counts = np.unique(codes[fresh], return_counts=True)
    often: NDArray[np.uint64] = told[counts >= least]
    return often


def stock_places(starts: Sequence[int], site: int, stock: Stock) -> tuple[int, ...]:
    """Return the places of words at which stock of the site starts; `starts` are the runs at each word."""
    return tuple(at for at, run in enumerate(starts) if (where := stock.get(run)) and _stands(site, where))


def set_stock_aside(wording: Wording, places: Sequence[int]) -> Wording:
    """Return the wording with stock, whose runs start at these places, not counted.

    A text of which stock is more than half keeps it.
    """
    ranges = _covered(places, len(wording.words))
    small = sum(b - a for a, b in ranges) <= MOST * len(wording.words)
    return uncount(wording, ranges) if ranges and small else wording


def _stands(site: int, where: frozenset[int]) -> bool:
    return ANY_SITE in where or (site != NO_SITE and site in where)


def _covered(places: Sequence[int], words: int) -> list[tuple[int, int]]:
    """Return the ranges of words that lie in a stock run."""
    mark = np.zeros(words + 1, np.int64)
    for at in places:
        mark[at : at + RUN] = 1
    edges = np.flatnonzero(np.diff(np.r_[0, mark]))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
