"""Patterns of single time expressions; ranges and bounds are joined on top of them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.language.en.dates.lexicon import any_of, lexicon, named
from warmonitor.language.en.dates.needs import Need
from warmonitor.language.en.dates.words import DateRule

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d|-(?:year|month|week|day|strong)|st|nd|rd|th)"
SECOND_DAY = DAY.replace("<day>", "<day2>")
YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d|,\d|\.\d|%)"
ENDS = r"(?=\s*(?:[.,;:!?)”’\"—–]|$|and\b|but\b|when\b|while\b|as\b))"
GAP = r"\s+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of a time expression; the named groups are the parts of DateWords.

    It matches nothing in a text that lacks what it needs.
    """

    rule: DateRule
    need: Need
    regex: re.Pattern[str]


def _pieces() -> dict[str, str]:
    words = lexicon()
    full = (*words.sure_months, *words.doubtful_months)
    short = [name for name in words.month_names if name not in full]
    days = [name for name in words.weekday_names if name.endswith("day")]
    short_days = [name for name in words.weekday_names if name not in days]
    count = rf"(?P<count>\d{{1,4}}|(?i:{any_of(words.counts)}))(?:{GAP}(?:more|long|straight|consecutive))?"
    unit = rf"(?P<unit>(?i:{any_of(words.units)}))\b"
    return {
        "month": rf"(?P<month>{named(full)}\b|{named(short)}\b\.?)",
        "full": rf"(?P<month>{named(full)})\b",
        "weekday": rf"(?P<weekday>{named(days)}\b|{named(short_days)}\b\.?)",
        "full_weekday": rf"(?P<weekday>{named(days)})\b",
        "part": rf"(?:(?P<part>(?i:(?:the{GAP})?{any_of(words.parts)}))(?:(?<=-)|\s*-\s*|{GAP}))",
        "count": count,
        "unit": unit,
        "many": rf"(?P<unit>(?i:{any_of(word for word in words.units if word.endswith('s'))}))\b",
        "about": rf"(?:(?i:{any_of(words.lists['about'])}){GAP})?",
        "ordinal": rf"(?P<ordinal>(?i:{any_of(words.ordinals)})|\d{{1,2}}(?:st|nd|rd|th))",
        "lasting": rf"(?:[\w'’-]+{GAP}){{0,3}}{any_of(words.lists['lasting'])}\b",
        "season": rf"(?P<season>(?i:{any_of(words.seasons)}))\b",
        "feast": rf"(?P<feast>(?i:{any_of(words.feasts)}))\b",
        "relative": rf"\b(?P<relative>(?i:{any_of(words.relative)}))\b",
        "that": rf"\b(?P<that>(?i:{any_of(words.that_day)}))\b",
    }


def _days(p: dict[str, str]) -> list[tuple[Need, str]]:
    week = rf"(?:\b{p['weekday']}(?:,?{GAP}|\s*\())?"
    year = rf"(?:,?{GAP}{YEAR}|,?{GAP}(?P<year_which>last|this|next){GAP}year)?"
    join = r"\s*(?:[-–—/]|to|and|until|till|through)\s*"
    return [
        (Need.YEAR, rf"\b{YEAR}(?P<mark>[-/.])(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"),
        (Need.YEAR, rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<number>\d{{1,2}})(?P=mark){YEAR}"),
        (Need.MONTH, rf"{week}\b{DAY}{GAP}(?:of{GAP})?{p['month']}{year}"),
        (Need.MONTH, rf"{week}\b{p['month']}{GAP}(?:the{GAP})?{DAY}{year}"),
        (Need.MONTH, rf"\b{DAY}{join}{SECOND_DAY}{GAP}(?:of{GAP})?{p['month']}{year}"),
        (Need.MONTH, rf"\b{p['month']}{GAP}{DAY}{join}{SECOND_DAY}{year}"),
        (Need.FIGURE, rf"(?<=\b[Oo]n )the (?P<day>\d{{1,2}})(?:st|nd|rd|th)\b{ENDS}"),
    ]


def _calendar(p: dict[str, str]) -> list[tuple[DateRule, Need, str]]:
    which = r"(?P<which>(?i:last|this|next|the\s+previous|the\s+following|this\s+past|past|the\s+coming))"
    year = rf"(?:,?{GAP}(?:of{GAP})?{YEAR}|{GAP}(?P<year_which>last|this|next){GAP}year)"
    return [
        (DateRule.MONTH, Need.MONTH, rf"\b{p['part']}?(?:{which}{GAP})?{p['full']}{year}?"),
        (DateRule.MONTH, Need.MONTH, rf"\b{p['part']}?{p['month']}{year}"),
        (DateRule.SEASON, Need.SEASON, rf"\b{p['part']}?{p['season']}{GAP}(?:of{GAP})?{YEAR}"),
        (DateRule.SEASON, Need.SEASON, rf"\b{p['part']}?(?P<which>(?i:last|this|next)){GAP}{p['season']}"),
        (DateRule.YEAR, Need.YEAR, rf"(?<![\d.,/$€£-])\b{p['part']}?{YEAR}"),
        (DateRule.YEAR, Need.YEAR, r"(?<=(?:1[89]|20)\d\d[-–/])(?P<year>(?:1[89]|20)\d\d)(?!\d|[-/]\d)"),
        (DateRule.DECADE, Need.YEAR, rf"\b{p['part']}?(?:the{GAP})?(?P<year>(?:18|19|20)\d0)['’]?s\b"),
        (DateRule.DAY, Need.FEAST, rf"\b{p['feast']}(?:,?{GAP}{YEAR})?"),
        (DateRule.WEEKDAY, Need.WEEKDAY, rf"\b(?:{which}{GAP})?{p['full_weekday']}"),
        (
            DateRule.PERIOD,
            Need.UNIT,
            rf"\b(?:(?:{p['part']}|(?P<side>(?i:earlier|later){GAP})))?{which}{GAP}(?P<period>week|month|year|weekend|decade)\b",
        ),
        (
            DateRule.PERIOD,
            Need.UNIT,
            rf"\b(?P<side>(?i:earlier|later)){GAP}in{GAP}the{GAP}(?P<period>week|month|year)\b",
        ),
        (DateRule.PERIOD, Need.UNIT, rf"\b{p['part']}the{GAP}(?P<period>week|month|year)\b{ENDS}"),
        (
            DateRule.PERIOD,
            Need.UNIT,
            rf"(?i:(?<=\bsince )|(?<=\bover )|(?<=\bat ))the{GAP}(?P<period>weekend)\b",
        ),
    ]


def _spans(p: dict[str, str]) -> list[tuple[DateRule, Need, str]]:
    over = rf"(?:(?i:in|over|during|for|within|throughout|across|of){GAP})"
    back = r"(?i:past|last|previous)"
    full = rf"(?:(?:straight|consecutive|successive|full){GAP})?"
    forth = r"(?i:next|coming|following)"
    return [
        (
            DateRule.PAST,
            Need.UNIT,
            rf"\b(?:{over})?(?i:the|these){GAP}{back}{GAP}{p['about']}{p['count']}{GAP}{p['unit']}",
        ),
        (DateRule.PAST, Need.UNIT, rf"\b(?:{over})?(?i:the|these){GAP}{back}{GAP}{p['many']}"),
        (DateRule.PAST, Need.UNIT, rf"\b{over}(?i:the){GAP}{back}{GAP}{p['unit']}"),
        (
            DateRule.PAST,
            Need.UNIT,
            rf"\b{over}?(?:(?i:past){GAP}{p['count']}|(?i:(?:the{GAP})?recent)){GAP}{p['many']}",
        ),
        (
            DateRule.COMING,
            Need.UNIT,
            rf"\b{over}?(?:(?i:the){GAP})?{forth}{GAP}(?:{p['count']}{GAP})?{p['many']}",
        ),
        (DateRule.AGO, Need.UNIT, rf"\b{p['about']}(?:{p['count']}{GAP})?{p['unit']}{GAP}ago\b"),
        (DateRule.SHIFTED, Need.UNIT, rf"\b{p['count']}{GAP}{p['unit']}{GAP}(?P<shift>earlier|later)\b"),
        (DateRule.SHIFTED, Need.UNIT, rf"\b{p['count']}{GAP}{p['unit']}{GAP}(?P<shift>before|after)\b{ENDS}"),
        (
            DateRule.DURATION,
            Need.UNIT,
            rf"\b(?i:for){GAP}{p['about']}{p['count']}{GAP}{p['unit']}(?!{GAP}old)",
        ),
        (DateRule.DURATION, Need.UNIT, rf"\b(?i:for|after|following){GAP}{p['many']}(?!{GAP}old)"),
        (
            DateRule.DURATION,
            Need.UNIT,
            rf"\b{p['about']}(?:{p['count']}{GAP})?{p['unit']}{GAP}of{GAP}{p['lasting']}",
        ),
        (DateRule.DURATION, Need.UNIT, rf"\b{p['count']}-{p['unit']}(?:-(?:old|long))?{GAP}{p['lasting']}"),
        (
            DateRule.ORDINAL,
            Need.UNIT,
            rf"\b(?i:in|into|entered|entering|enters|for){GAP}(?:its|their|the|a){GAP}{p['ordinal']}{GAP}{full}{p['unit']}",
        ),
        (
            DateRule.ORDINAL,
            Need.UNIT,
            rf"\b(?i:the){GAP}{p['ordinal']}{GAP}{p['unit']}{GAP}of{GAP}{p['lasting']}",
        ),
        (DateRule.RELATIVE, Need.RELATIVE, p["relative"]),
        (DateRule.THAT_DAY, Need.THAT_DAY, p["that"]),
    ]


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """Return every pattern of a single expression, compiled."""
    pieces = _pieces()
    days = [(DateRule.DAY, need, text) for need, text in _days(pieces)]
    rows = days + _calendar(pieces) + _spans(pieces)
    return tuple(Pattern(rule, need, re.compile(text)) for rule, need, text in rows)


@lru_cache(maxsize=1)
def not_dates() -> re.Pattern[str]:
    """Return a pattern for names that hold a weekday or a month and tell no time."""
    return re.compile(rf"\b{any_of(lexicon().lists['names'])}\b")
