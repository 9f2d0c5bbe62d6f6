"""Pages whose date is gone or false: what the others and the words say of their day instead."""

from datetime import date, timedelta

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare import compare

TUESDAY = date(2023, 11, 7)
DAYS = {
    "ferry": TUESDAY,
    "bridge": date(2023, 11, 8),
    "market": date(2023, 11, 8),
    "clinic": date(2023, 11, 9),
}
MARKET = """Fires burned in the grain market of Kosta on Wednesday, a day after army units crossed the \
Atbara on a pontoon bridge near the sugar refinery, traders said.

Paramilitary fighters left the river port towards the Gedaref plain, and families from the eastern quarters \
reached Rufaa on foot. A doctor at the district clinic had counted nine dead near the cattle yards."""
CLINIC = """The district clinic in Kosta has run out of blood, its doctor said on Thursday, two days \
after mortar fire hit the cattle yards of the river port.

Most of the wounded from the eastern quarters were carried over the Atbara to Rufaa, the relief committee \
said. The ferry service stays suspended, and the sugar refinery still smokes."""
TEXTS = {"ferry": FERRY, "bridge": BRIDGE, "market": MARKET, "clinic": CLINIC}


def pile(changed: str, day: date | None) -> dict[str, Dated]:
    reports = [report(text, name, day if name == changed else DAYS[name]) for name, text in TEXTS.items()]
    return {one.source: one.dated for one in compare([*reports, report(MINE, "mine", TUESDAY)]).reports}


def holds(when: Dated, day: date) -> bool:
    return bool(when.earliest and when.latest and when.earliest <= day <= when.latest)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_date_that_is_gone_is_found_again(name: str) -> None:
    found = pile(name, None)
    assert found[name].how is DatedHow.INFERRED
    assert holds(found[name], DAYS[name])
    assert all(found[other].how is DatedHow.STATED for other in DAYS if other != name)


@pytest.mark.parametrize("name", sorted(TEXTS))
@pytest.mark.parametrize("years", [-1, 1, 30])
def test_a_clock_that_is_years_off_is_not_believed(name: str, years: int) -> None:
    found = pile(name, DAYS[name] + timedelta(days=365 * years))
    assert found[name].how is DatedHow.INFERRED
    assert holds(found[name], DAYS[name])
    assert all(found[other].how is DatedHow.STATED for other in DAYS if other != name)


def test_a_page_older_than_the_war_that_it_names_is_not_believed_against_others() -> None:
    def told(name: str, day: date) -> Report:
        return report(f"{TEXTS[name]}\n\nThe war in Sudan goes on, and Sudan hungers.", name, day)

    days = {**DAYS, "ferry": date(1999, 11, 2)}
    found = {
        one.source: one.dated for one in compare([told(name, day) for name, day in days.items()]).reports
    }
    assert found["ferry"].how is DatedHow.INFERRED
    assert holds(found["ferry"], TUESDAY)


def test_a_page_alone_is_believed_whatever_it_says() -> None:
    assert compare([report(MINE, "mine", date(2199, 1, 1))]).reports[0].dated.how is DatedHow.STATED


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 1, 1), date(9999, 12, 30)])
def test_no_day_of_the_calendar_breaks_it(day: date) -> None:
    found = pile("ferry", day)
    assert set(found) == {*TEXTS, "mine"}
    assert all(when.because for when in found.values())
