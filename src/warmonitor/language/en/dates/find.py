"""Every time expression of a text: single ones first, then ranges, parts of the day and bounds."""

import re
from collections.abc import Iterable, Iterator

from warmonitor.language.en.dates.check import is_in_a_name, tells_a_time
from warmonitor.language.en.dates.grammar import not_dates, patterns
from warmonitor.language.en.dates.join import join
from warmonitor.language.en.dates.lexicon import Lexicon, lexicon
from warmonitor.language.en.dates.needs import Need, where_met
from warmonitor.language.en.dates.words import DateRule, DateWords
from warmonitor.model import Span

WHICH = {"previous": "last", "past": "last", "following": "next", "coming": "next"}


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().replace("’", "'").split())


def _number(words: str | None, table: dict[str, int]) -> int | None:
    said = _plain(words)
    digits = re.match(r"\d{1,4}", said)
    return int(digits.group()) if digits else table.get(said)


def _part(groups: dict[str, str | None], words: Lexicon) -> str:
    said = _plain(groups.get("part")).rstrip("- ")
    part = words.parts.get(said) or words.parts.get(said.removeprefix("the ")) or ""
    return part or _plain(groups.get("side"))


def _which(said: str | None) -> str:
    last = _plain(said).split()[-1:] or [""]
    return WHICH.get(last[0], last[0])


def _offsets(groups: dict[str, str | None], words: Lexicon) -> tuple[int, int] | None:
    if relative := groups.get("relative"):
        return words.relative.get(_plain(relative))
    if that := groups.get("that"):
        shift = words.that_day.get(_plain(that), 0)
        return (shift, shift)
    return None


def _day_and_month(groups: dict[str, str | None], words: Lexicon) -> tuple[int | None, int | None] | None:
    """Return day and month, or None where figures alone leave open which is which."""
    day = int(groups["day"] or 0) if groups.get("day") else None
    if feast := groups.get("feast"):
        month, day = words.feasts[_plain(feast)]
        return day, month
    if groups.get("number") is None:
        return day, words.months.get(_plain(groups.get("month")).rstrip("."))
    month = int(groups["number"] or 0)
    assert day is not None  # every pattern with a number has a day
    if groups.get("order") == "year" or groups.get("mark") == "." or day > 12 or day == month:
        return day, month
    return (month, day) if month > 12 else None


def _count(groups: dict[str, str | None], words: Lexicon) -> int | None:
    if groups.get("ordinal"):
        return _number(groups.get("ordinal"), words.ordinals)
    count = _number(groups.get("count"), words.counts)
    if count is None and groups.get("shift"):
        count = 1
    return -count if count is not None and groups.get("shift") in {"earlier", "before"} else count


def _read(match: re.Match[str], rule: DateRule) -> DateWords | None:
    words = lexicon()
    groups = match.groupdict()
    if groups.get("number") is not None:
        groups["order"] = "year" if match.start("year") < match.start("day") else "day"
    parsed = _day_and_month(groups, words)
    if parsed is None:
        return None
    day, month = parsed
    season = words.seasons.get(_plain(groups.get("season")))
    single = DateWords(
        span=Span(match.start(), match.end()),
        said=match.group(),
        rule=rule,
        year=int(groups["year"] or 0) if groups.get("year") else None,
        month=season[0] if season else month,
        day=day,
        weekday=words.weekdays.get(_plain(groups.get("weekday")).rstrip(".")),
        part=_part(groups, words),
        which=_which(groups.get("year_which") or groups.get("which")),
        count=_count(groups, words),
        unit=groups.get("period") or words.units.get(_plain(groups.get("unit")), ""),
        offsets=_offsets(groups, words),
    )
    return _two_days(single, groups.get("day2"))


def _two_days(single: DateWords, second: str | None) -> DateWords:
    if second is None:
        return single
    ends = tuple(
        DateWords(
            span=single.span, said=single.said, rule=DateRule.DAY, year=single.year, month=single.month,
            day=day, which=single.which,
        )
        for day in (single.day, int(second))
    )  # fmt: skip
    return DateWords(span=single.span, said=single.said, rule=DateRule.RANGE, ends=(ends[0], ends[1]))


def _matches(regex: re.Pattern[str], text: str, places: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the matches that start inside these stretches of the text; what stands beyond is seen."""
    for first, last in places:
        yield from regex.finditer(text, first, last)


def _singles(text: str) -> list[DateWords]:
    places = where_met(text)
    if not places:
        return []
    taken = [Span(*match.span()) for match in _matches(not_dates(), text, places.get(Need.NAME, ()))]
    found: list[DateWords] = []
    for pattern in patterns():
        for match in _matches(pattern.regex, text, places.get(pattern.need, ())):
            if is_in_a_name(text, match, pattern.rule):
                taken.append(Span(*match.span()))
            elif tells_a_time(text, match, pattern.rule):
                words = _read(match, pattern.rule)
                found += [words] if words is not None else []
    kept: list[DateWords] = []
    for words in sorted(found, key=lambda w: (w.span.start - w.span.end, w.span.start, w.rule)):
        if not any(words.span.meets(span) for span in taken):
            taken.append(words.span)
            kept.append(words)
    return sorted(kept, key=lambda w: w.span)


def find_dates(text: str) -> list[DateWords]:
    """Return every time expression of the text, in its order, none overlapping another.

    Spans count code points of `text`. A preposition that bounds the time ("since", "until", "between")
    is part of the expression, a plain "on" or "in" is not. Never raises on any text.
    """
    return join(text, _singles(text))
