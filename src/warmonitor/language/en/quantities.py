"""Counts with the bounds that their words give: "at least 12", "dozens", "between 30 and 40"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.numerals import Numeral, find_numerals
from warmonitor.model import Quantity, Span


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """A count at its place in the text, the words that bound it included."""

    span: Span
    quantity: Quantity


def find_quantities(text: str) -> list[QuantityWords]:
    """Return every count of the text in order, each with low, best and high as far as the words give them.

    Money, percentages, ages, lengths, clock times and ordinals are no counts and are left out.
    """
    found = [_bounded(text, n) for n in _ranges(text, _counting(text))]
    vague = [v for v in _vague(text) if not any(v.span.meets(f.span) for f in found)]
    return sorted([*found, *vague], key=lambda q: q.span)


@dataclass(frozen=True, slots=True)
class _Range:
    span: Span
    low: int
    high: int


def _counting(text: str) -> list[Numeral]:
    before, after = _no_counts()
    return [
        n
        for n in find_numerals(text)
        if not before.search(text, max(0, n.span.start - 20), n.span.start)
        and not after.match(text, n.span.end)
    ]


@lru_cache(maxsize=1)
def _no_counts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and after a number that is no count."""
    words = load_lexicon("quantity")
    before = re.compile(rf"(?:{'|'.join(words['not_after'])})\s*$", re.IGNORECASE)
    return before, re.compile(rf"(?:{'|'.join(words['not_before'])})", re.IGNORECASE)


def _ranges(text: str, numerals: list[Numeral]) -> list[_Range]:
    """Join "30 to 40", "between 30 and 40", "30-40" into one range each."""
    found: list[_Range] = []
    i = 0
    while i < len(numerals):
        first = numerals[i]
        second = numerals[i + 1] if i + 1 < len(numerals) else None
        if second and _is_range(text, first, second):
            found.append(_Range(first.span.join(second.span), _scaled(first, second), second.value))
            i += 2
        else:
            found.append(_Range(first.span, first.value, first.value))
            i += 1
    return found


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    between = text[first.span.end : second.span.start].strip().lower()
    if between == "and":
        return bool(re.search(r"\bbetween\s*$", text[: first.span.start], re.IGNORECASE))
    return between in {"to", "-", "–", "—", "or"} and _scaled(first, second) < second.value


def _scaled(first: Numeral, second: Numeral) -> int:
    """Return the lower end, scaled as the upper is: "two to three million"."""
    for scale in (10**6, 1_000):
        if second.value >= 2 * scale and second.value % scale == 0 and first.value < 1_000 <= scale:
            return first.value * scale
    return first.value


def _bounded(text: str, number: _Range) -> QuantityWords:
    quantity = Quantity(number.low, number.low if number.low == number.high else None, number.high)
    span = number.span
    for bound, pattern in _bounds("before"):
        if match := pattern.search(text[max(0, span.start - 40) : span.start]):
            quantity = _apply(bound, quantity)
            span = Span(span.start - len(match[0]), span.end)
    for bound, pattern in _bounds("after"):
        if match := pattern.match(text, span.end):
            quantity = _apply(bound, quantity)
            span = Span(span.start, span.end + len(match[0]))
    return QuantityWords(span, replace(quantity, said=span.of(text)))


@lru_cache(maxsize=2)
def _bounds(side: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the words that bound a count before or after it, each with its kind of bound."""
    frame = r"(?:\b(?:{})\s*)$" if side == "before" else r"\s*,?\s*(?:{})\b"
    rows = load_lexicon("quantity")[side].items()
    return [(bound, re.compile(frame.format("|".join(forms)), re.IGNORECASE)) for bound, forms in rows]


def _apply(bound: str, quantity: Quantity) -> Quantity:
    if bound == "at_least":
        return replace(quantity, best=None, high=None)
    if bound == "at_most":
        return replace(quantity, low=None, best=None)
    if bound == "nearly":
        return replace(quantity, low=None, best=quantity.high, approximate=True)
    if bound == "less_than":
        return replace(quantity, low=None, best=None)
    return replace(quantity, approximate=True)


def _vague(text: str) -> list[QuantityWords]:
    found: list[QuantityWords] = []
    every, rows = _vague_words()
    for pattern, low, high in rows if every.search(text) else ():
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if not any(span.meets(f.span) for f in found):
                found.append(QuantityWords(span, Quantity(low, None, high, approximate=True, said=match[0])))
    return [_widened(text, q) for q in found]


@lru_cache(maxsize=1)
def _vague_words() -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], int, int]]]:
    """Return one pattern that meets every vague count, and the pattern of each with its bounds."""
    table = load_lexicon("quantity")["vague"]
    rows = [(_word(words), low, high) for words, (low, high) in table.items()]
    return _word("|".join(table)), rows


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _widened(text: str, vague: QuantityWords) -> QuantityWords:
    """Take "at least dozens", "up to hundreds" as one."""
    lead = text[max(0, vague.span.start - 30) : vague.span.start]
    match = _at_least().search(lead)
    if not match:
        return vague
    span = Span(vague.span.start - len(match[0]), vague.span.end)
    return QuantityWords(span, replace(vague.quantity, high=None, said=span.of(text)))


@lru_cache(maxsize=1)
def _at_least() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_lexicon('quantity')['before']['at_least'])})\s*$", re.IGNORECASE)
