"""A report's text as it is shown: paragraphs of pieces, each with the claims and copied passages over it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.model import Span
from warmonitor.model.marked import Mark
from warmonitor.model.marked import Paragraph as Cut
from warmonitor.model.marked import paragraphs as cut
from warmonitor.store.reader import Record
from warmonitor.web.pages.frame.page import Part

PART, _FURTHER = 100_000, 5_000  # characters of a text shown at once; how far the next blank line may be
PASSAGE = "passage-"  # a token that is no id of a record: the number of a passage follows


class Piece(Part):
    """Text between two cuts: the records marked over it, narrowest first, and those whose words begin here.

    `passages` are numbers of copied passages over it, `opens` those that begin here.
    """

    text: str
    marks: list[str]
    begins: list[str]
    passages: list[int]
    opens: list[int]


class Paragraph(Part):
    """Pieces of one paragraph and the blank that parts it from the next: joined, they are the text."""

    pieces: list[Piece]
    gap: str


def claim_marks(claims: Iterable[Record]) -> Iterator[Mark]:
    """Yield where claims stand: their words, and the same said again further on."""
    for claim in claims:
        yield Mark(claim["id"], claim["kind"], _span(claim["quote"]))
        for again in claim.get("restated", ()):
            yield Mark(claim["id"], claim["kind"], _span(again), first=False)


def quote_marks(statements: Iterable[Record], report: str) -> Iterator[Mark]:
    """Yield where words of speeches stand in a report that other reports give too."""
    for statement in statements:
        here = [quote for quote in statement["quotes"] if quote["report"] == report]
        for number, quote in enumerate(here):
            yield Mark(statement["id"], "statement", _span(quote), first=number == 0)


def passage_marks(spans: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield where passages stand, by their number in order."""
    for number, (start, end) in enumerate(spans):
        yield Mark(f"{PASSAGE}{number}", "", Span(start, end))


def parts(text: str) -> list[Span]:
    """Return the parts in which a long text is shown, in order; joined, they are the text."""
    edges = [0]
    while edges[-1] + PART < len(text):
        at = edges[-1] + PART
        blank = text.find("\n\n", at, at + _FURTHER)
        edges.append(blank + 2 if blank >= 0 else at)
    return [Span(start, end) for start, end in pairwise([*edges, len(text)])]


def paragraphs(text: str, marks: Iterable[Mark], part: Span | None = None) -> list[Paragraph]:
    """Return the paragraphs of a text, or of a part of it, with what is marked in them."""
    part = part or Span(0, len(text))
    here = (_within(mark, part) for mark in marks if mark.span.meets(part) and mark.span.end <= len(text))
    return [_paragraph(one) for one in cut(part.of(text), here)]


def _within(mark: Mark, part: Span) -> Mark:
    """Return a mark as it stands in a part; what begins before the part does not begin in it."""
    start, end = max(mark.span.start, part.start), min(mark.span.end, part.end)
    shifted = Span(start - part.start, end - part.start)
    return replace(mark, span=shifted, first=mark.first and start == mark.span.start)


def _paragraph(made: Cut) -> Paragraph:
    pieces = []
    for piece in made.pieces:
        marks, passages = _parted(piece.tokens.split())
        begins, opens = _parted(piece.begins)
        pieces.append(Piece(text=piece.text, marks=marks, begins=begins, passages=passages, opens=opens))
    return Paragraph(pieces=pieces, gap=made.gap)


def _parted(tokens: Iterable[str]) -> tuple[list[str], list[int]]:
    """Return the ids of records among tokens, and the numbers of passages."""
    told = list(tokens)
    numbers = [int(one.removeprefix(PASSAGE)) for one in told if one.startswith(PASSAGE)]
    return [one for one in told if not one.startswith(PASSAGE)], numbers


def _span(quote: Record) -> Span:
    return Span(quote["start"], quote["end"])
