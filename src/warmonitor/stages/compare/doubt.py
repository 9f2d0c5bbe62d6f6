"""Why a stated date cannot be the day of writing."""

import math
from dataclasses import dataclass
from datetime import date

from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.evidence import Evidence
from warmonitor.stages.compare.known import Known
from warmonitor.stages.compare.learned import learned
from warmonitor.stages.compare.placing import Placed, unlikely
from warmonitor.stages.compare.witnesses import strongest

FALSE = 3.0  # log of how much likelier any day must be than the stated one, before it is doubted
TWIN_FALSE = 2.0  # the same where the text also stands elsewhere
PRINTED_FALSE = 8.0  # and where the date stands over the text too
REMEMBERED = 60  # days back to which a day with its weekday and no year is taken to belong


@dataclass(frozen=True, slots=True)
class Case:
    """A report with a stated date: its place, and how likely days are by all else, None where unknown."""

    known: Known
    at: int
    placed: Placed | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a date is not trusted, "" where it is, and by what odds, in logs."""

    reason: str = ""
    odds: float = math.inf

    def __bool__(self) -> bool:
        return bool(self.reason)


def _wrong_weekday(evidence: Evidence, stated: date) -> str:
    for month, day, weekday in evidence.month_days:
        if weekday is None:
            continue
        for year in (stated.year, stated.year - 1):
            try:
                told = date(year, month, day)
            except ValueError:
                continue
            if 0 <= (stated - told).days <= REMEMBERED and told.weekday() != weekday:
                return f"{told.isoformat()} is not the weekday that the text gives"
    return ""


def doubt(case: Case, stated: date) -> Doubt:
    """Return why the stated date is not that of writing; an empty doubt if nothing says so."""
    evidence = case.known.evidence[case.at]
    floor = evidence.floor
    if floor and (floor - stated).days > 1:
        return Doubt(f"the page says {stated.isoformat()}, but looks back on {floor.isoformat()}")
    if reason := _wrong_weekday(evidence, stated):
        return Doubt(reason)
    odds = unlikely(case.placed, stated) if case.placed else 0.0
    if odds < _most(case, stated):
        return Doubt("", odds)
    return Doubt(f"the page says {stated.isoformat()}, but {_why(case, stated)}", odds)


def _most(case: Case, stated: date) -> float:
    """Return the odds from which a date is doubted: sooner where the text also stands elsewhere."""
    if case.known.evidence[case.at].printed == stated:
        return PRINTED_FALSE
    return TWIN_FALSE if case.at in case.known.twins else FALSE


def _why(case: Case, stated: date) -> str:
    assert case.placed is not None  # asked only where days are known to be likelier
    days = case.placed.spread.likeliest(learned().masses, learned().width)
    evidence, fits = case.known.evidence[case.at], case.known.war_fits(case.at)
    if fits and evidence.war_years and min(fit.gap(Days(stated, stated)) for fit in fits) > 0:
        return f'"{evidence.war_years.said}" does not fit that day'
    ids = ", ".join(witness.id for witness in strongest(case.placed.witnesses, days))
    when = f"between {days.earliest.isoformat()} and {days.latest.isoformat()}"
    return f"what it tells was reported {when} by {ids}" if ids else f"its words point {when}"
