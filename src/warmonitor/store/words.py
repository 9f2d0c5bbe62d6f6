"""Words as they are searched: folded by rules of our own, so that every database finds the same.

Case, accents, vowel signs and tatweel do not count, nor which form of an Arabic letter is written (alef with
or without hamza; final ya and ta marbuta as ya and ha). A word in the index has lower-case ASCII letters and
digits alone: `z` is written `zz`, and every other letter as `z` with its number.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_WORD = 60  # characters of a word that count, as it stands in the index
MOST = 500_000  # characters of one record that are searched, as they stand in the index
_ASCII = re.compile("[a-z0-9]+")
_ARABIC = str.maketrans({"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None})


class Word(NamedTuple):
    """A word as it stands in the index, and where it stands in the text."""

    folded: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order, with offsets in code points."""
    for found in _words().finditer(text):
        if folded := fold_word(found[0]):
            yield Word(folded, found.start(), found.end())


def folded(text: str) -> Iterator[str]:
    """Yield the words of a text as they stand in the index, in order."""
    if text.isascii():
        for found in _ASCII.findall(text.lower().replace("z", "zz")):
            yield found[:LONGEST_WORD]
    else:
        yield from (found for word in _words().findall(text) if (found := fold_word(word)))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word as it stands in the index."""
    if word.isascii():
        plain = word.lower()
    else:
        bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
        plain = "".join(one for one in bare.translate(_ARABIC) if one.isalnum())
    return "".join(map(_letter, plain))[:LONGEST_WORD]


def _letter(one: str) -> str:
    if one.isascii():
        return "zz" if one == "z" else one
    return f"z{ord(one):05x}"


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """Return what a word is: letters and digits of any script, with the marks upon them."""
    marks = "".join(one for one in map(chr, range(0x300, 0x20000)) if unicodedata.category(one)[0] == "M")
    return re.compile(rf"[^\W_](?:[^\W_]|[{marks}])*")
