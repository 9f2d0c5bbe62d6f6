"""Dates that a bulletin gives of itself: as of a day, for a period, last updated."""

import re
from datetime import date

from warmonitor.stages.clean.dates import is_date_line, parse_date

_LABEL = (
    r"(?:covering|covers|(?:the )?(?:reporting |reported )?period(?: covered| of reporting| under review)?"
    r"|(?:for|during) the (?:period|week)|week(?: of)?|dates? covered)"
)
_PERIOD = re.compile(
    rf"^\W*(?:\w+ )?{_LABEL}\b\s*[:–—-]?\s*(?:from\s+)?(?P<days>\S.{{3,60}})$", re.IGNORECASE
)
_TO = r"\s*(?:[-–—]|\bto\b|\band\b|\buntil\b)\s*"
_MONTH_FIRST = re.compile(
    rf"^(?P<month>[A-Z][a-z]{{2,8}}\.?)\s+\d{{1,2}}{_TO}(?P<end>\d{{1,2}},?\s+(?:19|20)\d\d)"
)
_DAYS = re.compile(
    rf"^(?:\d{{1,2}}(?:\s+[A-Z][a-z]{{2,8}}\.?)?|[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}})(?:,?\s+(?:19|20)\d\d)?"
    rf"{_TO}(?P<end>\S.*)$"
)
_AS_OF = re.compile(
    r"(?:^|[(\[,|:–—-])\s*(?:data |figures |situation |status )?as (?:of|at)\b(.{4,40})$", re.I
)
_BRACKET = re.compile(
    r"\S\s*[(\[](?:(?:issued|published|posted|released|dated)(?: on)?:? )?([^()\[\]]{6,30})[)\]]$"
)
_UPDATED = re.compile(
    r"^\W*(?:last|latest) (?:updated?|modified|revised|refreshed)\b\W*(?:at|on)?\b(.{4,60})$", re.I
)


def period_end(line: str) -> date | None:
    """Return the last day of the period that a line says it covers, None where it names none."""
    match = _PERIOD.match(line)
    days = match["days"] if match else ""
    by_month, to = _MONTH_FIRST.match(days), _DAYS.match(days)
    if by_month:
        return parse_date(f"{by_month['month']} {by_month['end']}")
    return parse_date(to["end"]) if to else None


def as_of(line: str) -> date | None:
    """Return the day as of which a bulletin stands, from its own line or the end of its title."""
    match = _AS_OF.search(line.rstrip(" )]"))
    return parse_date(match.group(1)) if match and is_date_line(match.group(1).strip()) else None


def bracketed(line: str) -> date | None:
    """Return the day in the brackets at the end of a title."""
    match = _BRACKET.search(line)
    return parse_date(match.group(1)) if match and is_date_line(match.group(1)) else None


def is_own_date(line: str) -> bool:
    """Say whether a line gives the bulletin's day or period and nothing else."""
    starts = re.match(r"^\W*(?:(?:data|figures|situation|status) )?as (?:of|at)\b", line, re.IGNORECASE)
    return period_end(line) is not None or (starts is not None and as_of(line) is not None)


def own_date(line: str) -> date | None:
    """Return the day that a line above a bulletin's text gives of it: as of, in brackets, a period's end."""
    return as_of(line) or bracketed(line) or period_end(line)


def last_updated(line: str) -> date | None:
    """Return the day of a "Last updated at 16:05 on 4 November 2016", for pages that give no other."""
    match = _UPDATED.match(line)
    return parse_date(match.group(1)) if match and is_date_line(match.group(1).strip()) else None
