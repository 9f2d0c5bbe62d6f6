"""From WordNet: which lexicographer files the senses of a lemma lie in, and to what share.

The nth sense counts 1/n, six senses at most. An adjective or adverb has the files of the nouns and verbs
that it is derived from. Single words only; nouns, adjectives and adverbs only where WordNet's makers met
them in texts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.attribution.senses import LEVELS, sense_key

_NAMES = {"v": "verb", "n": "noun", "a": "adj", "r": "adv"}
_SENSES = 6
_DERIVED = {"+", "=", "\\"}
_ALIKE = {"&"}
Synset = tuple[str, str]


class WordNet:
    """The folder of WordNet's database files, `data.verb`, `index.verb` and so on."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[Synset, int] = {}
        self._links: dict[Synset, list[tuple[str, Synset]]] = defaultdict(list)
        self._folder = folder
        for part in _NAMES:
            for line in self._lines("data", part):
                self._read(line, part)

    def _lines(self, kind: str, part: str) -> Iterator[str]:
        text = (self._folder / f"{kind}.{_NAMES[part]}").read_text(encoding="utf-8")
        return (line for line in text.splitlines() if not line.startswith("  "))

    def _read(self, line: str, part: str) -> None:
        fields = line.partition("|")[0].split()
        own = (part, fields[0])
        self._files[own] = int(fields[1])
        at = 4 + 2 * int(fields[3], 16)
        for k in range(int(fields[at])):
            sign, offset, other = fields[at + 1 + 4 * k : at + 4 + 4 * k]
            self._links[own].append((sign, ("a" if other == "s" else other, offset)))

    def shares(self) -> dict[int, list[tuple[int, int]]]:
        """Return by key of lemma and part the files and their shares in 15ths, those of none left out."""
        found = {}
        for part in _NAMES:
            for line in self._lines("index", part):
                fields = line.split()
                senses, met = int(fields[2]), int(fields[int(fields[3]) + 5])
                if fields[0].isalpha() and (met or part == "v"):
                    rows = self._shares(part, fields[-senses:][:_SENSES])
                    found.update({sense_key(fields[0], part): rows} if rows else {})
        return found

    def _shares(self, part: str, offsets: list[str]) -> list[tuple[int, int]]:
        weights: Counter[int] = Counter()
        for rank, offset in enumerate(offsets, 1):
            targets = [(part, offset)] if part in "vn" else self._derived((part, offset))
            for target in targets:
                weights[self._files[target]] += 1 / rank / len(targets)  # type: ignore[assignment]
        total = sum(weights.values())
        shares = [(file, round(LEVELS * weight / total)) for file, weight in sorted(weights.items())]
        return [(file, share) for file, share in shares if share]

    def _derived(self, own: Synset) -> list[Synset]:
        """Return the nouns and verbs that an adjective or adverb, or one alike, is derived from."""
        near = [own, *(to for sign, to in self._links[own] if sign in _ALIKE | _DERIVED and to[0] in "ar")]
        found = [to for one in near for sign, to in self._links[one] if sign in _DERIVED]
        return [to for to in found if to[0] in "vn"]


def table(folder: Path) -> dict[str, NDArray[np.generic]]:
    """Return the table that the program reads: keys, rows a key, files, shares."""
    rows = sorted(WordNet(folder).shares().items())
    return {
        "keys": np.array([key for key, _ in rows], np.uint32),
        "counts": np.array([len(row) for _, row in rows], np.uint8),
        "files": np.array([file for _, row in rows for file, _ in row], np.uint8),
        "shares": np.array([share for _, row in rows for _, share in row], np.uint8),
    }
