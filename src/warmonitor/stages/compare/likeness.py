"""Which reports tell of the same happening: shared rare words and pairs of words, weighed as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.conflicts import country_words
from warmonitor.stages.compare.hashes import of_words
from warmonitor.stages.compare.holders import Holders
from warmonitor.stages.compare.wording import Wording, fold

BACKGROUND = 200  # reports of anything at all that are thought beside those given, so that few still weigh
WORD_SHARE = 0.3  # what single words weigh beside pairs of words where closeness is measured
SCALE = 100.0  # evidence times closeness that counts as certain
PROBED = 300  # rarest features of a report that are looked up in the others
CROWD = 48  # features in more reports than this are not looked up
FIRST = np.uint64(0x9E3779B97F4A7C15)  # by which the first word of a pair is told from the second
TRIED = 36  # reports weighed against each

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A report that tells of the same happening, by its place, and how surely so (0 to 1)."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Telling:
    """A report's telling words and pairs by sorted hash, one plus the log of how often each comes."""

    keys: Hashes
    often: NDArray[np.float32]
    pairs: NDArray[np.bool_]


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words that tell nothing of which happening a report is about."""
    raw = yaml.safe_load(files(__package__).joinpath("data/common.yml").read_text("utf-8"))
    return frozenset(raw["words"].split()) | {fold(word) for word in country_words()}


@lru_cache(maxsize=200_000)
def is_telling(word: str) -> bool:
    """Say whether a word (folded) may tell which happening a report is about."""
    return len(word) > 2 and word not in common_words() and word.rstrip("s") not in common_words()


@remembered(REPORTS)
def read_telling(wording: Wording) -> Telling:
    """Return the telling words of a report and its pairs of neighbours with a telling word in them."""
    count = len(wording.words)
    kept = np.array(wording.counted, bool) | np.array(wording.quoted, bool)
    tells = np.fromiter(map(is_telling, wording.words), bool, count) & kept
    beside = kept[:-1] & kept[1:] & (tells[:-1] | tells[1:]) if count > 1 else np.zeros(0, bool)
    hashes = of_words(wording.words)
    words, pairs = hashes[tells], (hashes[:-1] * FIRST + hashes[1:])[beside]
    keys, firsts, counts = np.unique(np.r_[words, pairs], return_index=True, return_counts=True)
    return Telling(keys, (1 + np.log(counts)).astype(np.float32), firsts >= len(words))


class Happenings:
    """An index of reports by their telling words; it grows, and what it answers is as of then.

    Reports are known by their place, in the order in which they were added. Memory: about 25 bytes for each
    telling word and pair of a report, once a report.
    """

    def __init__(self) -> None:
        self._holders = Holders()
        self._told: list[Telling] = []
        self._norms: list[tuple[float, float]] = []

    def add(self, tellings: Sequence[Telling]) -> None:
        """Take in further reports; the lengths of theirs are as of the index that has them."""
        self._holders.add([one.keys for one in tellings], len(self._told))
        self._told += tellings
        for one in tellings:
            self._norms.append(_norms(self._weights(self._holders.spread(one.keys), one), one))

    def _rarity(self, spread: NDArray[np.int64]) -> Numbers:
        rarity: Numbers = np.log((len(self._told) + BACKGROUND) / np.maximum(spread, 1))
        return rarity

    def _weights(self, spread: NDArray[np.int64], telling: Telling) -> Numbers:
        weights: Numbers = telling.often * self._rarity(spread)
        return weights

    def nearest(self, place: int) -> list[Likeness]:
        """Return the reports that are likest to one, the likest first.

        The sum of shared rarity alone favours long reports, the cosine alone short ones; their product does
        neither. Candidates come through the rarest features, so that work does not grow with the reports.
        """
        mine = self._told[place]
        spread = self._holders.spread(mine.keys)
        tried = self._candidates(mine.keys, spread, place)
        if not len(tried):
            return []
        scores = self._scores(mine, spread, place, tried)
        found = [Likeness(int(p), round(float(s), 6)) for p, s in zip(tried, scores, strict=True) if s > 0]
        return sorted(found, key=lambda one: (-one.score, one.place))

    def _candidates(self, keys: Hashes, spread: NDArray[np.int64], place: int) -> NDArray[np.int64]:
        shared = np.flatnonzero((spread > 1) & (spread <= CROWD))
        rare = shared[np.argsort(spread[shared], kind="stable")[:PROBED]]
        holders, counts = np.unique(self._holders.holders(keys[rare]), return_counts=True)
        others = holders != place
        holders, counts = holders[others], counts[others]
        tried: NDArray[np.int64] = holders[np.lexsort((holders, -counts))[:TRIED]]
        return tried

    def _scores(
        self, mine: Telling, spread: NDArray[np.int64], place: int, tried: NDArray[np.int64]
    ) -> Numbers:
        others = [self._told[int(other)] for other in tried]
        keys = np.concatenate([one.keys for one in others])
        owner = np.repeat(np.arange(len(others)), [len(one.keys) for one in others])
        at = np.minimum(np.searchsorted(mine.keys, keys), len(mine.keys) - 1)
        same = mine.keys[at] == keys
        at, owner = at[same], owner[same]
        rarity = self._rarity(spread)
        often = np.concatenate([one.often for one in others])[same]
        product = mine.often[at] * often * rarity[at] ** 2
        pairs = mine.pairs[at]
        words_norm, pairs_norm = np.array([self._norms[int(other)] for other in tried]).T
        mine_words, mine_pairs = self._norms[place]
        size = len(others)
        evidence = np.bincount(owner, rarity[at], size)
        close = np.bincount(owner, product * pairs, size) / (pairs_norm * mine_pairs)
        close += WORD_SHARE * np.bincount(owner, product * ~pairs, size) / (words_norm * mine_words)
        scores: Numbers = np.minimum(1.0, evidence * close / SCALE)
        return scores


def _norms(weights: Numbers, telling: Telling) -> tuple[float, float]:
    """Return the lengths of the vectors of words and of pairs."""
    words, pairs = weights[~telling.pairs], weights[telling.pairs]
    return float(np.sqrt(words @ words)) or 1.0, float(np.sqrt(pairs @ pairs)) or 1.0
