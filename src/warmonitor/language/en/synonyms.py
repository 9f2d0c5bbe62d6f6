"""Which English words mean the same: the senses of WordNet that words, and verbs with a particle, share.

A table made by training/synonyms.py from WordNet 3.0: only the first senses of a word count.
"""

from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

PARTICLES = frozenset({"up", "out", "on", "off", "down", "away", "back", "in", "over", "through"})
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"),
            ("ing", ""), ("ing", "e"))  # fmt: skip
_LEAST = 3
NONE: frozenset[int] = frozenset()


def word_key(word: str) -> int:
    """Return the key of a word, or of a verb and its particle with a blank between."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def base_forms(word: str) -> list[str]:
    """Return a word and what it may be a regular form of: "stopped" gives "stop"."""
    found = [word]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST - len(instead):
            found.append(stem + instead)
            if not instead and len(stem) > _LEAST and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


class Synonyms:
    """The table: sorted keys (uint32), how many senses each has, the senses, and pairs of opposites."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        ends = np.cumsum(arrays["counts"].astype(np.int64)).tolist()
        senses = arrays["senses"].tolist()
        starts = [0, *ends]
        self._senses = {
            key: frozenset(senses[start:end])
            for key, start, end in zip(arrays["keys"].tolist(), starts, ends, strict=False)
        }
        flat = arrays["opposites"].tolist()
        self._opposites: dict[int, set[int]] = {}
        for one, other in zip(flat[::2], flat[1::2], strict=True):
            self._opposites.setdefault(one, set()).add(other)

    def senses(self, word: str, particle: str = "") -> frozenset[int]:
        """Return the senses of a word in any of its forms, together with a particle where one is given."""
        tail = f" {particle}" if particle else ""
        keys = [word_key(form + tail) for form in base_forms(word)]
        return frozenset().union(*(self._senses.get(key, NONE) for key in keys))

    def opposites(self, senses: frozenset[int]) -> frozenset[int]:
        """Return the senses of verbs that are the opposite of these: to continue, of to stop."""
        return frozenset(other for one in senses for other in self._opposites.get(one, ()))


@lru_cache
def load_synonyms() -> Synonyms:
    """Return the table that comes with the program."""
    path = files("warmonitor.language.en").joinpath("data", "synonyms.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Synonyms(dict(arrays))
