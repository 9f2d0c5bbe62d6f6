"""Events counted by day and month: as they come and go, the counts are those of the events that are there."""

from datetime import date
from typing import Any

import pytest
from happened import BATTLE, FIRST, STRIKE, event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from shelved import shelve
from sqlalchemy import select

from warmonitor.store.check import check
from warmonitor.store.daily import DAYS
from warmonitor.store.happenings import sound


def rows(place: Place) -> list[tuple[Any, ...]]:
    with place.open() as store, store.database.reading() as connection:
        return sorted(map(tuple, connection.execute(select(DAYS))))


def test_beginnings_and_ends_are_counted_by_day_and_month(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [event(1), event(2, last=date(2031, 6, 2), place="place-1"), event(3, None, None)])
        shelve(store, "b", [event(4, None, FIRST, STRIKE), event(5, FIRST, None, (None, None))])
    assert rows(place) == [
        ("", "", 7, "", *STRIKE, 1, 0),
        ("", "", 7, "2031-05", "", "", 1, 0),
        ("", "", 7, "2031-05", *BATTLE, 2, 1),
        ("", "", 7, "2031-05", *STRIKE, 0, 1),
        ("", "", 7, "2031-06", *BATTLE, 0, 1),
        ("", "", 10, "", *STRIKE, 1, 0),
        ("", "", 10, "2031-05-30", "", "", 1, 0),
        ("", "", 10, "2031-05-30", *BATTLE, 2, 1),
        ("", "", 10, "2031-05-30", *STRIKE, 0, 1),
        ("", "", 10, "2031-06-02", *BATTLE, 0, 1),
        ("place", "place-1", 7, "2031-05", *BATTLE, 1, 0),
        ("place", "place-1", 7, "2031-06", *BATTLE, 0, 1),
        ("place", "place-1", 10, "2031-05-30", *BATTLE, 1, 0),
        ("place", "place-1", 10, "2031-06-02", *BATTLE, 0, 1),
    ]


def test_what_goes_leaves_no_count(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [event(1, actor="actor-1"), event(2)])
        shelve(store, "a", [event(2, types=STRIKE)])
        assert [row[4] for row in rows(place)] == [STRIKE[0], STRIKE[0]]
        shelve(store, "a", [])
        assert rows(place) == []


MADE = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 40), st.integers(0, 40), st.sampled_from("xyz")), max_size=8
)


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(puts=st.lists(st.tuples(st.sampled_from("ab"), MADE), min_size=1, max_size=5))
def test_counts_are_those_of_the_events(
    place: Place, puts: list[tuple[str, list[tuple[int, int, int, str]]]]
) -> None:
    with place.open() as store:
        for unit, made in puts:
            told = [
                event(number, _day(first), _day(first + more), place=name)
                for number, first, more, name in made
            ]
            shelve(store, unit, told)
            with store.database.reading() as connection:
                assert sound(connection)


def _day(number: int) -> date | None:
    return date.fromordinal(FIRST.toordinal() + number) if number % 7 else None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE shelf_daily SET starts = 9",
        "DELETE FROM shelf_daily",
        "UPDATE shelf_daily SET span = '2030-01' WHERE level = 7",
    ],
)
def test_counts_that_are_changed_from_outside_are_found(place: Place, change: str) -> None:
    with place.open() as store:
        shelve(store, "a", [event(1)])
        assert list(check(store)) == []
        store.database.write(lambda connection: connection.exec_driver_sql(change).rowcount)
        assert ("shelf-wrong", "shelf_daily") in [(issue.code, issue.item) for issue in check(store)]


def test_counts_come_right_where_an_event_was_damaged(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [event(1), event(2)])
        harm = "UPDATE shelf SET content = 'no JSON', version = '' WHERE id = 'event-001'"
        store.database.write(lambda connection: connection.exec_driver_sql(harm).rowcount)
        shelve(store, "a", [event(1), event(2)])
        with store.database.reading() as connection:
            assert sound(connection)
