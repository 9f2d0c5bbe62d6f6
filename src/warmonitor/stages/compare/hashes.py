"""Hashes of words and of runs of words for many texts at once, the same on every machine.

A word's hash is a polynomial of its folded letters modulo 2**64, so that one running sum over the letters of
all texts gives every word's (Rabin-Karp); a run's is a weighted sum of its words' hashes (multiply-shift).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.letters import COMMA, DIGIT, HARD, JOINER, LETTER, OTHER, POINT, letters
from warmonitor.stages.compare.wording import WORD, fold

RUN = 6  # words in a run
BATCH = 1 << 17  # code units that are hashed at once: as many as the processor's cache holds

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15
_ODD = np.array(
    [
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
        0xE7037ED1A0B428DB,
        0x8EBC6AF09C88C6E3,
    ],
    np.uint64,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The hashes of the words of several texts, one text after the other, and how many each text has."""

    hashes: Hashes
    counts: Places


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base and of its inverse modulo 2**64, `size` of them."""
    inverse = pow(_BASE, -1, 1 << 64)
    return tuple(
        np.cumprod(np.r_[np.uint64(1), np.full(size - 1, base, np.uint64)]) for base in (_BASE, inverse)
    )  # type: ignore[return-value]


def _sums(values: NDArray[np.generic], starts: Places) -> Hashes:
    """Return the hash of each word; `values` are folded letters, zero between words."""
    size = max(BATCH, 1 << len(values).bit_length())
    powers, inverses = _powers(size)
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(np.multiply(values, powers[: len(values)], dtype=np.uint64), out=sums[1:])
    at = sums[starts]
    hashes = np.append(at[1:], sums[-1:])[: len(at)] - at
    hashes *= inverses[starts]
    hashes ^= hashes >> np.uint64(32)
    mixed: Hashes = hashes * _ODD[0]
    return mixed


def _slowly(text: str) -> Hashes:
    """Return the hashes of the words of one text, each word folded by itself."""
    words = [word for match in WORD.finditer(text) if (word := fold(match.group()))]
    return of_words(words)


def of_words(words: Sequence[str]) -> Hashes:
    """Return the hashes of words that are folded already."""
    if not words:
        return np.zeros(0, np.uint64)
    joined = "".join(words).encode("utf-32-le", "surrogatepass")
    starts = np.cumsum([0, *map(len, words[:-1])])
    return _sums(np.frombuffer(joined, np.uint32), starts)


@dataclass(slots=True)
class _Line:
    """Texts in a row: the kind and the folded letter of each unit, and where each text ends."""

    kinds: NDArray[np.uint8]
    folded: NDArray[np.uint8] | NDArray[np.uint16]
    ends: Places

    def without(self, gone: Places) -> None:
        """Take out some units."""
        keep = np.ones(len(self.kinds), bool)
        keep[gone] = False
        self.kinds, self.folded = self.kinds[keep], self.folded[keep]
        self.ends = self.ends - np.searchsorted(gone, self.ends)


def _read(texts: Sequence[str]) -> tuple[_Line, list[int]]:
    """Return texts in a row, and the places of those with letters that are folded by whole words."""
    if all(text.isascii() for text in texts):
        return _read_ascii(texts), []
    coded = [b"\n\0", *(text.encode("utf-16-le", "surrogatepass") + b"\n\0" for text in texts)]
    units = np.frombuffer(b"".join(coded), np.uint16)
    ends = np.cumsum([len(one) // 2 for one in coded])
    tables = letters()
    kinds, folded = tables.kinds[units], tables.folded[units]
    hard = np.unique(np.searchsorted(ends, np.flatnonzero(kinds == HARD), "right")).tolist()
    for place in hard:
        kinds[ends[place - 1] : ends[place]] = OTHER
        folded[ends[place - 1] : ends[place]] = 0
    return _Line(kinds, folded, ends[1:]), [place - 1 for place in hard]


def _read_ascii(texts: Sequence[str]) -> _Line:
    joined = "\n".join(["", *texts, ""]).encode()
    tables = letters()
    kinds, folded = (
        joined.translate(table[:256].astype(np.uint8).tobytes()) for table in (tables.kinds, tables.folded)
    )
    ends = np.cumsum([len(text) + 1 for text in texts]) + 1
    return _Line(np.frombuffer(kinds, np.uint8), np.frombuffer(bytearray(folded), np.uint8), ends)


def _numbers(line: _Line, gaps: Places) -> tuple[Places, Places, Places]:
    """Return where words start after or in a number, where they do not, and the commas inside numbers.

    A number that begins no word with letters ends where its digits end, and takes a point or a comma between
    digits in; `gaps` are units before which an apostrophe or a hidden character was.
    """
    kinds = line.kinds
    digits = np.flatnonzero(kinds == DIGIT)
    if not len(digits):
        return digits, digits, digits
    first = np.r_[True, np.diff(digits) > 1][: len(digits)]
    starts = digits[first]
    ends = digits[np.r_[first[1:], True][: len(digits)]] + 1
    plain = kinds[starts - 1] != LETTER
    starts, ends = starts[plain], ends[plain]
    inner = gaps[(kinds[gaps] == DIGIT) & (kinds[gaps - 1] == DIGIT)]
    at = np.searchsorted(starts, inner, "right") - 1
    inner = inner[(at >= 0) & (inner < ends[at])] if len(starts) else inner[:0]
    more = np.r_[ends[kinds[ends] == LETTER], inner]
    marks = ends[
        ((kinds[ends] == POINT) | (kinds[ends] == COMMA))
        & (kinds[np.minimum(ends + 1, len(kinds) - 1)] == DIGIT)
    ]
    marks = marks[~np.isin(marks, gaps) & ~np.isin(marks + 1, gaps)]
    line.folded[marks[kinds[marks] == POINT]] = ord(".")
    return more, marks + 1, marks[kinds[marks] == COMMA]


def _quickly(texts: Sequence[str]) -> Words:
    line, hard = _read(texts)
    joiners = np.flatnonzero(line.kinds == JOINER)
    gaps = np.unique(joiners - np.arange(len(joiners)))
    if len(joiners):
        line.without(joiners)
    more, fewer, commas = _numbers(line, gaps)
    inside = line.kinds & 1
    starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
    if len(more) or len(fewer):
        starts = np.setdiff1d(np.union1d(starts, more), fewer, assume_unique=True)
    if len(commas):
        line.without(commas)
        starts = starts - np.searchsorted(commas, starts)
    counts = np.diff(np.searchsorted(starts, line.ends), prepend=0)
    return _with(Words(_sums(line.folded, starts), counts), texts, hard)


def _with(words: Words, texts: Sequence[str], hard: Sequence[int]) -> Words:
    """Return the hashes with those of texts that were left out put in."""
    if not hard:
        return words
    parts = np.split(words.hashes, np.cumsum(words.counts)[:-1])
    for place in hard:
        parts[place] = _slowly(texts[place])
    return Words(np.concatenate(parts), np.array([len(part) for part in parts], np.int64))


def word_hashes(texts: Sequence[str]) -> Words:
    """Return the hash of every word of the texts, as `WORD` cuts and `fold` folds them."""
    done = [Words(np.zeros(0, np.uint64), np.zeros(0, np.int64))]
    done += [_quickly(texts[start:end]) for start, end in cuts(texts)]
    return Words(np.concatenate([w.hashes for w in done]), np.concatenate([w.counts for w in done]))


def cuts(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return from where to where texts are hashed at once."""
    if not texts:
        return []
    sizes = np.cumsum([len(text) + 1 for text in texts]) // BATCH
    return list(pairwise([0, *(np.flatnonzero(np.diff(sizes)) + 1).tolist(), len(texts)]))


def run_hashes(words: Hashes, run: int = RUN) -> Hashes:
    """Return the hash of the run of `run` words (six at most) that starts at each word, by multiply-shift."""
    runs = max(0, len(words) - run + 1)
    mixed = np.zeros(runs, np.uint64)
    for step in range(run):
        mixed += words[step : step + runs] * _ODD[step]
    mixed ^= mixed >> np.uint64(29)
    hashed: Hashes = mixed * _ODD[1]
    return hashed
