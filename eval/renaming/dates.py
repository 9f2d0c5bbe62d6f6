"""Other dates in a text: every day, month and year moved by whole weeks, so that weekdays still fit."""

import calendar
import re
from datetime import date, timedelta

MONTHS = [name for name in calendar.month_name if name]
SHORT = [name[:3] for name in MONTHS]
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Sept|{'|'.join(SHORT)})(?!\w)\.?)"
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
BEFORE_MONTH = r"(?:in|since|late|early|mid|last|until|by|from|of|through|after|before)[\s-]"
DATE = (
    rf"(?<![\w/.-])(?:{YEAR}-\d\d-\d\d(?!\d)"
    rf"|{MONTH}\s{DAY}(?!\d)(?:,?\s{YEAR}\b)?"
    rf"|{DAY}(?:\s|[-–]){MONTH}(?!\w)(?:,?\s{YEAR}\b)?"
    rf"|{DAY}/\d\d/{YEAR}\b"
    rf"|(?<!\w){MONTH}\s{YEAR}\b"
    rf"|{BEFORE_MONTH}(?:{'|'.join(MONTHS)})(?!\w|\s{DAY}\b)"
    rf"|{YEAR}(?!\w|-\d|,\d|/|\s(?:people|civilians|fighters|soldiers)))"
)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's full or short name."""
    return SHORT.index(name[:3].capitalize()) + 1


def latest(month: int, day: int, base: date) -> date:
    """Return the last such day that is not more than a month after the base."""
    day = min(day, calendar.monthrange(base.year, month)[1])
    this_year = date(base.year, month, day)
    return this_year if this_year <= base + timedelta(days=31) else this_year.replace(year=base.year - 1)


def other_date(said: str, days: int, base: date) -> str:
    """Return the date in the same form, moved; what names no day moves by its middle."""
    move = timedelta(days=days)
    if re.fullmatch(YEAR, said):
        return str((date(int(said), 7, 1) + move).year)
    if re.fullmatch(rf"{YEAR}-\d\d-\d\d", said):
        return str(date.fromisoformat(said) + move)
    if slashed := re.fullmatch(rf"({DAY})/(\d\d)/({YEAR})", said):
        day, month, year = map(int, slashed.groups())
        return f"{date(year, month, day) + move:%d/%m/%Y}"
    name = re.search(rf"\b{MONTH}", said)
    if name is None:
        return said
    return in_form(said, name, move, base)


def in_form(said: str, name: re.Match[str], move: timedelta, base: date) -> str:
    """Return a date with a month's name in it, moved, in the form it was written in."""
    year = re.search(rf"\b{YEAR}\b", said)
    rest = said[: year.start()] if year else said
    day = re.search(rf"(?<!\d){DAY}(?!\d)", rest)
    month = month_number(name[0])
    on = int(day[0]) if day else 15
    old = date(int(year[0]), month, on) if year else latest(month, on, base)
    new = old + move
    stop = "." if name[0].endswith(".") else ""
    whole = MONTHS[new.month - 1]
    word = whole if name[0] in MONTHS else whole[:3] + stop
    parts = [(name.span(), word)]
    parts += [(day.span(), str(new.day))] if day else []
    parts += [(year.span(), str(new.year))] if year else []
    for (start, end), words in sorted(parts, reverse=True):
        said = said[:start] + words + said[end:]
    return said
