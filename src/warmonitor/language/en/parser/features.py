"""What the net sees of a word: the word itself, its first and last letters and its shape."""

import re
from zlib import crc32

KINDS = ("word", "prefix", "suffix2", "suffix3", "suffix4", "shape")
UNKNOWN = 0
_LONGEST = 40
_HIDDEN = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\ufeff")
)
_PLAIN = {ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("–"): "-", ord("‑"): "-", ord("‐"): "-"}
_MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "``": '"', "''": '"', "—": "--", "…": "..."}
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(.)\1{2,}")


def plain(word: str) -> str:
    """Return the word without invisible characters and with typewriter marks; never empty."""
    if word.isascii():
        return _MARKS.get(word, word)
    bare = word.translate(_HIDDEN)
    return _MARKS.get(bare) or bare.translate(_PLAIN) or word


def shape(word: str) -> str:
    """Return the pattern of capitals (X), small letters (x), digits (d) and marks, runs cut to three."""
    pattern = "".join(
        "d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:_LONGEST]
    )
    return _RUN.sub(r"\1\1\1", pattern)


def keys(word: str) -> tuple[int, ...]:
    """Return one 32-bit key for each of KINDS: the CRC of the feature's text.

    A token of several words, a name made one, is seen by its last word.
    """
    word = word.rsplit(" ", maxsplit=1)[-1] or word
    bare = plain(word)
    low = _DIGIT.sub("0", bare[:_LONGEST].lower())
    texts = (low, low[:3], low[-2:], low[-3:], low[-4:], shape(word if bare == '"' else bare))
    return tuple(crc32(text.encode("utf-8", "surrogatepass")) for text in texts)
