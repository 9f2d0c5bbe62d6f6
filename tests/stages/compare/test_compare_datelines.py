"""Datelines without a year, and reports that only their neighbours date."""

from datetime import date

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare import compare

TUESDAY = date(2023, 11, 7)
LINE = "SENNAR, Nov 7 (Two Lakes Wire) - "
FLOOR = "\n\nThe port had last changed hands in June 2021."

GRAIN = """Relief workers reached the grain market of Kosta on Monday and found the bakery open, the \
committee in Rufaa said.

The pontoon over the Atbara was gone, a ferryman from Rufaa said, and guards of the Sennar brigade searched \
every barge on the way to Gedaref."""


def dated(*reports: Report) -> dict[str, Dated]:
    found = {one.source: one.dated for one in compare(reports).reports}
    assert found == {one.source: one.dated for one in compare(reports[::-1]).reports}
    return found


def days(when: Dated) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


# 7 November is a Tuesday in 2023 and in 2017; 8 April 2025 is a Tuesday too.
@pytest.mark.parametrize("posted", [date(2025, 4, 8), date(2023, 11, 20)])
def test_a_dateline_beats_the_day_of_a_page(posted: date) -> None:
    found = dated(report(LINE + FERRY + FLOOR, "page", posted))
    assert days(found["page"]) == (TUESDAY, TUESDAY)
    assert found["page"].how is DatedHow.INFERRED
    assert posted.isoformat() in found["page"].because


def test_the_page_of_a_copy_bounds_the_year_of_the_original() -> None:
    original = report(LINE + FERRY + FLOOR, "original")
    found = dated(original, report(f"{LINE}{FERRY}{FLOOR}\n\nSee also our boots.", "copy", date(2025, 4, 8)))
    assert days(found["original"]) == days(found["copy"]) == (TUESDAY, TUESDAY)


def test_a_page_within_the_week_of_its_dateline_stands() -> None:
    found = dated(report(LINE + FERRY, "page", date(2023, 11, 9)))
    assert found["page"].how is DatedHow.STATED


def test_without_a_page_the_year_is_that_of_the_neighbours() -> None:
    alone = report(LINE + FERRY, "alone")
    assert days(dated(alone, report(BRIDGE, "b", date(2017, 11, 8)))["alone"]) == (date(2017, 11, 7),) * 2
    assert days(dated(alone, report(BRIDGE, "b", date(2023, 11, 8)))["alone"]) == (TUESDAY, TUESDAY)
    assert dated(alone)["alone"].how is DatedHow.UNKNOWN
    assert days(dated(report(LINE + FERRY + FLOOR, "floor"))["floor"]) == (TUESDAY, TUESDAY)


def test_a_floor_alone_is_closed_by_reports_on_the_same_places() -> None:
    when = dated(report(GRAIN + FLOOR, "undated"), report(FERRY, "near", TUESDAY))["undated"]
    assert when.how is DatedHow.INFERRED
    assert when.earliest is not None
    assert when.latest is not None
    assert when.earliest <= date(2023, 11, 13) <= when.latest
    assert (when.latest - when.earliest).days <= 18
    assert "2021-06-01" in when.because
    assert dated(report(GRAIN + FLOOR, "u"), report(MINE, "far", TUESDAY))["u"].latest is None


def test_a_day_with_its_weekday_takes_the_year_of_the_set() -> None:
    text = "Shells fell on the Sudan port of Tesna on Monday 13 November, a clinic said on Thursday."
    when = dated(report(text, "undated"), report("The army of Sudan waited.", "near", date(2023, 10, 30)))
    first, last = days(when["undated"])
    assert first is not None
    assert last is not None
    assert date(2023, 11, 13) <= first <= date(2023, 11, 16) <= last <= date(2023, 12, 13)
    far = dated(report(text, "undated"), report("The army of Sudan waited.", "far", date(2020, 10, 30)))
    assert far["undated"].how is DatedHow.UNKNOWN


def test_the_text_of_an_agency_comes_before_the_paper_that_credits_it() -> None:
    line = "SENNAR, Nov 7, 2023 (Two Lakes Wire) - "
    own = report(line + FERRY, "own", TUESDAY, agencies=("Two Lakes Wire",))
    paper = report(
        FERRY, "paper", TUESDAY, agencies=("Two Lakes Wire",), outlet="The Sennar Post", byline=("Ana Costa",)
    )
    found = {one.source: one for one in compare([paper, own]).reports}
    assert found["paper"].copy_of == own.id
    assert found["own"].copy_of is None
