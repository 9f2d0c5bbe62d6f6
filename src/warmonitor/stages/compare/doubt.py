"""Why a stated date cannot be the day of writing."""

from collections.abc import Sequence
from datetime import date

from warmonitor.stages.compare.anchor import Witness, choose
from warmonitor.stages.compare.evidence import Days, Evidence

SURE = 0.75  # likeness at which another report alone tells against a stated date
TWIN = 0.25  # likeness that is enough where the text also stands elsewhere
YEARS_OFF = 200  # days by which "in its ninth year" may miss
TWIN_OFF = 45  # the same where the text also stands elsewhere
REMEMBERED = 60  # days back to which a day with its weekday and no year is taken to belong


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


def _wrong_years(evidence: Evidence, stated: date, *, twin: bool) -> str:
    if not evidence.windows:
        return ""
    off = min(window.gap(Days(stated, stated)) for window in evidence.windows)
    if off <= (TWIN_OFF if twin else YEARS_OFF):
        return ""
    return f'"{evidence.window_said}" does not fit the date that the page gives, {stated.isoformat()}'


def _told_long_before(
    stated: date, witnesses: Sequence[Witness], least: float, late: int
) -> tuple[str, list[Witness]]:
    strong = [witness for witness in witnesses if witness.score >= least]
    beside = [witness for witness in witnesses if witness.days.gap(Days(stated, stated)) <= late]
    group = choose(strong) or []
    if not group or any(witness in beside for witness in group):
        return "", []
    best = max(witness.score for witness in group)
    if any(witness.score >= 0.8 * best for witness in beside):
        return "", []
    if max(witness.days.latest for witness in group) > stated:
        return "", []
    when = min(witness.days.earliest for witness in group).isoformat()
    return f"the page says {stated.isoformat()}, but what it tells was reported by {when}", group


def doubt(
    evidence: Evidence, stated: date, witnesses: Sequence[Witness], *, twin: bool, late: int
) -> tuple[str, list[Witness]]:
    """Return why the stated date is not that of writing ("" if nothing says so), and who tells against it.

    `twin` says that the same text stands in another report of the set; `late` is how many days after others
    a report of the same happening may come.
    """
    if evidence.floor and (evidence.floor - stated).days > 1:
        return f"the page says {stated.isoformat()}, but looks back on {evidence.floor.isoformat()}", []
    if reason := _wrong_weekday(evidence, stated):
        return reason, []
    if reason := _wrong_years(evidence, stated, twin=twin):
        return reason, []
    return _told_long_before(stated, witnesses, TWIN if twin else SURE, late)
