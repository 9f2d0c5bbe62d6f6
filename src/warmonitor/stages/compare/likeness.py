"""Which reports tell of the same happening: shared names, figures and rare words, weighed."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.model import Report
from warmonitor.reference.conflicts import country_words
from warmonitor.stages.compare.wording import WORD, fold

NAME_WEIGHT = 2.5
BACKGROUND = 200  # reports of anything at all that are thought beside those given, so that few still weigh
PROBED = 40  # heaviest words of a report that are looked up in the others
CROWD = 64  # words in more reports than this are not looked up
NEAREST = 12
SENTENCE_START = re.compile(r"(?:^|[.!?:;”\"’»\n])\s*[“\"‘«'(\[]*\s*$")

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A report that tells of the same happening, by its place, and how alike it is (cosine, 0 to 1)."""

    place: int
    score: float


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words that tell nothing of which happening a report is about."""
    raw = yaml.safe_load(files(__package__).joinpath("data/common.yml").read_text("utf-8"))
    return frozenset(raw["words"].split()) | {fold(word) for word in country_words()}


def _bag(report: Report) -> tuple[Counter[str], set[str]]:
    """Return how often each telling word comes, and which of them are names."""
    text = f"{report.title or ''}\n\n{report.text}"
    words: Counter[str] = Counter()
    names: set[str] = set()
    for match in WORD.finditer(text):
        said, word = match.group(), fold(match.group())
        if len(word) < 3 or word in common_words() or word.removesuffix("s") in common_words():
            continue
        words[word] += 1
        if said[0].isupper() and not SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()]):
            names.add(word)
    return words, names


def weigh(reports: Sequence[Report]) -> list[Weights]:
    """Return for each report its telling words with weights, scaled to length one."""
    bags = [_bag(report) for report in reports]
    spread: Counter[str] = Counter(word for words, _ in bags for word in words)
    scaled = []
    for words, names in bags:
        weights = {
            word: (1 + math.log(count))
            * math.log((len(bags) + BACKGROUND) / spread[word])
            * (NAME_WEIGHT if word in names else 1.0)
            for word, count in words.items()
        }
        norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        scaled.append({word: weight / norm for word, weight in sorted(weights.items())})
    return scaled


def likeness(first: Weights, second: Weights) -> float:
    """Return the cosine of two reports' weights, 0 to 1."""
    less, more = (first, second) if len(first) <= len(second) else (second, first)
    return math.fsum(weight * more[word] for word, weight in less.items() if word in more)


def look_alikes(weights: Sequence[Weights], least: float) -> list[list[Likeness]]:
    """Return for each report its nearest others that are at least so alike, nearest first.

    Candidates come through the heaviest words of each report, so work grows with the reports.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(weights):
        for word in found:
            holders[word].append(place)
    nearest = []
    for place, found in enumerate(weights):
        heavy = sorted(found, key=lambda word: (-found[word], word))[:PROBED]
        seen: Counter[int] = Counter()
        for word in heavy:
            if len(holders[word]) <= CROWD:
                seen.update(holders[word])
        seen.pop(place, None)
        probed = sorted(seen, key=lambda other: (-seen[other], other))[: NEAREST * 3]
        scored = [Likeness(other, round(likeness(found, weights[other]), 6)) for other in probed]
        kept = sorted((a for a in scored if a.score >= least), key=lambda a: (-a.score, a.place))
        nearest.append(kept[:NEAREST])
    return nearest
