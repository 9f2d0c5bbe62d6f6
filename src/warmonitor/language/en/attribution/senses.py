"""What kind of thing a word names: the shares of WordNet's lexicographer files among its senses.

A table made by training/attribution: by part of speech and lemma, so that "decry", which no text for
learning has, is known to be a verb of communication.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FILES = 45
LEVELS = 15
_SPEAKING = 0.25  # share of its senses by which a noun may be a speaker
_MUTE = 0.12  # and below which it is none
_ANYTHING = 3  # the topmost nouns, such as group and person
_SPEAKERS = (10, 14, 18)  # nouns of communication, of groups, of persons
_PARTS = {"VERB": "v", "NOUN": "n", "ADJ": "a", "ADV": "r"}


def sense_key(lemma: str, part: str) -> int:
    """Return the key of a lemma as one of WordNet's parts of speech: v, n, a, r."""
    return crc32(f"{part} {lemma}".encode("utf-8", "surrogatepass"))


class Senses:
    """The table: sorted keys (uint32), where each one's row starts, and its files and shares in 15ths."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        keys, counts = arrays["keys"].tolist(), arrays["counts"].astype(np.int64)
        ends = np.cumsum(counts)
        self._rows = {
            key: (start, end)
            for key, start, end in zip(keys, (ends - counts).tolist(), ends.tolist(), strict=True)
        }
        self._files = arrays["files"].astype(np.int64)
        self._shares = arrays["shares"].astype(np.float32) / LEVELS
        self._of = lru_cache(maxsize=20_000)(self._shares_of)

    def of(self, lemmas: Sequence[str], upos: Sequence[str]) -> NDArray[np.float32]:
        """Return the shares (words, 45) of each word's senses; zeros for words that are not known."""
        found = [self._of(lemma.lower(), tag) for lemma, tag in zip(lemmas, upos, strict=True)]
        return np.stack(found) if found else np.zeros((0, FILES), np.float32)

    def speaks(self, lemma: str, upos: str) -> bool:
        """Say whether a noun may stand for somebody, or some text, that says something; names always may."""
        least = 0.0 if upos != "NOUN" else _SPEAKING
        return float(self._of(lemma.lower(), upos)[list(_SPEAKERS)].sum()) >= least

    def never_speaks(self, lemma: str, upos: str) -> bool:
        """Say whether a noun is known and hardly any of its senses is somebody, a body or a text."""
        shares = self._of(lemma.lower(), upos)
        named = upos == "NOUN" and bool(shares.any())
        return named and float(shares[[_ANYTHING, *_SPEAKERS]].sum()) < _MUTE

    def _shares_of(self, lemma: str, tag: str) -> NDArray[np.float32]:
        shares = np.zeros(FILES, np.float32)
        part = _PARTS.get(tag)
        start, end = self._rows.get(sense_key(lemma, part), (0, 0)) if part else (0, 0)
        shares[self._files[start:end]] = self._shares[start:end]
        return shares
