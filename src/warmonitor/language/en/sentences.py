"""Cut English text into sentences: rules on marks, abbreviations, initials, quotations and line breaks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import Span

_HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|[\u2028\u2029\x0b\x0c]+")
_LINE = re.compile(r"\n\s*")
_BULLET = re.compile(r"\s*(?:[-–—*•·▪◦●>]|\(?\d{1,2}[.)])\s")
_END = re.compile(rf"(?<![.!?…؟。])[.!?…؟。]++[\"'”’»)\]]*+(?P<gap>[\s{_HIDDEN}]++)(?=\S)")
_RUN_ON = re.compile(r"(?<=[^\W\d_A-Z]{3})[.!?](?P<gap>)(?=[A-Z][a-z]+[\s,])")
_FIRST_WORD = re.compile(rf"[\"'“‘«(\[„{_HIDDEN}]*((?:[^\W\d_]\.)+|\w+)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘«/—]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LOOK_BACK = 40
_WRAPPED = range(50, 101)


def sentences(text: str) -> list[Span]:
    """Return the sentences in order, without the white space around them.

    A blank line always ends one. A single line break does too, unless the whole text is wrapped at a
    fixed width. Text without marks stays one sentence a paragraph.
    """
    found: list[Span] = []
    for start, end in _paragraphs(text):
        cut = start
        for close, after in _ends(text, start, end):
            if not _goes_on(text, cut, close, after):
                _add(found, text, cut, close)
                cut = after
        _add(found, text, cut, end)
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    wrapped = _is_wrapped(text)
    start = 0
    for blank in _PARAGRAPH.finditer(text):
        yield from _lines(text, start, blank.start(), wrapped)
        start = blank.end()
    yield from _lines(text, start, len(text), wrapped)


def _lines(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text, start, end):
        if not wrapped or _BULLET.match(text, line.end(), end):
            yield start, line.start()
            start = line.end()
    yield start, end


def _is_wrapped(text: str) -> bool:
    """Say whether lines end for want of room: all short, most of them full and without a mark."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [a for a, b in pairwise(lines) if a and b.strip()]
    if len(inner) < 3 or max(map(len, lines)) >= _WRAPPED.stop:
        return False
    full = sum(len(line) in _WRAPPED and line[-1] not in ".!?:" for line in inner)
    return full * 2 > len(inner)


def _ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where sentences may end: after the mark and its closing quotes, and where the next begins."""
    spaced = [(m.start("gap"), m.end()) for m in _END.finditer(text, start, end)]
    tight = [(m.end(), m.end()) for m in _RUN_ON.finditer(text, start, end)]
    return sorted(spaced + tight)


def _goes_on(text: str, cut: int, close: int, after: int) -> bool:
    """Say whether the sentence that began at `cut` goes on after the mark that ends at `close`."""
    first = _FIRST_WORD.match(text, after, after + _LOOK_BACK)
    following = first.group(1) if first else ""
    if following[:1].islower() and not text.startswith(("al-", "el-", "ad-", "an-", "ar-", "as-"), after):
        return True
    if text[close - 1] != "." or text[close - 2 : close - 1] in {".", "!", "?"}:
        return False
    last = _LAST_WORD.search(text, max(cut, close - 1 - _LOOK_BACK), close - 1)
    word = last.group().lower() if last else ""
    if word == "no" or (word.isdigit() and len(word) < 3 and not text[cut : close - 1 - len(word)].strip()):
        return following[:1].isdigit() or word != "no"
    return _is_short(word, following.lower())


def _is_short(word: str, following: str) -> bool:
    """Say whether `word` is an abbreviation that `following` carries on."""
    if word in _words("titles"):
        return True
    if word in {"a.m", "p.m"}:
        return following in _words("zones")
    if word in _words("abbreviations"):
        return following not in _words("starters")
    return bool(_INITIALS.fullmatch(word)) and following not in _words("starters")


@lru_cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_lexicon("sentences")[kind].split())


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + piece.index(bare)
        found.append(Span(first, first + len(bare)))
