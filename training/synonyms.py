"""From WordNet: which English words mean the same, and which verbs mean the opposite of each other.

    python -m training.synonyms WORDNET src/warmonitor/language/en/data/synonyms.npz

`WORDNET` is the folder of WordNet 3.0's database files (Debian's package `wordnet-base`). Of a single word,
only its first senses count: six of a verb, two of any other. A sense has besides its own words those derived
from it ("death", "die"). Verbs of two words are kept with a particle ("give up"). Irregular forms are added.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from warmonitor.language.en.synonyms import PARTICLES, word_key

_NAMES = {"v": "verb", "n": "noun", "a": "adj", "r": "adv"}
_SENSES = {"v": 6, "n": 2, "a": 2, "r": 2}
Synset = tuple[str, str]


def _lines(folder: Path, name: str) -> Iterator[str]:
    text = (folder / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("  "))


class Synsets:
    """The senses of each word, what is derived from each, and the opposites of verbs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.derived: dict[tuple[Synset, str], list[Synset]] = defaultdict(list)
        self.opposite: dict[Synset, set[Synset]] = defaultdict(set)
        for part, name in _NAMES.items():
            for line in _lines(folder, f"data.{name}"):
                self._read(line, part)

    def _read(self, line: str, part: str) -> None:
        fields = line.partition("|")[0].split()
        own, size = (part, fields[0]), int(fields[3], 16)
        lemmas = [word.lower() for word in fields[4 : 4 + 2 * size : 2]]
        at = 4 + 2 * size
        for k in range(int(fields[at])):
            sign, offset, other, ends = fields[at + 1 + 4 * k : at + 5 + 4 * k]
            target = ("a" if other == "s" else other, offset)
            if sign == "+" and {part, other} <= {"n", "v"}:
                self.derived[own, lemmas[int(ends[:2], 16) - 1]].append(target)
            if sign == "!" and part == "v":
                self.opposite[own].add(target)

    def words(self) -> dict[str, set[Synset]]:
        """Return by word the synsets that it stands for."""
        found: dict[str, set[Synset]] = defaultdict(set)
        for part, name in _NAMES.items():
            for line in _lines(self.folder, f"index.{name}"):
                lemma, senses = self._senses(line.split(), part)
                for sense in senses:
                    found[lemma] |= {sense, *self.derived[sense, lemma.replace(" ", "_")]}
        for name in _NAMES.values():
            for line in _lines(self.folder, f"{name}.exc"):
                form, *lemmas = line.split()
                found[form] |= {one for lemma in lemmas for one in found.get(lemma, ())}
        return found

    def _senses(self, fields: list[str], part: str) -> tuple[str, list[Synset]]:
        lemma, count, met = fields[0], int(fields[2]), int(fields[int(fields[3]) + 5])
        first, _, particle = lemma.partition("_")
        phrase = part == "v" and first.isalpha() and particle in PARTICLES
        if not (phrase or (lemma.isalpha() and met)):
            return lemma, []
        offsets = fields[-count:][: None if phrase else _SENSES[part]]
        return lemma.replace("_", " "), [(part, offset) for offset in offsets]


def table(folder: Path) -> dict[str, np.ndarray[tuple[int], np.dtype[np.generic]]]:
    """Return the table that the program reads: keys, senses a key, senses, pairs of opposite senses."""
    synsets = Synsets(folder)
    words = synsets.words()
    met: dict[Synset, int] = defaultdict(int)
    for senses in words.values():
        for one in senses:
            met[one] += 1
    kept = {one for one, count in met.items() if count > 1 or synsets.opposite.get(one)}
    numbers = {one: number for number, one in enumerate(sorted(kept))}
    rows = {word_key(word): sorted(numbers[one] for one in senses & kept) for word, senses in words.items()}
    rows = {key: row for key, row in sorted(rows.items()) if row}
    pairs = sorted({(numbers[a], numbers[b]) for a in kept for b in synsets.opposite.get(a, ()) if b in kept})
    return {
        "keys": np.array(list(rows), np.uint32),
        "counts": np.array([len(row) for row in rows.values()], np.uint8),
        "senses": np.array([one for row in rows.values() for one in row], np.uint16),
        "opposites": np.array([one for pair in pairs for one in pair], np.uint16),
    }


if __name__ == "__main__":
    np.savez_compressed(sys.argv[2], **table(Path(sys.argv[1])))  # type: ignore[arg-type]
