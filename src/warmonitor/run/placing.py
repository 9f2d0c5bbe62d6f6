"""Where a report belongs, by its own words alone: the country and the day that it tells of, and a sketch."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Dated, DatedHow, Placing, Report
from warmonitor.reference.actors import load_actors
from warmonitor.reference.casing import name_speller
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.run.versions import NO_OPTIONS, version_of
from warmonitor.stages.compare import compare, sketch
from warmonitor.stages.ground.places import own_country
from warmonitor.store.codec import encode
from warmonitor.store.made import PLACING, Made

WIDE = timedelta(days=31)  # days that lie further apart tell no day of writing


@cache
def _speller() -> Callable[[str], str | None]:
    return name_speller(load_gazetteer(), load_actors())


def placing_of(report: Report, alone: Report | None = None) -> Placing:
    """Return the placing of a report as clean made it.

    `alone` is the report in mixed case as compare dates it by itself, where that is known already. Names are
    looked up in what comes with the program, so that look-ups that a user adds move no report.
    """
    mixed = replace(report, text=fold_case(report.text, load_parser(), _speller()))
    if alone is None or alone.text != mixed.text:
        (alone,) = compare([mixed]).reports
    return Placing(own_country(mixed, load_gazetteer()), day_of(alone), sketch(report.text))


def day_of(alone: Report) -> date | None:
    """Return the day of writing as a report's own words tell it: the middle of a month at most, else none."""
    told: Dated = alone.dated
    if told.how is not DatedHow.UNKNOWN and told.earliest and told.latest:
        between = told.latest - told.earliest
        if between <= WIDE:
            return told.earliest + between // 2
    return alone.stated_date


def placing_made(cleaned: Made, report: Report | None, alone: Report | None = None) -> Made:
    """Return the placing of what clean made, to be kept; that of bytes that hold no report is empty."""
    content = encode(None if report is None else placing_of(report, alone))
    return Made(PLACING, cleaned.unit, cleaned.digest, version_of(PLACING), NO_OPTIONS, content)
