from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import ActorKind
from warmonitor.reference.actors import Entry, Period
from warmonitor.reference.actors.periods import entry_on
from warmonitor.reference.actors.records import Spell

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def test_no_day_is_no_period() -> None:
    assert Period.of(None, None) is None


@pytest.mark.parametrize(
    ("since", "until", "meets"),
    [
        (None, None, True), ("2016-07", None, True), ("2016-08", None, False), (None, "2016-07", True),
        (None, "2016-06", False), ("2016", "2016", True), ("2016-07-21", None, False),
        ("2016-07-20", "2016-07-20", True), ("2017", None, False), (None, "2015", False),
    ],
)  # fmt: skip
def test_a_year_or_month_is_met_to_its_last_day(since: str | None, until: str | None, meets: bool) -> None:
    day = Period.of(date(2016, 7, 20), date(2016, 7, 20))
    assert day is not None
    assert day.meets(since, until) is meets


@given(DAYS, DAYS, DAYS)
def test_a_wider_period_meets_whatever_a_narrower_meets(one: date, two: date, day: date) -> None:
    since, until = sorted((one, two))
    narrow, wide = Period.of(day, day), Period.of(day, None)
    assert narrow is not None
    assert wide is not None
    spell = (since.isoformat(), until.isoformat())
    assert narrow.meets(*spell) == (since <= day <= until)
    assert wide.meets(*spell) or not narrow.meets(*spell)


def test_reports_go_on_telling_of_a_body_for_some_years() -> None:
    day = Period("2016-07-20", "2016-07-20")
    assert [day.long_over(until) for until in (None, "2016", "2013-08", "2013-06", "2010")] == [
        False, False, False, True, True,
    ]  # fmt: skip


def test_an_actor_is_what_it_was_on_the_day() -> None:
    entry = Entry(
        "vell", "Vell Front", ActorKind.GOVERNMENT, "government",
        kinds=(Spell("rebel group", None, "2021-07"), Spell("government", "2021-08", None)),
        sides=(Spell("opposition", "2015", "2021-07"), Spell("government", "2021-08", None)),
        sponsors=(Spell("state:KE", "2016", "2018"), Spell("state:UG", "2017", None)),
    )  # fmt: skip
    then = entry_on(entry, Period("2017-05-01", "2017-05-01"))
    assert (then.kind, then.side) == (ActorKind.REBEL_GROUP, "opposition")
    assert then.backers == ("state:KE", "state:UG")
    assert entry_on(entry, Period("2012-05-01", "2012-05-01")).side is None
    now = entry_on(entry, Period("2024-05-01", "2024-05-01"))
    assert (now.kind, now.side, now.backers) == (ActorKind.GOVERNMENT, "government", ("state:UG",))
