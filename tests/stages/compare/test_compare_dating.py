"""When reports were written: stated, inferred, or not known."""

from datetime import date

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare import compare

TUESDAY = date(2023, 11, 7)


def dated(*reports: Report) -> dict[str, Dated]:
    return {one.source: one.dated for one in compare(reports).reports}


def days(when: Dated) -> tuple[date | None, date | None, DatedHow]:
    return when.earliest, when.latest, when.how


def test_a_stated_date_that_fits_stands() -> None:
    assert days(dated(report(FERRY, "a", TUESDAY))["a"]) == (TUESDAY, TUESDAY, DatedHow.STATED)


def test_a_posting_a_year_later_is_not_the_day_of_writing() -> None:
    first, late = report(FERRY, "first", TUESDAY), report(f"Home\n\n{FERRY}", "late", date(2024, 10, 2))
    found = compare([late, first])
    by_source = {one.source: one for one in found.reports}
    assert days(by_source["late"].dated) == (TUESDAY, date(2023, 11, 8), DatedHow.INFERRED)
    assert "2024-10-02" in by_source["late"].dated.because
    assert by_source["late"].copy_of == first.id
    assert by_source["first"].copy_of is None


def test_a_late_posting_is_found_by_who_else_tells_it() -> None:
    undated, late = report(FERRY, "undated"), report(f"Home\n\n{FERRY}", "late", date(2024, 10, 2))
    other = report(BRIDGE, "other", date(2023, 11, 8))
    found = {one.source: one for one in compare([undated, late, other]).reports}
    assert days(found["late"].dated) == days(found["undated"].dated)
    assert found["undated"].dated.earliest == TUESDAY
    assert found["late"].copy_of == undated.id


def test_the_weekday_is_placed_by_a_dated_neighbour() -> None:
    found = dated(
        report(BRIDGE, "undated"), report(FERRY, "neighbour", TUESDAY), report(MINE, "far", date(2022, 3, 4))
    )
    assert found["undated"].earliest == date(2023, 11, 8)
    assert found["undated"].latest in {date(2023, 11, 9), date(2023, 11, 10)}
    assert found["undated"].how is DatedHow.INFERRED


def test_reports_of_other_happenings_do_not_pull() -> None:
    found = dated(report(MINE, "mine"), report(FERRY, "a", TUESDAY), report(BRIDGE, "b", date(2023, 11, 8)))
    assert days(found["mine"]) == (None, None, DatedHow.UNKNOWN)
    assert found["mine"].because


def test_same_text_gives_the_day() -> None:
    found = dated(report(FERRY, "a"), report(f"Home\n\n{FERRY}", "b", date(2023, 11, 8)))
    assert days(found["a"]) == (TUESDAY, date(2023, 11, 8), DatedHow.INFERRED)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("The Myanmar civil war is now in its third year.", date(2023, 2, 1), date(2024, 1, 31)),
        (
            "Cabo Delgado, where the war in Mozambique is in its fourth year.",
            date(2020, 10, 5),
            date(2021, 10, 4),
        ),
        (
            "The highland war, which began in 2013, is in its second year, villagers said.",
            date(2014, 1, 1),
            date(2015, 12, 30),
        ),
    ],
)
def test_the_year_of_a_war_bounds_the_day(words: str, first: date, last: date) -> None:
    assert days(dated(report(words, "a"))["a"]) == (first, last, DatedHow.INFERRED)


def test_wars_of_one_country_that_began_in_different_years_leave_it_open() -> None:
    when = dated(report("The war in Ukraine, now in its third year, goes on.", "a"))["a"]
    assert days(when) == (None, None, DatedHow.UNKNOWN)


def test_a_date_in_the_first_lines_counts() -> None:
    when = dated(report(f"GOMA, 4 March 2022. {MINE}", "a"))["a"]
    assert days(when) == (date(2022, 3, 4), date(2022, 3, 4), DatedHow.INFERRED)


def test_a_page_older_than_what_it_tells_is_not_believed() -> None:
    when = dated(report(f"{MINE}\n\nThe truce of 3 May 2022 had failed within days.", "a", date(2019, 1, 1)))[
        "a"
    ]
    assert when.how is DatedHow.INFERRED
    assert when.earliest == date(2022, 5, 3)
    assert when.latest is None


def test_a_weekday_that_does_not_fit_is_told() -> None:
    text = f"{MINE}\n\nThe shelling began on Monday, March 14."
    when = dated(report(text, "a", date(2023, 3, 20)))["a"]
    assert when.how is DatedHow.UNKNOWN
    assert "2023-03-14" in when.because
    assert dated(report(text, "b", date(2022, 3, 18)))["b"].how is DatedHow.STATED
