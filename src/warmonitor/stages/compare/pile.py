"""A pile of reports that grows: what is stock in it, which pairs are worth judging, and what they are.

Everything told of the pile depends on which reports are in it, never on the order in which they came, and a
further report costs what its own words and neighbours cost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from warmonitor.model import Report
from warmonitor.model.memo import PAIRS, remembered
from warmonitor.stages.compare.candidates import all_carriers, carriers
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.neighbours import Neighbours, Text, Two
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.pairs import Found
from warmonitor.stages.compare.postings import TOKEN, Keys, common, token_of
from warmonitor.stages.compare.stock import ANY_SITE, ASKED, first_of_each, site_of, stock_of, week_of
from warmonitor.stages.compare.texts import Read, closeness, read_text
from warmonitor.stages.compare.twins import identity
from warmonitor.stages.compare.verdict import judge_pair

NOWHERE: frozenset[int] = frozenset()


class Pile:
    """Reports by their places in the order of coming; `touched` are those whose ties changed, till emptied.

    No two have the very same text and date.
    """

    def __init__(self, options: CompareOptions) -> None:
        self.options = options
        self.reports: list[Report] = []
        self.touched: set[int] = set()
        self.judged: dict[Two, Pair | None] = {}
        self.neighbours = Neighbours(lambda place: self.reports[place].text)
        self.stock: dict[int, frozenset[int]] = {}
        self.nearest: list[frozenset[int]] = []
        self._sites: list[int] = []
        self._read: dict[int, Read] = {}
        self._close: list[dict[int, int]] = []

    def add(self, reports: Sequence[Report]) -> None:
        """Take in further reports, no text and date twice."""
        if self.reports:
            for report in reports:
                touched, moved = self.neighbours.add(self._enter(report))
                self._renew(touched, self._restock(moved))
        elif reports:
            keys = self.neighbours.add_all([self._enter(report) for report in reports])
            self.stock = self._stock_among(first_of_each(common(keys)))
            self._renew(set(range(len(reports))), set())

    def replace(self, place: int, report: Report) -> None:
        """Put a report of the same text and date in the place of another."""
        self.reports[place] = report
        self._sites[place] = site_of(report)
        self._renew({place}, self._restock({place}) | {place})

    def read(self, place: int) -> Read:
        """Return a report's words as they are compared."""
        if place not in self._read:
            self._read[place] = read_text(self.reports[place], self._sites[place], self.stock)
        return self._read[place]

    def _enter(self, report: Report) -> Text:
        self.reports.append(report)
        self._sites.append(site_of(report))
        self.nearest.append(NOWHERE)
        self._close.append({})
        return Text(report.text, token_of("\n".join(identity(report))), week_of(report))

    def _stock_among(self, keys: Keys) -> dict[int, frozenset[int]]:
        """Return which runs are stock; `keys` are those of the reports that are asked."""
        rows, places = self.neighbours.bearers(keys)
        once, at = np.unique(places, return_inverse=True)
        listed, groups = once.tolist(), self.neighbours.texts
        sites = np.array([self._sites[place] for place in listed], np.int64)
        texts = np.array([groups.of[place] for place in listed], np.int64)
        weeks = np.array([groups.week[text] for text in texts.tolist()], np.int64)
        return stock_of((keys & ~TOKEN)[rows], sites[at], texts[at], weeks[at], self.options.stock_reports)

    def _restock(self, places: Iterable[int]) -> set[int]:
        """Learn anew which runs of these reports are stock; return the reports whose words that changes."""
        runs = np.unique(self.neighbours.keys(places) & ~TOKEN)
        found = self._stock_among(first_of_each(common(carriers(self.neighbours.parts, runs, ASKED))))
        changed: set[int] = set()
        for run in runs.tolist():
            old, new = self.stock.pop(run, NOWHERE), found.get(run, NOWHERE)
            if new:
                self.stock[run] = new
            if old != new:
                changed.update(self._with_run(run, old ^ new))
        return changed

    def _with_run(self, run: int, sites: frozenset[int]) -> list[int]:
        _, places = self.neighbours.bearers(all_carriers(self.neighbours.parts, run))
        return [p for p in places.tolist() if ANY_SITE in sites or self._sites[p] in sites]

    def _renew(self, touched: set[int], again: set[int]) -> None:
        """Choose the partners of these reports and judge new pairs; `again` are those with other words."""
        near = self.neighbours.near
        stale = {_two(place, other) for place in again for other in near[place]}
        for place in again:
            self._reread(place)
        for pair in stale:
            self._forget(pair)
        todo = touched | {place for pair in stale for place in pair}
        pairs = stale | {_two(place, other) for place in todo for other in self.nearest[place]}
        for place in todo:
            self.nearest[place] = self._nearest(place)
        pairs |= {_two(place, other) for place in todo for other in self.nearest[place]}
        for pair in sorted(pairs):
            self._settle(pair)

    def _nearest(self, place: int) -> frozenset[int]:
        others = self.neighbours.near[place]
        near = [(-self._closeness(place, other), self.reports[other].id, other) for other in others]
        best = sorted(one for one in near if one[0])[: self.options.partners]
        return frozenset(other for _, _, other in best)

    def _reread(self, place: int) -> None:
        """Forget what depends on a report's words."""
        self._read.pop(place, None)
        for other in self._close[place]:
            del self._close[other][place]
        self._close[place].clear()

    def _closeness(self, place: int, other: int) -> int:
        known = self._close[place]
        if other not in known:
            known[other] = self._close[other][place] = closeness(self.read(place), self.read(other))
        return known[other]

    def _settle(self, pair: Two) -> None:
        """Judge a pair that one of the two has among its nearest, forget one that neither has."""
        first, second = pair
        if second not in self.nearest[first] and first not in self.nearest[second]:
            self._forget(pair)
        elif pair not in self.judged:
            self.judged[pair] = self._judge(*sorted(pair, key=lambda place: self.reports[place].id))
            self.touched.update(pair)

    def _forget(self, pair: Two) -> None:
        if pair in self.judged:
            del self.judged[pair]
            self.touched.update(pair)

    def _judge(self, first: int, second: int) -> Pair | None:
        pair = _judged(self.read(first), self.read(second), self.options)
        return replace(pair, first=first, second=second) if pair else None


@remembered(PAIRS)
def _judged(first: Read, second: Read, options: CompareOptions) -> Pair | None:
    return judge_pair((first.wording, second.wording), (0, 1), options)


def _two(first: int, second: int) -> Two:
    return (first, second) if first < second else (second, first)


def find_pairs(reports: Sequence[Report], options: CompareOptions) -> Found:
    """Return what ties the reports in pairs; candidates share runs of words, of their own or quoted."""
    pile = Pile(options)
    pile.add(reports)
    return found_in(pile, range(len(reports)))


def found_in(pile: Pile, places: Sequence[int]) -> Found:
    """Return what ties the reports at these places of a pile; pairs go by the order of the places."""
    at = {place: number for number, place in enumerate(places)}
    judged = (pair for pair in pile.judged.values() if pair and pair.first in at and pair.second in at)
    moved = (replace(pair, first=at[pair.first], second=at[pair.second]) for pair in judged)
    pairs = sorted(moved, key=lambda pair: (pair.first, pair.second))
    read = [pile.read(place) for place in places]
    return Found(
        [one.whole for one in read],
        [one.wording for one in read],
        [pair for pair in pairs if pair.kind.dependent],
        [pair for pair in pairs if not pair.kind.dependent],
    )
