"""What the map shows, kept beside the shelf: the same as a look at every record gives."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from mapped_rows import event, post, spell, spot, way
from migrating import done_again
from shelved import shelve
from sqlalchemy import text

from warmonitor.store.check import check
from warmonitor.store.database import Database
from warmonitor.store.mapped import OPEN, UNDATED, WIDE, between, day_number, mapped
from warmonitor.store.store import Store
from warmonitor.store.window import Window, count, features, holders, latest, spots, spots_of, undated


def day(iso: str) -> int:
    return day_number(iso, 0)


def shown(store: Store, first: str, last: str | None = None, **more: Any) -> list[str]:
    asked = Window(day(first), day(last or first), **more)
    return sorted(store.database.read(lambda connection: features(connection, asked))["id"])


def told(row: Any) -> dict[str, Any]:
    made = mapped(7, row.kind, row.id, row.content)
    assert made is not None
    return made[1]


def test_days_are_numbers_with_open_ends() -> None:
    assert day_number("1970-01-02T00:00", 0) == 1
    assert day_number(None, OPEN) == OPEN
    row = told(spell(1, 1, None, "2031-05-03"))
    assert (row["first"], row["last"], row["width"]) == (-OPEN, day("2031-05-03"), WIDE)
    assert row["stretches"] == f"t:{-OPEN}:{row['last']}:"


def test_an_event_without_any_day_stands_on_none() -> None:
    assert told(event(1, 1, None, None))["width"] == UNDATED


def test_a_post_is_carried_on_from_telling_to_telling() -> None:
    row = told(post(1, 1, ("2031-05-01", "kept"), ("2031-05-04", "kept"), ("2031-05-05", "surrounded")))
    d = day("2031-05-01")
    assert row["stretches"].split() == [
        f"t:{d}:{d}:kept",
        f"i:{d + 1}:{d + 2}:kept",
        f"t:{d + 3}:{d + 3}:kept",
        f"t:{d + 4}:{d + 4}:surrounded",
        f"c:{d + 5}:{OPEN}:surrounded",
    ]


def test_a_place_that_lies_nowhere_has_no_spot() -> None:
    lost = spot(1)
    assert mapped(1, "places", "place-1", {**lost.content, "latitude": None}) is None
    assert mapped(1, "claims", "claim-1", {}) is None


def test_a_window_has_what_lasts_into_it(place: Place) -> None:
    with place.open() as store:
        rows = [
            spot(1),
            spot(2),
            spell(1, 1, None, "2031-04-01"),
            spell(2, 2, "2031-04-02", None),
            event(1, 1, "2031-05-01", "2031-05-03"),
            event(2, None, "2031-01-01", "2031-12-31"),
            event(3, 1, None, None),
            way(1, 2, "2031-05-02", "2031-05-02"),
            post(1, 1, ("2031-05-02", "kept")),
        ]
        shelve(store, "a", rows)
        assert shown(store, "2031-05-02") == ["access-1", "event-1", "event-2", "post-1", "spell-2"]
        assert shown(store, "2031-05-05", layers=("events",)) == ["event-2"]
        assert shown(store, "2031-05-05", layers=("events",), trail=2) == ["event-1", "event-2"]
        assert shown(store, "2031-05-02", links=(("control", "place", "place-1"),)) == [
            "access-1",
            "event-1",
            "event-2",
            "post-1",
        ]
        assert shown(store, "2030-01-01", "2031-04-01") == ["event-2", "spell-1"]
        with store.database.reading() as connection:
            window = Window(day("2031-05-02"), day("2031-05-02"))
            assert count(connection, window) == {"control": 1, "events": 2, "access": 1, "posts": 1}
            assert spots(connection, features(connection, window)["place"])["id"] == ("place-1", "place-2")
            assert len(features(connection, window, most=2)["id"]) == 2
            assert spots_of(connection, window) == spots(connection, ["place-1", "place-2"])
            assert undated(connection) == 1
            assert latest(connection) == day("2031-05-03")


def test_holders_are_counted_over_all_days(place: Place) -> None:
    with place.open() as store:
        mine, nobody = {"holder": "River Men"}, {"holder": None, "status": "unknown"}
        rows = [spell(1, 1, None, None), spell(2, 1, "2031-04-02", None, **mine), spell(3, 2, None, None)]
        shelve(store, "a", [spot(1), *rows, spell(4, 2, None, None, **nobody), event(1, 1, None, None)])
        assert store.database.read(holders) == {"the Ferry Guard": 2, "River Men": 1}


def test_an_empty_store_has_no_latest_day(place: Place) -> None:
    with place.open() as store, store.database.reading() as connection:
        assert latest(connection) is None
        assert features(connection, Window(0, 1))["id"] == ()


DAYS = st.sampled_from([None, "2031-05-01", "2031-05-09", "2031-08-01"])


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(puts=st.lists(st.tuples(st.sampled_from("ab"), st.lists(DAYS, max_size=4)), max_size=5))
def test_rows_come_and_go_with_records(place: Place, puts: list[tuple[str, list[str | None]]]) -> None:
    with place.open() as store:
        for unit, days in puts:
            shelve(store, unit, [event(n + 10 * (unit == "b"), n, one, one) for n, one in enumerate(days)])
        assert kept_rows(store.database) == wanted_rows(store.database)
        for unit in "ab":
            shelve(store, unit, [])
        assert kept_rows(store.database) == {}


def kept_rows(database: Database) -> dict[int, Any]:
    return database.read(lambda connection: between(connection, 0, (1 << 63) - 1))


def wanted_rows(database: Database) -> dict[int, Any]:
    with database.reading() as connection:
        rows = connection.execute(text("SELECT number, kind, id, content FROM shelf")).all()
    made = {row.number: mapped(row.number, row.kind, row.id, json.loads(row.content)) for row in rows}
    return {number: one for number, one in made.items() if one is not None}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE shelf_map SET last = last + 1",
        "DELETE FROM shelf_spot",
        "UPDATE shelf_map SET number = 3",
    ],
)
def test_what_was_changed_from_outside_is_found(place: Place, harm: str) -> None:
    with place.open() as store:
        shelve(store, "a", [spot(1), event(1, 1, "2031-05-01", "2031-05-01")])
        assert list(check(store)) == []
        store.database.write(lambda connection: connection.execute(text(harm)))
        assert {issue.code for issue in check(store)} == {"shelf-wrong"}


def test_an_older_store_is_filled(place: Place) -> None:
    with place.open() as store:
        rows = [spot(1), spell(1, 1, "2031-05-01", None), event(1, 1, "2031-05-01", "2031-05-01")]
        shelve(store, "a", rows)
        before = kept_rows(store.database)
        tables = "shelf_map", "shelf_spot"
        store.database.write(lambda connection: done_again(connection, "v0010_map", *tables))
        assert len(before) == 3
        assert kept_rows(store.database) == before
