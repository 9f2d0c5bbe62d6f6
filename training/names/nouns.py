"""From WordNet: how often a noun names a person, a body of people or organisation, or a place.

A sense counts as often as it was met in the texts that WordNet's makers tagged, and 1/n besides as the nth
sense of its noun. What a sense is follows from the synsets above it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

KINDS = "pgl"
TOP = 9
_LEAST = 0.1
_PERSON = (("person", 1), ("people", 1))
_BODY = (("social_group", 1), ("organization", 1), ("force", 4), ("unit", 3), ("ethnic_group", 1))
_PLACE = (
    ("location", 1), ("structure", 1), ("facility", 1), ("geological_formation", 1), ("way", 6), ("land", 4),
    ("area", 5), ("body_of_water", 1),
)  # fmt: skip
_PLAIN = re.compile(r"[a-z][a-z-]+")


class Nouns:
    """WordNet's nouns: `folder` holds data.noun and index.sense."""

    def __init__(self, folder: Path) -> None:
        self._words: dict[str, list[str]] = {}
        self._above: dict[str, list[str]] = defaultdict(list)
        self._of_one: set[str] = set()
        self._senses: dict[tuple[str, int], str] = {}
        self._counts: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
        self._read_synsets((folder / "data.noun").read_text(encoding="utf-8"))
        self._read_senses((folder / "index.sense").read_text(encoding="utf-8"))
        self._anchors = [{self._senses[a] for a in group} for group in (_PERSON, _BODY, _PLACE)]

    def _read_synsets(self, text: str) -> None:
        for line in text.splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            offset, words = fields[0], 2 * int(fields[3], 16)
            self._words[offset] = fields[4 : 4 + words : 2]
            pointers = fields[5 + words :]
            for kind, target, part, _ in zip(*[iter(pointers)] * 4, strict=False):
                if kind in {"@", "@i"} and part == "n":
                    self._above[offset].append(target)
                    self._of_one |= {offset} if kind == "@i" else set()

    def _read_senses(self, text: str) -> None:
        for line in text.splitlines():
            key, offset, number, count = line.split()
            lemma, _, rest = key.partition("%")
            if rest.startswith("1"):
                self._senses[lemma, int(number)] = offset
                self._counts[lemma].append((int(number), offset, int(count)))

    def shares(self) -> dict[str, tuple[int, ...]]:
        """Return for each noun that names any of KINDS its shares, from 0 to TOP."""
        found = {}
        for lemma, senses in sorted(self._counts.items()):
            if not _PLAIN.fullmatch(lemma):
                continue
            weights = self._weights(lemma, senses)
            total = sum(weights.values())
            if total and 1 - weights["-"] / total >= _LEAST:
                found[lemma] = tuple(round(TOP * weights[kind] / total) for kind in KINDS)
        return found

    def _weights(self, lemma: str, senses: Iterable[tuple[int, str, int]]) -> dict[str, float]:
        weights: dict[str, float] = defaultdict(float)
        for number, offset, count in senses:
            if offset not in self._of_one and lemma in map(str.lower, self._words[offset]):
                weights[self._kind(offset)] += count + 1 / number
        return weights

    def _kind(self, offset: str) -> str:
        seen, todo = {offset}, [offset]
        for node in todo:
            new = [above for above in self._above[node] if above not in seen]
            seen.update(new)
            todo.extend(new)
        return next((k for k, group in zip(KINDS, self._anchors, strict=True) if seen & group), "-")
