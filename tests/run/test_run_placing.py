"""Placing by a report's own words: country, day and sketch."""

from dataclasses import replace
from datetime import date

import pytest

from warmonitor.model import Dated, DatedHow, Placing, Report
from warmonitor.run.placing import day_of, placing_made, placing_of
from warmonitor.run.versions import NO_OPTIONS, version_of
from warmonitor.store.codec import decode
from warmonitor.store.made import CLEAN, Made

REPORT = Report(
    "report-1",
    "a.txt",
    "",
    "Shells hit a market in Aleppo on Monday, Syrian state media said.\n\nRoads in Idlib were cut.",
)


def test_the_country_is_that_of_the_places_named() -> None:
    assert placing_of(REPORT).theatre == "SY"
    assert placing_of(replace(REPORT, text="Shells hit the market, the harbour master said.")).theatre == ""


def test_a_text_in_capitals_is_placed_like_the_same_in_mixed_case() -> None:
    assert placing_of(replace(REPORT, text=REPORT.text.upper())) == placing_of(REPORT)


def test_nothing_but_the_text_and_its_date_counts() -> None:
    other = replace(REPORT, id="report-2", source="b.txt", outlet="Lamp", url="https://lamp.example/1")
    assert placing_of(other) == placing_of(REPORT)


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        (Dated(date(2031, 5, 2), date(2031, 5, 2), DatedHow.STATED), date(2031, 5, 2)),
        (Dated(date(2031, 5, 2), date(2031, 5, 6), DatedHow.INFERRED), date(2031, 5, 4)),
        (Dated(date(2031, 5, 2), date(2032, 5, 6), DatedHow.INFERRED), None),
        (Dated(date(2031, 5, 2), None, DatedHow.INFERRED), None),
        (Dated(), None),
    ],
)
def test_a_day_is_told_by_a_narrow_stretch_of_days_alone(dated: Dated, day: date | None) -> None:
    assert day_of(replace(REPORT, dated=dated)) == day


def test_where_words_tell_no_day_a_stated_one_counts() -> None:
    assert day_of(replace(REPORT, stated_date=date(2031, 5, 9))) == date(2031, 5, 9)


def test_what_is_kept_tells_from_what_it_was_made() -> None:
    cleaned = Made(CLEAN, "report-1", "sighting-1", "clean-1", NO_OPTIONS, "x")
    made = placing_made(cleaned, REPORT)
    assert (made.unit, made.input, made.version) == ("report-1", cleaned.digest, version_of("placing"))
    assert isinstance(decode(made.content), Placing)
    assert decode(placing_made(cleaned, None).content) is None
