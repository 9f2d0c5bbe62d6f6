"""Whether a match of the grammar stands for a time where it is: numbers, names and verbs are turned away."""

import re
from functools import lru_cache

from warmonitor.language.en.dates.lexicon import any_of, lexicon
from warmonitor.language.en.dates.words import DateRule

LOOK = 40  # characters looked at on either side
STRONG = (
    r"(?i:in|since|until|till|during|from|before|after|late|early|mid|throughout|by|through|as of|between)"
)
WEAK = r"(?i:of|the|a|its|their|that|this|to|and|or)"
CLOSED_BEFORE = ("the day before", "the day after", "the night before", "a day before", "the evening before")


@lru_cache(maxsize=1)
def _contexts() -> dict[str, re.Pattern[str]]:
    lists = lexicon().lists
    return {
        "counted": re.compile(rf"\s+(?:[a-z-]+\s+)?{any_of(lists['counted'])}\b"),
        "named": re.compile(rf"\s+{any_of(lists['named_after'])}\b"),
        "month": re.compile(rf"(?:\b(?i:{any_of(lists['month_follows'])})\s+|\b[Mm]id-)$"),
        "strong": re.compile(rf"(?:\b{STRONG}\s+|\()$"),
        "surely": re.compile(r"\b(?i:in|since|until|during|throughout|early|late)\s+$"),
        "weak": re.compile(rf"\b{WEAK}\s+$"),
        "ranged": re.compile(r"\b(?:1[89]|20)\d\d\s*(?:to|and|until|or|[-–/])\s*$"),
        "to_year": re.compile(r"[-–/](?:1[89]|20)\d\d(?!\d|[-/]\d)"),
        "figure": re.compile(r"(?:\d|\b(?i:hundreds?|thousands?|millions?|light))\s+$"),
        "on": re.compile(r"\b(?i:on)\s+$"),
        "closed": re.compile(r"\s*(?:[.,;:!?)”’\"—–]|$|and\b|but\b|when\b)"),
        "capital": re.compile(r"[A-Z][\w'’.-]*\s+$"),
    }


def _year(before: str, after: str, match: re.Match[str]) -> bool:
    at = _contexts()
    if at["surely"].search(before) and not match["year"].endswith("00"):
        return True  # "In 2019 rebels took it" counts nobody
    if at["to_year"].match(after) or at["ranged"].search(before) or match.groupdict().get("part"):
        return not at["counted"].match(after)
    if at["counted"].match(after):
        return False
    if at["strong"].search(before):
        return True
    return bool(at["weak"].search(before)) and not match["year"].endswith("00")


def _month(before: str, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if groups.get("part") or groups.get("which") or groups.get("year") or groups.get("year_which"):
        return True
    at = _contexts()
    if match["month"].title() in lexicon().doubtful_months:
        return bool(at["month"].search(before))
    return not at["capital"].search(before) or bool(at["month"].search(before))


def _day(before: str, after: str, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if groups.get("year") or not groups.get("month"):
        return True
    at = _contexts()
    month_first = match.start("month") < match.start("day")
    return not (month_first and at["counted"].match(after)) or bool(at["on"].search(before))


def is_in_a_name(text: str, match: re.Match[str], rule: DateRule) -> bool:
    """Say whether a date is part of the name of a group, a street or a paper."""
    calendar = rule in {DateRule.DAY, DateRule.MONTH, DateRule.WEEKDAY, DateRule.YEAR}
    return calendar and bool(_contexts()["named"].match(text, match.end()))


def tells_a_time(text: str, match: re.Match[str], rule: DateRule) -> bool:
    """Say whether the words round the match let it be a time of this kind."""
    before = text[max(0, match.start() - LOOK) : match.start()]
    after = text[match.end() : match.end() + LOOK]
    at = _contexts()
    if rule is DateRule.THAT_DAY and " ".join(match.group().lower().split()) in CLOSED_BEFORE:
        return bool(at["closed"].match(after))
    if rule in {DateRule.AGO, DateRule.DURATION, DateRule.SHIFTED} and at["figure"].search(before):
        return False
    if rule is DateRule.YEAR:
        return _year(before, after, match)
    if rule is DateRule.MONTH:
        return _month(before, match)
    return rule is not DateRule.DAY or _day(before, after, match)
