"""Words that a site puts under many pages, and background reprinted for weeks: no sign of copying."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from warmonitor.model import Report
from warmonitor.stages.compare.hashes import run_hashes
from warmonitor.stages.compare.wording import Wording, uncount

RUN = 6  # words in a run
MOST = 0.5  # a text that is stock for more than this is a copy, not stock
WEEKS = 14  # days in a bucket of stated dates
BUCKETS = 3  # buckets in which background turns up again

Hashes = NDArray[np.uint64]


def site(report: Report) -> str | None:
    """Return what tells the pages of one site: the host of the address, else the outlet's name."""
    host = urlsplit(report.url).hostname if report.url and "//" in report.url else None
    return host or (report.outlet.casefold() if report.outlet else None)


def _often(found: Iterable[tuple[int, Hashes]], least: int) -> Hashes:
    """Return the runs that come in at least so many bags; what bears one number goes into one bag."""
    bags: defaultdict[int, list[Hashes]] = defaultdict(list)
    for bag, hashes in found:
        bags[bag].append(hashes)
    if len(bags) < least:
        return np.zeros(0, np.uint64)
    every = np.concatenate([np.unique(np.concatenate(bag)) for bag in bags.values()])
    values, counts = np.unique(every, return_counts=True)
    often: Hashes = values[counts >= least]
    return often


def _of_sites(
    reports: Sequence[Report], hashes: Sequence[Hashes], texts: Sequence[int], least: int
) -> dict[str, Hashes]:
    pages: defaultdict[str, list[tuple[int, Hashes]]] = defaultdict(list)
    for report, found, text in zip(reports, hashes, texts, strict=True):
        if name := site(report):
            pages[name].append((text, found))
    return {name: _often(found, least) for name, found in pages.items()}


def _of_weeks(reports: Sequence[Report], hashes: Sequence[Hashes], texts: Sequence[int]) -> Hashes:
    first: dict[int, int] = {}
    for report, text in zip(reports, texts, strict=True):
        if report.stated_date is not None:
            bucket = report.stated_date.toordinal() // WEEKS
            first[text] = min(first.get(text, bucket), bucket)
    dated = ((first[text], found) for found, text in zip(hashes, texts, strict=True) if text in first)
    return _often(dated, BUCKETS)


def _covered(found: Hashes, stock: Hashes, words: int) -> list[tuple[int, int]]:
    """Return the ranges of words that lie in a stock run."""
    mark = np.zeros(words + 1, np.int64)
    for at in np.flatnonzero(np.isin(found, stock)).tolist():
        mark[at : at + RUN] = 1
    edges = np.flatnonzero(np.diff(np.r_[0, mark]))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def set_stock_aside(
    reports: Sequence[Report], wordings: Sequence[Wording], texts: Sequence[int], least: int
) -> list[Wording]:
    """Return the wordings with stock not counted; near-copies have one number in `texts` and count once.

    Stock are runs of six words that `least` or more texts of one site carry, or that come back in three
    or more fortnights, unless they are more than half of a text.
    """
    hashes = [run_hashes(wording.words, RUN) for wording in wordings]
    of_sites = _of_sites(reports, hashes, texts, least)
    of_weeks = _of_weeks(reports, hashes, texts)
    freed: list[Wording] = []
    for report, wording, found in zip(reports, wordings, hashes, strict=True):
        stock = np.union1d(of_sites.get(site(report) or "", np.zeros(0, np.uint64)), of_weeks)
        ranges = _covered(found, stock, len(wording.words)) if len(stock) and len(found) else []
        small = sum(b - a for a, b in ranges) <= MOST * len(wording.words)
        freed.append(uncount(wording, ranges) if ranges and small else wording)
    return freed
