"""A pile of reports that grows: who shares words with whom, what is stock, which pairs are worth judging.

Everything told of the pile depends on which reports are in it, never on the order in which they came, and a
further report costs what its own words and neighbours cost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from warmonitor.model import Report, make_id
from warmonitor.stages.compare.candidates import Held, Parts, Shift, absent, all_carriers, carriers, shift
from warmonitor.stages.compare.groups import Groups
from warmonitor.stages.compare.hashes import RUN, Places
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.pairs import Found
from warmonitor.stages.compare.postings import (
    TOKEN,
    TOKEN_BITS,
    Keys,
    common,
    joined,
    keys_of,
    tied,
    token_of,
)
from warmonitor.stages.compare.stock import ANY_SITE, ASKED, first_of_each, site_of, stock_of, week_of
from warmonitor.stages.compare.texts import Read, closeness, read_text
from warmonitor.stages.compare.twins import identity
from warmonitor.stages.compare.verdict import judge_pair

LEAST = 2  # runs that two reports must share
EACH = 8  # words of the shorter text for each run that is asked, if that is less
NEAR = 0.4  # share of the shorter text's runs that makes two texts one
NOWHERE: frozenset[int] = frozenset()

Two = tuple[int, int]


class Pile:
    """Reports by their places in the order of coming; `touched` are those whose ties changed, till emptied.

    Which text a report is tells `make_id` of it and its date, so that another of the very same text can take
    its place. `parts` holds which report has which run of words.
    """

    def __init__(self, options: CompareOptions, parts: Parts | None = None) -> None:
        self.options = options
        self.parts = parts or Held()
        self.reports: list[Report] = []
        self.touched: set[int] = set()
        self.judged: dict[Two, Pair | None] = {}
        self._tokens: list[int] = []
        self._sizes: list[int] = []
        self._sites: list[int] = []
        self._near: list[dict[int, int]] = []
        self._top: list[frozenset[int]] = []
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._texts = Groups(self._copies)
        self._stock: dict[int, frozenset[int]] = {}
        self._read: dict[int, Read] = {}
        self._close: dict[Two, int] = {}

    def add(self, reports: Sequence[Report]) -> None:
        """Take in further reports, no text and date twice."""
        if self.reports:
            for report in reports:
                self._add(report)
        elif reports:
            self._add_all(reports)

    def replace(self, place: int, report: Report) -> None:
        """Put a report of the same text and date in the place of another."""
        self.reports[place] = report
        self._sites[place] = site_of(report)
        again = self._restock({place}) | {place}
        self._renew(again, again)

    def read(self, place: int) -> Read:
        """Return a report's words as they are compared."""
        if place not in self._read:
            self._read[place] = read_text(self.reports[place], self._sites[place], self._stock)
        return self._read[place]

    def _add_all(self, reports: Sequence[Report]) -> None:
        tokens = [_token(report) for report in reports]
        keys, sizes = keys_of([report.text for report in reports], tokens)
        for report, token, words in zip(reports, tokens, sizes.tolist(), strict=True):
            self._enter(report, token, words)
        keys = joined([keys])
        self.parts.add(keys)
        self._tie_all(*tied(keys))
        for place, other in self._like_pairs():
            self._texts.join(place, other)
        self._stock = self._stock_among(first_of_each(common(keys)))
        self._renew(set(range(len(reports))), set())

    def _tie_all(self, codes: Keys, counts: Places) -> None:
        ends = zip((codes >> TOKEN_BITS).tolist(), (codes & TOKEN).tolist(), counts.tolist(), strict=True)
        for first, second, runs in ends:
            for pair in self._pairs(first, second):
                self._set(pair, runs)
        for same in [places for places in self._places.values() if len(places) > 1]:
            self._tie_mates(same)

    def _add(self, report: Report) -> None:
        token = _token(report)
        keys, sizes = keys_of([report.text], [token])
        place = self._enter(report, token, int(sizes[0]))
        mates = self._places[token]
        keys = joined([keys]) if len(mates) == 1 else self._keys(mates)
        fresh = absent(self.parts, keys)
        change = shift(self.parts, keys, fresh)
        self.parts.add(fresh)
        touched = self._gain(token, change) | set(mates)
        less, parted = self._lose(change)
        again = self._restock(self._regroup(touched, parted) | {place})
        self._renew(touched | less, again)

    def _enter(self, report: Report, token: int, words: int) -> int:
        place = len(self.reports)
        self.reports.append(report)
        self._tokens.append(token)
        self._sizes.append(words)
        self._sites.append(site_of(report))
        self._near.append({})
        self._top.append(NOWHERE)
        self._places[token].append(place)
        self._texts.add(week_of(report))
        return place

    def _keys(self, places: Iterable[int]) -> Keys:
        listed = sorted(places)
        texts = [self.reports[place].text for place in listed]
        return joined([keys_of(texts, [self._tokens[place] for place in listed])[0]])

    def _pairs(self, first: int, second: int) -> Iterator[Two]:
        for place in self._places[first]:
            for other in self._places[second]:
                yield (place, other) if place < other else (other, place)

    def _gain(self, token: int, change: Shift) -> set[int]:
        """Take in what a report ties; return the reports whose neighbours changed."""
        touched: set[int] = set()
        for other, runs in change.gained.items():
            for pair in self._pairs(token, other):
                self._set(pair, runs)
                touched.update(pair if pair[1] in self._near[pair[0]] else ())
        self._tie_mates(self._places[token])
        return touched

    def _lose(self, change: Shift) -> tuple[set[int], list[Two]]:
        """Take in what a report unties; return whose neighbours changed, and pairs less tied than before."""
        touched: set[int] = set()
        parted: list[Two] = []
        for code, runs in sorted(change.lost.items()):
            for pair in self._pairs(code >> int(TOKEN_BITS), code & int(TOKEN)):
                if before := self._near[pair[0]].get(pair[1], 0):
                    self._set(pair, before - runs)
                    touched.update(pair)
                    parted.append(pair)
        return touched, parted

    def _tie_mates(self, places: Sequence[int]) -> None:
        """Tie reports that have one token by the runs that both have."""
        for at, place in enumerate(places):
            mine = self._keys([place])
            for other in places[at + 1 :]:
                self._set((place, other), len(np.intersect1d(mine, self._keys([other]))))

    def _set(self, pair: Two, runs: int) -> None:
        first, second = pair
        words = min(self._sizes[first], self._sizes[second])
        if runs >= min(LEAST, max(1, words // EACH)):
            self._near[first][second] = self._near[second][first] = runs
        elif self._near[first].pop(second, None) is not None:
            del self._near[second][first]
            self._close.pop(pair, None)

    def _copies(self, place: int) -> Iterator[int]:
        """Yield the near-copies of a report."""
        mine = self._sizes[place]
        for other, runs in self._near[place].items():
            if runs >= NEAR * max(1, min(mine, self._sizes[other]) - RUN + 1):
                yield other

    def _like_pairs(self) -> Iterator[Two]:
        return ((place, other) for place in range(len(self._near)) for other in self._copies(place))

    def _regroup(self, touched: Iterable[int], parted: Iterable[Two]) -> set[int]:
        """Bring the groups of near-copies up to date; return the reports on whose stock that may bear."""
        moved: set[int] = set()
        for place in sorted(touched):
            for other in self._copies(place):
                moved |= self._texts.join(place, other)
        for pair in parted:
            moved |= self._texts.part(*pair)
        return moved

    def _stock_among(self, keys: Keys) -> dict[int, frozenset[int]]:
        """Return which runs are stock; `keys` are those of the reports that are asked."""
        rows, places = self._bearers(keys)
        once, at = np.unique(places, return_inverse=True)
        listed = once.tolist()
        sites = np.array([self._sites[place] for place in listed], np.int64)
        texts = np.array([self._texts.of[place] for place in listed], np.int64)
        weeks = np.array([self._texts.week[text] for text in texts.tolist()], np.int64)
        return stock_of((keys & ~TOKEN)[rows], sites[at], texts[at], weeks[at], self.options.stock_reports)

    def _bearers(self, keys: Keys) -> tuple[Places, Places]:
        """Return the place of each report behind each key, and the row of the key."""
        tokens, at = np.unique(keys & TOKEN, return_inverse=True)
        held = [self._places[token] for token in tokens.tolist()]
        sizes = np.array([len(places) for places in held], np.int64)
        flat = np.array([place for places in held for place in places], np.int64)
        counts = sizes[at]
        rows = np.repeat(np.arange(len(keys)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, flat[(np.cumsum(sizes) - sizes)[at][rows] + within]

    def _restock(self, places: Iterable[int]) -> set[int]:
        """Learn anew which runs of these reports are stock; return the reports whose words that changes."""
        runs = np.unique(self._keys(places) & ~TOKEN)
        found = self._stock_among(first_of_each(carriers(self.parts, runs, ASKED)))
        changed: set[int] = set()
        for run in runs.tolist():
            old, new = self._stock.pop(run, NOWHERE), found.get(run, NOWHERE)
            if new:
                self._stock[run] = new
            if old != new:
                changed.update(self._with_run(run, old ^ new))
        return changed

    def _with_run(self, run: int, sites: frozenset[int]) -> list[int]:
        _, places = self._bearers(all_carriers(self.parts, run))
        return [p for p in places.tolist() if ANY_SITE in sites or self._sites[p] in sites]

    def _renew(self, touched: set[int], again: set[int]) -> None:
        """Choose the partners of these reports and judge new pairs; `again` are those with other words."""
        for place in again:
            self._read.pop(place, None)
            for other in self._near[place]:
                self._close.pop(_two(place, other), None)
                self._forget(_two(place, other))
        todo = sorted(touched | again | {other for place in again for other in self._near[place]})
        pairs = {_two(place, other) for place in todo for other in self._top[place]}
        for place in todo:
            self._top[place] = self._nearest(place)
        pairs |= {_two(place, other) for place in todo for other in self._top[place]}
        for pair in sorted(pairs | {_two(place, other) for place in again for other in self._near[place]}):
            self._settle(pair)

    def _nearest(self, place: int) -> frozenset[int]:
        near = [
            (-self._closeness(place, other), self.reports[other].id, other) for other in self._near[place]
        ]
        best = sorted(one for one in near if one[0])[: self.options.partners]
        return frozenset(other for _, _, other in best)

    def _closeness(self, place: int, other: int) -> int:
        pair = _two(place, other)
        if pair not in self._close:
            self._close[pair] = closeness(self.read(place), self.read(other))
        return self._close[pair]

    def _settle(self, pair: Two) -> None:
        """Judge a pair that one of the two has among its nearest, forget one that neither has."""
        first, second = pair
        if second not in self._top[first] and first not in self._top[second]:
            self._forget(pair)
        elif pair not in self.judged:
            self.judged[pair] = self._judge(*sorted(pair, key=lambda place: self.reports[place].id))
            self.touched.update(pair)

    def _forget(self, pair: Two) -> None:
        if pair in self.judged:
            del self.judged[pair]
            self.touched.update(pair)

    def _judge(self, first: int, second: int) -> Pair | None:
        wordings = (self.read(first).wording, self.read(second).wording)
        pair = judge_pair(wordings, (0, 1), self.options)
        return replace(pair, first=first, second=second) if pair else None


def _two(first: int, second: int) -> Two:
    return (first, second) if first < second else (second, first)


def _token(report: Report) -> int:
    return token_of(make_id("text", *identity(report)))


def find_pairs(reports: Sequence[Report], options: CompareOptions) -> Found:
    """Return what ties the reports in pairs; candidates share runs of words, of their own or quoted."""
    pile = Pile(options)
    pile.add(reports)
    return found_in(pile, range(len(reports)))


def found_in(pile: Pile, places: Sequence[int]) -> Found:
    """Return what ties the reports at these places of a pile; pairs go by the order of the places."""
    at = {place: number for number, place in enumerate(places)}
    judged = (pair for pair in pile.judged.values() if pair and pair.first in at and pair.second in at)
    pairs = sorted(
        (replace(pair, first=at[pair.first], second=at[pair.second]) for pair in judged),
        key=lambda pair: (pair.first, pair.second),
    )
    read = [pile.read(place) for place in places]
    return Found(
        [one.whole for one in read],
        [one.wording for one in read],
        [pair for pair in pairs if pair.kind.dependent],
        [pair for pair in pairs if not pair.kind.dependent],
    )
