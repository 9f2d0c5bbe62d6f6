"""Why a stated date cannot be the day of writing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.language.en.dates import DateRule
from warmonitor.stages.compare.anchor import Witness, choose
from warmonitor.stages.compare.evidence import Days, Evidence

SURE = 0.75  # likeness at which another report alone tells against a stated date
TWIN = 0.25  # likeness of all together that is enough where the text also stands elsewhere
SUPPORT = 0.8  # share of the best likeness that makes a report beside the stated date speak for it
YEARS_OFF = 200  # days by which "in its ninth year" may miss
TWIN_OFF = 45  # the same where the text also stands elsewhere
REMEMBERED = 60  # days back to which a day with its weekday and no year is taken to belong


@dataclass(frozen=True, slots=True)
class Case:
    """What may tell against a report's stated date.

    `witnesses` are dated reports of the same happening; `fits` the days that its count of a war's years
    allows; `twin` says that the same text stands in another report of the set; `late` is how many days
    after others a report of one happening may come.
    """

    evidence: Evidence
    witnesses: Sequence[Witness]
    fits: Sequence[Days]
    twin: bool
    late: int


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


def _wrong_years(case: Case, stated: date) -> str:
    """A round "eight years of war" only tells against a text that also stands elsewhere."""
    counted = case.evidence.war_years
    if counted is None or not case.fits or (counted.rule is not DateRule.ORDINAL and not case.twin):
        return ""
    off = min(window.gap(Days(stated, stated)) for window in case.fits)
    if off <= (TWIN_OFF if case.twin else YEARS_OFF):
        return ""
    return f'"{counted.said}" does not fit the date that the page gives, {stated.isoformat()}'


def _told_long_before(stated: date, case: Case) -> str:
    group = choose(case.witnesses) or []
    best = max((witness.score for witness in group), default=0.0)
    together = math.sqrt(math.fsum(witness.score**2 for witness in group))
    if best < SURE and not (case.twin and together >= TWIN):
        return ""
    beside = [witness for witness in case.witnesses if witness.days.gap(Days(stated, stated)) <= case.late]
    supported = any(witness.score >= SUPPORT * best for witness in beside)
    if supported or max(witness.days.latest for witness in group) > stated:
        return ""
    when = min(witness.days.earliest for witness in group).isoformat()
    return f"the page says {stated.isoformat()}, but what it tells was reported by {when}"


def doubt(case: Case, stated: date) -> str:
    """Return why the stated date is not that of writing, "" if nothing says so."""
    floor = case.evidence.floor
    if floor and (floor - stated).days > 1:
        return f"the page says {stated.isoformat()}, but looks back on {floor.isoformat()}"
    wrong = _wrong_weekday(case.evidence, stated) or _wrong_years(case, stated)
    return wrong or _told_long_before(stated, case)
