"""Numbers with what they measure: counts, shares, lengths, areas, weights, ages; no dates and no money."""

import re
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.language.en.dates import find_dates
from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.numerals import find_numerals
from warmonitor.language.en.quantities import find_quantities
from warmonitor.model import Span

_COUNT = "count"
_REACH = 24
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_FRACTION = re.compile(r"\d\.\d+$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `measures` is "count" or a kind of unit: length, share, age …"""

    span: Span
    measures: str


def find_amounts(text: str) -> list[Amount]:
    """Return every number of a text that measures something, in order, each with the unit that follows it."""
    taken = [d.span for d in find_dates(text)]
    found: list[Amount] = []
    for amount in [*_measured(text), *_counted(text)]:
        if not any(amount.span.meets(span) for span in taken):
            found.append(amount)
            taken.append(amount.span)
    return sorted(found, key=lambda a: a.span)


def _measured(text: str) -> list[Amount]:
    figures = [Span(m.start(), m.end()) for m in _FIGURES.finditer(text)]
    words = [n.span for n in find_numerals(text) if not any(n.span.meets(f) for f in figures)]
    found = []
    for span in [*figures, *words]:
        for measures, unit in _units():
            if (match := unit.match(text, span.end)) and not _part_of_more(text, span):
                found.append(Amount(Span(span.start, match.end()), measures))
                break
    return found


def _counted(text: str) -> list[Amount]:
    return [
        Amount(q.span, _COUNT)
        for q in find_quantities(text)
        if not _part_of_more(text, q.span) and not _never_counts(text, q.span)
    ]


def _part_of_more(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _REACH) : span.start]
    return bool(_pattern("not_after").search(before))


def _never_counts(text: str, span: Span) -> bool:
    words = span.of(text).lower()
    if words.split()[-1] in {"one", "a", "an"} or _FRACTION.search(words) or _pattern("vague").search(words):
        return True
    return bool(_pattern("not_before").match(text, span.end) or _pattern("not_counted").match(text, span.end))


@lru_cache
def _units() -> list[tuple[str, re.Pattern[str]]]:
    rows = load_lexicon("amounts")["units"].items()
    return [(kind, re.compile(rf"\s?{unit}", re.IGNORECASE)) for kind, unit in rows]


@lru_cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_lexicon("amounts")[name], re.IGNORECASE)
