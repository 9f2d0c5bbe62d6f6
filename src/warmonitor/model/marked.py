"""A report's text cut into paragraphs and marked stretches, without losing or adding a character."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from warmonitor.model.span import Span

_GAP = re.compile(r"\s*\n\s*\n\s*")
# HTML parsers drop or change these, which would shift every offset that a page's script counts.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report that is marked; `first` is false for a later stretch of the same evidence."""

    token: str
    kind: str
    span: Span
    first: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two cuts: the marks over it, narrowest first, and those that begin here."""

    text: str
    tokens: str = ""
    kind: str = ""
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of one paragraph and the blank that parts it from the next."""

    pieces: tuple[Piece, ...]
    gap: str


def visible(text: str) -> str:
    """Return text of the same length with the characters that HTML cannot hold replaced."""
    return _UNSAFE.sub("\ufffd", text)


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """Yield the paragraphs; their pieces and gaps, joined, are the text. Tokens hold no blank."""
    kept = [mark for mark in marks if mark.span.start < mark.span.end <= len(text)]
    waiting = sorted(kept, key=lambda mark: -mark.span.start)
    over: list[Mark] = []
    begun: set[str] = set()
    start = 0
    for gap in (*_GAP.finditer(text), None):
        end, after = gap.span() if gap else (len(text), len(text))
        while waiting and waiting[-1].span.start < end:
            over.append(waiting.pop())
        over = [mark for mark in over if mark.span.end > start]
        yield Paragraph(tuple(_pieces(text, Span(start, end), over, begun)), visible(text[end:after]))
        start = after


def _pieces(text: str, paragraph: Span, over: Sequence[Mark], begun: set[str]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph; `begun` are the marks that began before, even in another paragraph."""
    ends = {end for mark in over for end in (mark.span.start, mark.span.end)}
    cuts = [paragraph.start, *sorted(e for e in ends if paragraph.start < e < paragraph.end), paragraph.end]
    for start, end in pairwise(cuts):
        here = Span(start, end)
        under = sorted(
            (mark for mark in over if mark.span.covers(here)),
            key=lambda m: (m.span.end - m.span.start, m.span.start, m.token),
        )
        fresh = (mark.token for mark in under if mark.first and start < end)
        begins = tuple(token for token in dict.fromkeys(fresh) if token not in begun)
        begun.update(begins)
        tokens = " ".join(dict.fromkeys(mark.token for mark in under))
        yield Piece(visible(here.of(text)), tokens, under[0].kind if under else "", begins)
