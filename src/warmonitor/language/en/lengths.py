"""Sentences cut where they run on, so that the time to read one stays bounded."""

from collections.abc import Sequence

from warmonitor.language.en.tokens import Token, tokens
from warmonitor.model import Span

LONGEST = 300  # tokens of a sentence; the longest that people write are lists of two hundred
_NEVER_LONGER = (
    800  # letters of a sentence that is not looked at: it has few enough tokens to be read as it is
)
_STOPS = frozenset(".!?;:,)")


def within_bounds(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences with those of more than `LONGEST` tokens in pieces, all in the order of the text.

    A piece ends after the last mark in the second half of its room, else where its room ends.
    """
    found: list[Span] = []
    for span in spans:
        if span.end - span.start <= _NEVER_LONGER:
            found.append(span)
        else:
            found += _pieces(tokens(span.of(text), span.start), span)
    return found


def _pieces(row: Sequence[Token], span: Span) -> list[Span]:
    found: list[Span] = []
    first = 0
    while len(row) - first > LONGEST:
        room = range(first + LONGEST - 1, first + LONGEST // 2, -1)
        last = next((i for i in room if row[i].text in _STOPS), first + LONGEST - 1)
        found.append(Span(row[first].start, row[last].end))
        first = last + 1
    start = row[first].start if found else span.start
    return [*found, Span(start, span.end)]
