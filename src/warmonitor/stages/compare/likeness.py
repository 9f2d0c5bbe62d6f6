"""Which reports tell of the same happening: shared rare words and pairs of words, weighed as evidence."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.reference.conflicts import country_words
from warmonitor.stages.compare.wording import Wording, fold

BACKGROUND = 200  # reports of anything at all that are thought beside those given, so that few still weigh
WORD_SHARE = 0.3  # what single words weigh beside pairs of words where closeness is measured
SCALE = 100.0  # evidence times closeness that counts as certain
PROBED = 300  # rarest features of a report that are looked up in the others
CROWD = 48  # features in more reports than this are not looked up
TRIED = 36
NEAREST = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """A report that tells of the same happening, by its place, and how surely so (0 to 1)."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Telling:
    """A report's telling words and pairs of words with their weights, and the length of either vector."""

    words: dict[str, float]
    pairs: dict[str, float]
    rarity: dict[str, float]
    words_norm: float
    pairs_norm: float


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words that tell nothing of which happening a report is about."""
    raw = yaml.safe_load(files(__package__).joinpath("data/common.yml").read_text("utf-8"))
    return frozenset(raw["words"].split()) | {fold(word) for word in country_words()}


def is_telling(word: str) -> bool:
    """Say whether a word (folded) may tell which happening a report is about."""
    return len(word) > 2 and word not in common_words() and word.rstrip("s") not in common_words()


def _features(wording: Wording) -> tuple[Counter[str], Counter[str]]:
    """Return how often each telling word comes, and each pair of neighbours with a telling word in it."""
    kept = [own or quoted for own, quoted in zip(wording.counted, wording.quoted, strict=True)]
    tells = [keep and is_telling(word) for word, keep in zip(wording.words, kept, strict=True)]
    words = Counter(word for word, telling in zip(wording.words, tells, strict=True) if telling)
    pairs = Counter(
        f"{wording.words[at]} {wording.words[at + 1]}"
        for at in range(len(wording.words) - 1)
        if kept[at] and kept[at + 1] and (tells[at] or tells[at + 1])
    )
    return words, pairs


def _norm(weights: dict[str, float]) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0


def weigh(wordings: Sequence[Wording]) -> list[Telling]:
    """Return for each report its telling words and pairs; weights are log counts times log rarity."""
    bags = [_features(wording) for wording in wordings]
    spread = Counter(key for words, pairs in bags for key in (*words, *pairs))
    rarity = {key: math.log((len(bags) + BACKGROUND) / count) for key, count in spread.items()}
    made = []
    for words, pairs in bags:
        first, second = (
            {key: (1 + math.log(count)) * rarity[key] for key, count in sorted(bag.items())}
            for bag in (words, pairs)
        )
        rare = {key: rarity[key] for key in (*first, *second)}
        made.append(Telling(first, second, rare, _norm(first), _norm(second)))
    return made


def _dot(first: dict[str, float], second: dict[str, float]) -> float:
    return math.fsum(first[key] * second[key] for key in first.keys() & second.keys())


def likeness(first: Telling, second: Telling) -> float:
    """Return how surely two reports tell of one happening: shared rarity times closeness, 0 to 1.

    The sum of rarity alone favours long reports, the cosine alone short ones; their product does neither.
    """
    evidence = math.fsum(first.rarity[key] for key in first.rarity.keys() & second.rarity.keys())
    closeness = _dot(first.pairs, second.pairs) / (first.pairs_norm * second.pairs_norm)
    closeness += WORD_SHARE * _dot(first.words, second.words) / (first.words_norm * second.words_norm)
    return min(1.0, evidence * closeness / SCALE)


def look_alikes(telling: Sequence[Telling], least: float) -> list[list[Likeness]]:
    """Return for each report its nearest others that are at least so alike, nearest first.

    Candidates come through the rarest features of each report, so work grows with the reports.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(telling):
        for key in one.rarity:
            holders[key].append(place)
    nearest = []
    for place, one in enumerate(telling):
        shared = [key for key in one.rarity if 1 < len(holders[key]) <= CROWD]
        rare = sorted(shared, key=lambda key: (-one.rarity[key], key))[:PROBED]
        seen = Counter(other for key in rare for other in holders[key] if other != place)
        tried = sorted(seen, key=lambda other: (-seen[other], other))[:TRIED]
        scored = [Likeness(other, round(likeness(one, telling[other]), 6)) for other in tried]
        kept = sorted((a for a in scored if a.score >= least), key=lambda a: (-a.score, a.place))
        nearest.append(kept[:NEAREST])
    return nearest
