"""Made reports in any number: words of their own, copies of many kinds, sites with standing sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from warmonitor.model import Report

WORDS = 400  # words in a report
VOCABULARY = 40_000
SENTENCE = 20  # words
CHANGED = 0.08  # share of the words of a copy that are others
COPIES = 0.2
SITES = 300
STANDING = 3  # sentences that a site puts under every page
REMEMBERED = 2_000  # reports that a copy may be taken from
FIRST = date(2024, 1, 1)
PER_DAY = 2_000
SYLLABLES = "ka ro mi ten sa bel dur no gar li vo shan pe tu wes or ind ul".split()


@lru_cache(maxsize=1)
def vocabulary() -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """Return made words, the shorter the more common."""
    base = len(SYLLABLES)
    made = []
    for number in range(base, VOCABULARY + base):
        letters = []
        while number:
            number, one = divmod(number, base)  # noqa: PLW2901
            letters.append(SYLLABLES[one])
        made.append("".join(letters))
    return np.array(made, object)


def drawn(random: np.random.Generator, count: int) -> list[str]:
    """Return words as common as words are: the n-th is drawn about one n-th as often as the first."""
    ranks = np.exp(random.random(count) * np.log(VOCABULARY)).astype(np.int64) - 1
    found: list[str] = vocabulary()[ranks].tolist()
    return found


def _changed(random: np.random.Generator, words: list[str]) -> list[str]:
    made = list(words)
    places = np.flatnonzero(random.random(len(made)) < CHANGED).tolist()
    for place, word in zip(places, drawn(random, len(places)), strict=True):
        made[place] = word
    return made


def near_copies(count: int, seed: int) -> tuple[list[str], list[int]]:
    """Return texts, a fifth of them copies of earlier ones with 8 % other words, and whose copy each is."""
    random = np.random.default_rng(seed)
    texts: list[str] = []
    origins: list[int] = []
    firsts: list[int] = []
    for place in range(count):
        copied = place > 0 and random.random() < COPIES
        origin = firsts[int(random.integers(len(firsts)))] if copied else place
        firsts += [] if copied else [place]
        words = _changed(random, texts[origin].split()) if copied else drawn(random, WORDS)
        texts.append(" ".join(words))
        origins.append(origin)
    return texts, origins


def prose(words: list[str]) -> str:
    """Return words as sentences of 20 and paragraphs of five sentences."""
    sentences = [
        " ".join(words[at : at + SENTENCE]).capitalize() + "." for at in range(0, len(words), SENTENCE)
    ]
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


@dataclass(slots=True)
class Maker:
    """Makes one report after the other, the same for a seed; remembers some to copy from.

    `sites` and `copies` (share, 0 to 1) let a pile be of one site, or of nothing but copies.
    """

    random: np.random.Generator
    sites: int = SITES
    copies: float = COPIES
    made: int = 0
    _known: list[list[str]] = field(default_factory=list)
    _standing: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        random = np.random.default_rng(1)
        self._standing = [drawn(random, STANDING * SENTENCE) for _ in range(self.sites)]

    def reports(self, count: int) -> Iterator[Report]:
        """Yield further reports."""
        for _ in range(count):
            yield self._report()

    def _report(self) -> Report:
        number, self.made = self.made, self.made + 1
        words = self._copy() if self._known and self.random.random() < self.copies else self._fresh()
        site = int(self.random.integers(self.sites))
        agency = "(Ostrava Wire) " if self.random.random() < 0.3 else ""
        text = f"{agency}{prose(words)}\n\n{prose(self._standing[site])}"
        day = FIRST + timedelta(days=number // PER_DAY)
        dated = day if self.random.random() < 0.8 else None
        address = f"https://site{site}.example/{number}"
        return Report(f"report-{number:09}", f"{number}.txt", "", text, stated_date=dated, url=address)

    def _fresh(self) -> list[str]:
        words = drawn(self.random, WORDS)
        if len(self._known) < REMEMBERED:
            self._known.append(words)
        else:
            self._known[int(self.random.integers(REMEMBERED))] = words
        return words

    def _copy(self) -> list[str]:
        """Return a copy: some words changed, cut, half of it its own, or an item in something else."""
        words = self._known[int(self.random.integers(len(self._known)))]
        kind, half = int(self.random.integers(4)), len(words) // 2
        if kind == 0:
            return _changed(self.random, words)
        if kind == 1:
            return words[: half + int(self.random.integers(half))]
        if kind == 2:
            return drawn(self.random, half) + words[half:]
        return drawn(self.random, half) + words[: half // 2] + drawn(self.random, half)
