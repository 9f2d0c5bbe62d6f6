"""Draw the pairs of articles of `text_reuse` that are labelled by hand: bands of overlap, many outlets.

    python -m eval.copies_draw DATA        # the pairs, a line each: band, two ids

Overlap is the share of the shorter text's runs of three words that stand in the other text, found without
any part of the program. In each band the pairs of one outlet or two, within three days of each other or not,
make a queue; the queues take turns, and inside and among them the order is that of a hash of their keys.
"""

import csv
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

TABLE = "text_reuse/FA-KES-Dataset.csv"
SEED = "copies-1"
RUN = 3  # words in a run
BANDS = (0.02, 0.1, 0.3, 0.6, 1.01)  # edges of the bands of overlap, the lower one in
EACH = 75  # pairs drawn from a band
NEAR_DAYS = 3
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Article:
    """One row of the set: `key` is its unit id, `day` the date column, None where it is no date."""

    key: str
    outlet: str
    day: date | None
    title: str
    text: str


Pair = tuple[Article, Article]


def read_articles(data: Path) -> list[Article]:
    """Return the rows of the set in `data`, in its order; ids that come twice are there twice."""
    with (data / TABLE).open(encoding="utf-8", newline="") as lines:
        return [
            Article(r["unit_id"], r["source"], _day(r["date"]), r["article_title"], r["article_content"])
            for r in csv.DictReader(lines)
        ]


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%m/%d/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def single(articles: Sequence[Article]) -> list[Article]:
    """Return each id once, by id; an id that two texts bear is left out."""
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        texts[article.key].add(article.text)
    once = {a.key: a for a in articles if len(texts[a.key]) == 1}
    return [once[key] for key in sorted(once)]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def overlaps(articles: Sequence[Article]) -> Iterator[tuple[Article, Article, float]]:
    """Yield the pairs that share a run, with the share (0 to 1) of the shorter text that this is."""
    runs = [_runs(article.text) for article in articles]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, found in enumerate(runs):
        for run in found:
            holders[run].append(at)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    for (a, b), count in shared.items():
        yield articles[a], articles[b], count / min(len(runs[a]), len(runs[b]))


def _rank(*parts: str) -> str:
    return hashlib.sha256("|".join((SEED, *parts)).encode()).hexdigest()


def _queue(pair: Pair) -> tuple[str, ...]:
    days = [article.day for article in pair]
    near = None not in days and abs((days[0] - days[1]).days) <= NEAR_DAYS  # type: ignore[operator]
    return *sorted(article.outlet for article in pair), str(near)


def take_turns(pairs: Sequence[Pair], wanted: int) -> list[Pair]:
    """Return `wanted` of the pairs, one of each queue in turn, whatever order they come in."""
    queues: defaultdict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: _rank(p[0].key, p[1].key)):
        queues[_queue(pair)].append(pair)
    turns = (
        (place, _rank(*name), pair) for name, queue in queues.items() for place, pair in enumerate(queue)
    )
    return [pair for _, _, pair in sorted(turns, key=lambda turn: turn[:2])][:wanted]


def draw(articles: Sequence[Article]) -> list[tuple[int, Pair]]:
    """Return the drawn pairs with the number of their band, 0 for the lowest; the lesser id comes first."""
    bands: defaultdict[int, list[Pair]] = defaultdict(list)
    for first, second, share in overlaps(single(articles)):
        at = sum(share >= edge for edge in BANDS) - 1
        if at >= 0:
            bands[at].append((first, second))
    return [(at, pair) for at in sorted(bands) for pair in take_turns(bands[at], EACH)]


if __name__ == "__main__":
    for band, (one, other) in draw(read_articles(Path(sys.argv[1]))):
        print(band, one.key, other.key, sep="\t")
