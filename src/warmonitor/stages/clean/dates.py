"""Dates that a page states in so many words; what can be read two ways is not read."""

import re
from datetime import date

_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {form: n for n, name in enumerate(_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=lambda m: (-len(m), m)))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?=$|[T\s,;)/+Z]|\D)",
        rf"(?<!\d){_YEAR}/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}[,،]?\s+(?:at .{{1,20}} )?{_YEAR}(?=\b|\d{{1,2}}:\d\d)",
        rf"(?<!\d){_DAY}[\s-]+(?:of )?{_MONTH}[\s,،-]+{_YEAR}\b",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T\d|$)",
    )
)
_LONGEST = 120  # characters of a line that states a date
_HEAD_WORDS = 7
_RANGE = re.compile(r"\d\s?[-–—]\s?$")  # 8–14 May 2020 is a period
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
_CHANGED = re.compile(
    r"\b(?:updated|last update|update:|modified|edited|revised|refreshed|last)\b", re.IGNORECASE
)
_CLOCK = (
    r"(?:(?:at\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\(?(?:gmt|utc|est|edt|bst|cet|"
    r"cest|eet|eest|ist|pst|pdt|cst|cdt|et|hrs|local time|msk|[A-Z]{2,4}T)\)?(?:\s*[+-]\d{1,2}(?::?\d\d)?)?)"
)
_LABEL = (
    r"(?:(?:(?:first|originally|last) )?(?:posted|published|created|written|issued|released|filed|date|dated"
    r"|time|publication date|date of publication|published date|pub date|added|uploaded|on|at|by|in|updated"
    r"|modified|edited|reported)\b\s*(?:on|at|in)?\s*[:.-]?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
_LEFT_OVER = re.compile(
    rf"(?:an?|\d+) (?:year|month|week|day|hour|minute)s? ago|{_LABEL}|{_WEEKDAY}|{_CLOCK}|[\s,;:|/()·•–—-]+",
    re.IGNORECASE,
)


def parse_date(words: str) -> date | None:
    """Return the first full date in the words; 03/04/2019 is two dates and so none."""
    found = sorted(
        ((match.start(), made) for match, made in _matches(words) if made), key=lambda pair: pair[0]
    )
    return found[0][1] if found else None


def _matches(words: str) -> list[tuple[re.Match[str], date | None]]:
    named = [(m, _named(m)) for form in _FORMS for m in form.finditer(words)]
    all_ = named + [(m, _numeric(m)) for m in _NUMERIC.finditer(words)]
    return [(m, made) for m, made in all_ if not _RANGE.search(words[: m.start()])]


def _named(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = _MONTHS.get(month.rstrip(".")) or (int(month) if month.isdecimal() else 0)
    return _date(int(match["year"]), number, int(match["day"]))


def _numeric(match: re.Match[str]) -> date | None:
    """Read day and month where only one order is possible, or where points show that the day is first."""
    one, mark, two, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if one > 12 or mark == "." or one == two:
        return _date(year, two, one)
    return _date(year, one, two) if two > 12 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_date_line(line: str) -> bool:
    """Say whether a line holds a date (or one that can be read two ways) and next to nothing else."""
    spans = [match.span() for match, _ in _matches(line)] if len(line) <= _LONGEST else []
    if not spans:
        return False
    rest = line
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    return len(_LEFT_OVER.sub("", rest)) <= 3


def is_headed_date(line: str) -> bool:
    """Say whether a line ends in a full date that a comma or bar parts from a few words before it."""
    found = _matches(line) if len(line) <= _LONGEST else []
    last = max(((m.start(), m.end()) for m, made in found if made), default=None)
    if last is None or line[last[1] :].strip(" .|)"):
        return False
    head = re.sub(rf"{_WEEKDAY}[\s,]*$", "", line[: last[0]], flags=re.IGNORECASE).rstrip()
    return len(head.split()) <= _HEAD_WORDS and head.endswith((",", "|", "·", "–", "—", "-", ":", "/"))


def stated_date(line: str) -> date | None:
    """Return the date of a line that states when something was published, not when it was changed."""
    first = _CHANGED.split(line)[0]
    if first.strip(" ,;:|-–—(") and parse_date(first):
        return parse_date(first)
    labelled = re.search(r"\b(?:published|posted)\b(.*)", line, re.IGNORECASE)
    return parse_date(_CHANGED.split(labelled.group(1))[0]) if labelled else None
