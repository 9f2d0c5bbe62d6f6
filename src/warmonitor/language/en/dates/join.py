"""Ranges, parts of the day and bounds, joined from single expressions that stand side by side."""

import re
from dataclasses import replace
from functools import lru_cache

from warmonitor.language.en.dates.lexicon import any_of, lexicon
from warmonitor.language.en.dates.words import Bound, DateRule, DateWords
from warmonitor.model import Span

LOOK = 45
TO = re.compile(r"\s*(?:[-–]|\b(?:to|until|till|through|and|into)\b)\s*(?:early\s+|late\s+)?")
FRONT = re.compile(r"\b(?i:between|from|of)\s+(?:the\s+night\s+of\s+)?(?:late\s+|early\s+)?$")
BOUND = re.compile(
    r"\b(?P<word>(?i:ever since|since|up until|up to|until|till|starting|from|by|before|prior to|after))\s+"
    r"(?:(?:about|around|at least|as early as|the)\s+)?(?:on\s+|in\s+)?$"
)
LOOSE_AFTER = re.compile(r"['’]s\b|\s+[a-z]")
KINDS = {"since": Bound.SINCE, "from": Bound.SINCE, "starting": Bound.SINCE, "before": Bound.BEFORE,
         "to": Bound.BEFORE, "after": Bound.AFTER}  # fmt: skip
CALENDAR = {DateRule.DAY, DateRule.MONTH, DateRule.YEAR, DateRule.WEEKDAY, DateRule.SEASON}
UNBOUND = {DateRule.PAST, DateRule.COMING, DateRule.DURATION, DateRule.ORDINAL, DateRule.RANGE}


@lru_cache(maxsize=1)
def _day_parts() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = lexicon().lists
    nights = any_of(lists["over_night"])
    return (
        re.compile(rf"\b(?i:{any_of((*lists['day_parts'], *lists['over_night']))})\s+(?:on\s+)?$"),
        re.compile(rf"\s+(?:on\s+)?(?i:{any_of((*lists['day_ends'], *lists['over_night_ends']))})\b"),
        re.compile(rf"^(?i:{nights})\s"),
        re.compile(rf"\s(?i:{any_of(lists['over_night_ends'])})$"),
    )


def _stretch(text: str, words: DateWords, start: int, end: int) -> DateWords:
    return replace(words, span=Span(start, end), said=text[start:end])


def _with_part(text: str, words: DateWords) -> DateWords:
    """Take "early", "in the early hours of", "night", "overnight" beside a day into its span."""
    if words.rule not in {DateRule.DAY, DateRule.WEEKDAY}:
        return words
    left, right, over, over_end = _day_parts()
    start, end = words.span.start, words.span.end
    offset = max(0, start - LOOK)
    before = left.search(text[offset:start])
    after = right.match(text, end)
    wide = _stretch(text, words, offset + before.start() if before else start, after.end() if after else end)
    night = over.match(wide.said) or over_end.search(wide.said)
    return replace(wide, part="overnight") if night else wide


def _swallow(found: list[DateWords]) -> list[DateWords]:
    """Drop expressions that a wider one now covers or meets."""
    kept: list[DateWords] = []
    for words in sorted(found, key=lambda w: (w.span.start - w.span.end, w.span.start)):
        if not any(words.span.meets(other.span) for other in kept):
            kept.append(words)
    return sorted(kept, key=lambda w: w.span)


def _front(text: str, start: int) -> tuple[str, int]:
    offset = max(0, start - LOOK)
    match = FRONT.search(text[offset:start])
    return (match.group().split()[0].lower(), offset + match.start()) if match else ("", start)


def _fill(first: DateWords, second: DateWords) -> DateWords:
    """Give the first end the year that only the second states."""
    if first.year is not None or second.year is None or first.month is None or second.month is None:
        return first
    return replace(first, year=second.year - (first.month > second.month))


def _range(text: str, first: DateWords, second: DateWords) -> DateWords | None:
    gap = text[first.span.end : second.span.start]
    if not TO.fullmatch(gap) or not {first.rule, second.rule} <= CALENDAR:
        return None
    week = DateRule.WEEKDAY in (first.rule, second.rule)
    if week and first.rule != second.rule:
        return None
    word, start = _front(text, first.span.start)
    if "and" in gap and word != "between":
        return None
    if not gap.strip(" ") and not week:
        return None
    ends = (replace(_fill(first, second), part=first.part if first.part != "overnight" else ""), second)
    start = start if word in {"between", "from"} else first.span.start
    span = Span(start, second.span.end)
    return DateWords(span=span, said=text[span.start : span.end], rule=DateRule.RANGE, ends=ends)


def _fronted(text: str, words: DateWords) -> DateWords:
    """Take "between" or "from" into a range that one pattern has found."""
    if words.rule is not DateRule.RANGE:
        return words
    word, start = _front(text, words.span.start)
    return _stretch(text, words, start, words.span.end) if word in {"between", "from"} else words


def _ranges(text: str, found: list[DateWords]) -> list[DateWords]:
    joined: list[DateWords] = []
    for words in found:
        both = _range(text, joined[-1], words) if joined else None
        if both is None:
            joined.append(_fronted(text, words))
        else:
            joined[-1] = both
    return joined


def _bounded(text: str, words: DateWords) -> DateWords:
    if words.rule in UNBOUND:
        return words
    offset = max(0, words.span.start - LOOK)
    match = BOUND.search(text[offset : words.span.start])
    if not match:
        return words
    word = match["word"].lower().split()[-1]
    firm = match["word"].lower() in {"since", "ever since", "until", "till", "up until", "up to"}
    if (
        not firm
        and LOOSE_AFTER.match(text, words.span.end)
        and (word != "from" or text[words.span.end] in "'’")
    ):
        return words
    kind = KINDS.get(word, Bound.UNTIL) if match["word"].lower() != "up to" else Bound.UNTIL
    return replace(_stretch(text, words, offset + match.start(), words.span.end), bound=kind)


def join(text: str, singles: list[DateWords]) -> list[DateWords]:
    """Return the expressions with ranges, parts of the day and bounds taken in, in the order of the text."""
    parted = _swallow([_with_part(text, words) for words in singles])
    return _swallow([_bounded(text, words) for words in _ranges(text, parted)])
