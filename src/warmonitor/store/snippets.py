"""A few words of a record around what was looked for, with offsets in place of markup."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warmonitor.store.fields import texts
from warmonitor.store.terms import Term
from warmonitor.store.words import Word, words

_BEFORE, _LONG = 80, 240  # characters before the first word found, and in all


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a record: `text` is those of `field` from `start` on; marks are start and end in `text`."""

    field: str
    text: str
    start: int = 0
    marks: tuple[tuple[int, int], ...] = ()


def snippet(kind: str, content: Mapping[str, Any], wanted: Sequence[Term]) -> Snippet:
    """Return the first words of a record that were looked for, with what stands around them."""
    some = [term for term in wanted if not term.without]
    first: Snippet | None = None
    for field, text in texts(kind, content):
        found = list(words(text))
        if marks := list(_marks(found, some)):
            return _around(field, text, found, marks)
        first = first or Snippet(field, text[:_LONG])
    return first or Snippet("", "")


def _marks(text: Sequence[Word], wanted: Sequence[Term]) -> Iterator[tuple[int, int]]:
    heads = {term.words[0] for term in wanted if len(term.words) > 1 or not term.prefix}
    begun = tuple(term.words[0] for term in wanted if len(term.words) == 1 and term.prefix)
    for at, word in enumerate(text):
        if word.folded in heads or (begun and word.folded.startswith(begun)):
            ends = [text[at + len(term.words) - 1].end for term in wanted if term.met(text, at)]
            if ends:
                yield word.start, max(ends)


def _around(field: str, text: str, found: Sequence[Word], marks: Sequence[tuple[int, int]]) -> Snippet:
    """Return the words around the first mark, none of them cut."""
    at = marks[0][0]
    start = next((one.start for one in found if one.start >= at - _BEFORE), 0) if at > _BEFORE else 0
    end = max((one.end for one in found if one.end <= start + _LONG), default=0)
    end = max(end, marks[0][1]) if end < len(text) - _BEFORE or len(text) > start + _LONG else len(text)
    kept: list[tuple[int, int]] = []
    for low, high in marks:
        if high <= end and (not kept or low - start >= kept[-1][1]):
            kept.append((low - start, high - start))
    return Snippet(field, text[start:end], start, tuple(kept))
