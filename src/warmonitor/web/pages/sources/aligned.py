"""Two texts side by side: passages that both have, words changed inside them, what stands in one alone."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from warmonitor.web.pages.frame.page import Part

Four = tuple[int, int, int, int]  # start and end in the one text, start and end in the other
MOST_WORDS = 3_000  # of a passage that is compared word by word
RUN = 8  # words in a row that count as shared where the account says nothing of two texts
_WORD = re.compile(r"\w+(?:[.,'’:-]\w+)*")
SAME, CHANGED, FIGURE, ALONE = "same", "changed", "figure", "alone"


class Piece(Part):
    """A stretch of a text: the letter of its passage ("" outside), how it is, whether its passage begins."""

    text: str
    passage: str
    how: str
    begins: bool = False


class Difference(Part):
    """Words that the texts have in the same place of a passage; `figure`: a number is among them."""

    passage: str
    one: str
    other: str
    figure: bool


class Sides(NamedTuple):
    """Two texts in pieces, and where they differ inside passages."""

    one: list[Piece]
    other: list[Piece]
    differences: list[Difference]


class _Range(NamedTuple):
    start: int
    end: int
    passage: str
    how: str


def sides(one: str, other: str, passages: Sequence[Four], figures: Sequence[Four] = ()) -> Sides:
    """Lay two texts side by side; `figures` are changed figures that are known."""
    first: list[_Range] = []
    second: list[_Range] = []
    differences: list[Difference] = []
    for number, (start, end, begin, close) in enumerate(sorted(passages)):
        letter = _letter(number)
        for how, a, a_end, b, b_end in _aligned(one[start:end], other[begin:close]):
            mine, theirs = (start + a, start + a_end), (begin + b, begin + b_end)
            told = _how(how, one[slice(*mine)], other[slice(*theirs)], (*mine, *theirs), figures)
            first.append(_Range(*mine, letter, told))
            second.append(_Range(*theirs, letter, told))
            if told != SAME:
                words = (" ".join(text[slice(*at)].split()) for text, at in ((one, mine), (other, theirs)))
                differences.append(
                    Difference(passage=letter, one=next(words), other=next(words), figure=told == FIGURE)
                )
    return Sides(list(_pieces(one, first)), list(_pieces(other, second)), differences)


def shared_runs(one: str, other: str) -> list[Four]:
    """Return stretches of `RUN` words in a row or more that stand in both texts, each word in one at most."""
    mine, theirs = _words(one), _words(other)
    places: dict[tuple[str, ...], int] = {}
    folded, others = ([word for word, *_ in words] for words in (mine, theirs))
    for at in range(len(others) - RUN + 1):
        places.setdefault(tuple(others[at : at + RUN]), at)
    found: list[Four] = []
    at = 0
    while at <= len(folded) - RUN:
        begin = places.get(tuple(folded[at : at + RUN]))
        if begin is None:
            at += 1
            continue
        length = _length(folded, others, at, begin)
        found.append((mine[at][1], mine[at + length - 1][2], theirs[begin][1], theirs[begin + length - 1][2]))
        at += length
    return found


def _length(mine: Sequence[str], theirs: Sequence[str], at: int, begin: int) -> int:
    most = min(len(mine) - at, len(theirs) - begin)
    return next((n for n in range(RUN, most) if mine[at + n] != theirs[begin + n]), most)


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]


def _aligned(one: str, other: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield stretches of two passages that are the same words or other words, by offsets in both."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or max(len(mine), len(theirs)) > MOST_WORDS:
        yield SAME, 0, len(one), 0, len(other)
        return
    matcher = SequenceMatcher(None, [word for word, *_ in mine], [word for word, *_ in theirs])
    a_last = b_last = 0
    codes = matcher.get_opcodes()
    for at, (tag, _, a_end, _, b_end) in enumerate(codes):
        last = at == len(codes) - 1
        a_stop = len(one) if last else mine[a_end][1] if a_end < len(mine) else len(one)
        b_stop = len(other) if last else theirs[b_end][1] if b_end < len(theirs) else len(other)
        yield SAME if tag == "equal" else CHANGED, a_last, a_stop, b_last, b_stop
        a_last, b_last = a_stop, b_stop


def _how(how: str, mine: str, theirs: str, at: Four, figures: Sequence[Four]) -> str:
    if how == SAME:
        return SAME
    known = any(
        at[0] < end and start < at[1] and at[2] < close and begin < at[3]
        for start, end, begin, close in figures
    )
    digits = [re.findall(r"\d+(?:[.,]\d+)*", text) for text in (mine, theirs)]
    return FIGURE if known or digits[0] != digits[1] else CHANGED


def _pieces(text: str, ranges: Sequence[_Range]) -> Iterator[Piece]:
    """Yield a text in pieces; where passages meet, the earlier keeps its words."""
    at, last = 0, ""
    for one in sorted(ranges):
        start, end = max(at, one.start), max(at, one.end)
        if start > at:
            yield Piece(text=text[at:start], passage="", how=ALONE)
        if end > start or one.passage != last:
            yield Piece(text=text[start:end], passage=one.passage, how=one.how, begins=one.passage != last)
        at, last = end, one.passage
    if at < len(text):
        yield Piece(text=text[at:], passage="", how=ALONE)


def _letter(number: int) -> str:
    """Return A, B … Z, AA, AB …: passages are told apart by letters, so that no number stands for nothing."""
    high, low = divmod(number, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)
