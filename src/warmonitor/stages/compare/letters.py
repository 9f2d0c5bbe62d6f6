"""What each character is to a word and what it is folded to, as tables for whole texts at once."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.wording import HIDDEN, fold

# Odd kinds are parts of words.
OTHER, LETTER, POINT, DIGIT, COMMA, JOINER, HARD = 0, 1, 2, 3, 4, 6, 8
UNITS = 1 << 16  # code units of UTF-16
LATIN = 0x250  # letters from here on are left to `fold`, which looks at whole words


@dataclass(frozen=True, slots=True)
class Letters:
    """For each code unit of UTF-16 its kind, and the code point that it is folded to (0 for none)."""

    kinds: NDArray[np.uint8]
    folded: NDArray[np.uint16]


def _kind(letter: str) -> int:
    if letter.isalnum() and (letter >= chr(LATIN) or len(fold(letter)) != 1):
        return HARD
    if letter.isalnum():
        return DIGIT if letter.isdecimal() else LETTER
    if letter in "'’‘" or letter in HIDDEN:
        return JOINER
    return {".": POINT, ",": COMMA}.get(letter, OTHER)


@lru_cache(maxsize=1)
def letters() -> Letters:
    """Return the tables; what `WORD` and `fold` do to a Latin letter by itself, they do to it in any word."""
    kinds = np.array([_kind(chr(unit)) for unit in range(UNITS)], np.uint8)
    kinds[0xD800:0xE000] = HARD  # halves of letters beyond the first plane
    folded = np.zeros(UNITS, np.uint16)
    for unit in np.flatnonzero(kinds & 1).tolist():
        folded[unit] = ord(fold(chr(unit)))
    return Letters(kinds, folded)
