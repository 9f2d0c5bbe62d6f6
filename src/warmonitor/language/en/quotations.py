"""Direct speech and other words between quotation marks."""

import re
from dataclasses import dataclass

from warmonitor.model import Span

_PAIRS = {"“": "”", "«": "»", "„": "”", '"': '"'}
_MARK = re.compile("[“«„\"‘']")
_SCARE = 4  # fewer words than this inside marks are a term, not speech


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `span` without the marks, `outer` with them.

    `closed` is false where the marks never close and the paragraph's end was taken instead.
    """

    span: Span
    outer: Span
    closed: bool = True

    def is_speech(self, text: str) -> bool:
        """Say whether it is long enough to be somebody's sentence rather than a term in marks."""
        return len(self.span.of(text).split()) >= _SCARE


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of the text in order; single marks count where they open after a blank.

    A quotation that is not closed ends with its paragraph (a blank line); none nests in another.
    """
    found: list[Quotation] = []
    at, never = 0, 0  # up to `never`, no single mark closes
    while mark := _MARK.search(text, at):
        at = mark.start()
        closing = _opens(text, at)
        if closing is None or (closing == "’" and at < never):
            at += 1
            continue
        stop = text.find("\n\n", at)
        stop = len(text) if stop < 0 else stop
        end = _closes(text, at + 1, stop, closing)
        if end is not None:
            found.append(Quotation(Span(at + 1, end), Span(at, end + 1)))
            at = end + 1
        elif closing == "’":
            at, never = at + 1, stop
        else:
            found.append(Quotation(Span(at + 1, stop), Span(at, stop), closed=False))
            at = stop
    return found


def _opens(text: str, at: int) -> str | None:
    mark = text[at]
    if mark in _PAIRS:
        return _PAIRS[mark]
    free = at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-"
    if mark in "‘'" and free and at + 1 < len(text) and not text[at + 1].isspace():
        return "’" if mark == "‘" else "'"
    return None


def _reopens(text: str, start: int, at: int) -> bool:
    """Say whether a straight mark opens the next paragraph of a speech whose line break was lost.

    It stands after the end of a sentence and a blank, right before a word.
    """
    end = text[start:at].rstrip()
    return len(end) < at - start and end[-1:] in ".?!" and text[at + 1 : at + 2].isalnum()


def _closes(text: str, start: int, stop: int, closing: str) -> int | None:
    at = start
    while (at := text.find(closing, at, stop)) >= 0:
        if closing == '"' and _reopens(text, start, at):
            at += 1
            continue
        if closing not in "’'":
            return at
        after = text[at + 1 : at + 2]
        before = text[at - 1]
        if not after.isalnum() and (before in ".,?!;" or (not before.isspace() and before != "s")):
            return at
        at += 1
    return None
