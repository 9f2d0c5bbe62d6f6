"""Blocks kept as reports come are those of all reports at once, and what changed is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import NOW, Place, filled, made_of, raw_report
from sqlalchemy import Connection, delete, text

from warmonitor.model import Placing
from warmonitor.run.partition import partition
from warmonitor.store.check import check
from warmonitor.store.codec import encode
from warmonitor.store.nodes import blocks, settled, stale
from warmonitor.store.placed import BANDS, FAMILIES, NODES, PLACINGS, STALE
from warmonitor.store.placings import block_of, members, place, placed, touch, unplace, unplaced
from warmonitor.store.store import Store
from warmonitor.store.tree import MOST as MOST_OF_ALL

MOST = 3
DAYS = st.none() | st.builds(
    lambda day: date(2031, 1, 1) + timedelta(days=day), st.sampled_from([0, 1, 9, 10, 30, 31, 400, 401])
)


def sketched(rows: list[int]) -> tuple[int, ...]:
    return tuple(at << 57 | row << 38 | row << 19 | row for at, row in enumerate(rows))


# Few bands of few values, so that many are near copies, and some share a band without being near.
PLACINGS_OF = st.builds(
    Placing,
    st.sampled_from(["", "QA", "QB"]),
    DAYS,
    st.lists(st.integers(0, 2), max_size=4).map(sketched),
)
STEPS = st.lists(st.tuples(st.sampled_from("abcdefghijkl"), st.none() | PLACINGS_OF), max_size=24)


def held_by(connection: Connection) -> dict[str, tuple[str, ...]]:
    return {block: members(connection, block) for block in blocks(connection, MOST)}


def emptied(store: Store) -> None:
    def work(connection: Connection) -> None:
        for table in (BANDS, FAMILIES, NODES, PLACINGS, STALE):
            connection.execute(delete(table))

    store.database.write(work)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as opened:
        yield opened


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_increments_give_the_partition_of_all(
    store: Store, steps: list[tuple[str, Placing | None]]
) -> None:
    emptied(store)
    there: dict[str, Placing] = {}
    for report, placing in steps:
        store.database.write(partial(one_step, there=there, report=report, placing=placing))


def one_step(connection: Connection, there: dict[str, Placing], report: str, placing: Placing | None) -> None:
    before = held_by(connection)
    for block in stale(connection):
        settled(connection, block)
    if placing is None:
        touched = unplace(connection, report, MOST)
        there.pop(report, None)
    else:
        touched = place(connection, report, placing, MOST)
        there[report] = placing
    after = held_by(connection)
    assert placed(connection) == there
    assert after == partition(there, MOST)
    changed = {block for block in {*before, *after} if before.get(block) != after.get(block)}
    assert changed <= touched
    assert touched == set(stale(connection))
    assert all(why.report == report for why in stale(connection).values())


def a_pile(store: Store, count: int, day: date = date(2031, 1, 1)) -> None:
    def work(connection: Connection) -> None:
        for number in range(count):
            place(connection, f"r{number:03}", Placing("QA", day + timedelta(number), (number,)))

    store.database.write(work)


def test_a_pile_is_one_block_until_it_is_too_large(store: Store) -> None:
    a_pile(store, MOST_OF_ALL)
    with store.database.reading() as connection:
        assert blocks(connection) == {"all": MOST_OF_ALL}
    further = Placing("QA", date(2031, 1, 1), (9000,))
    touched = store.database.write(lambda connection: place(connection, "s", further))
    with store.database.reading() as connection:
        assert blocks(connection) == {"QA/2031-01": 32, "QA/2031-02": 28, "QA/2031-03": 5}
        assert touched == {"all", *blocks(connection)}
        assert block_of(connection, "r031") == "QA/2031-02"
        assert block_of(connection, "nobody") is None


def test_near_copies_live_where_the_earliest_is_dated(store: Store) -> None:
    def work(connection: Connection) -> list[str | None]:
        place(connection, "b", Placing("QB", date(2032, 5, 5), (7,)), 0)
        place(connection, "c", Placing("", None, (7,)), 0)
        before = [block_of(connection, report, 0) for report in "bc"]
        place(connection, "d", Placing("QA", date(2031, 1, 1), (7,)), 0)
        return before + [block_of(connection, report, 0) for report in "bcd"]

    assert store.database.write(work) == ["QB/2032-05-05"] * 2 + ["QA/2031-01-01"] * 3


def test_a_block_touched_again_meanwhile_stays_stale(store: Store) -> None:
    a_pile(store, 2)
    with store.database.reading() as connection:
        mark = stale(connection)["all"]
    assert mark.report == "r001"
    store.database.write(lambda connection: touch(connection, "r000"))
    store.database.write(lambda connection: settled(connection, "all", mark.number))
    with store.database.reading() as connection:
        again = stale(connection)["all"]
    assert (again.report, again.number > mark.number) == ("r000", True)
    store.database.write(lambda connection: settled(connection, "all", again.number))
    store.database.write(lambda connection: touch(connection, "r000"))
    with store.database.reading() as connection:
        assert stale(connection)["all"].number > again.number


def test_what_was_made_says_where_a_report_stands(place: Place) -> None:
    filled(place, 3)
    one = raw_report(1)
    with place.open() as store:
        cleaned, _, made = made_of(one)
        moved = replace(made, content=encode(Placing("QC", date(2031, 2, 2), (5,))))
        store.supersede(moved)
        with store.database.reading() as connection:
            assert placed(connection)[one.report_id] == Placing("QC", date(2031, 2, 2), (5,))
            assert stale(connection)["all"].report == one.report_id
        store.supersede(replace(made, content=encode(None)))
        with store.database.reading() as connection:
            assert one.report_id not in placed(connection)
            assert len(members(connection, "all")) == 2
        assert list(check(store)) == []
        store.supersede(cleaned)


def test_a_text_read_otherwise_makes_its_block_stale(place: Place) -> None:
    filled(place, 3)
    with place.open() as store:
        store.database.write(lambda connection: settled(connection, "all"))
        cleaned, extracted, _ = made_of(raw_report(1))
        store.supersede(extracted)
        with store.database.reading() as connection:
            assert stale(connection) == {}
        store.supersede(cleaned)
        with store.database.reading() as connection:
            assert stale(connection)["all"].report == raw_report(1).report_id


def test_what_was_never_placed_is_told(place: Place) -> None:
    with place.open() as store:
        for number in range(3):
            made = made_of(raw_report(number))
            store.keep(raw_report(number), made if number else made[:2], NOW)
        assert store.database.read(unplaced) == [raw_report(0).report_id]


@pytest.mark.parametrize("change", ["DELETE FROM placings", "UPDATE nodes SET reports = reports + 1"])
def test_a_tree_changed_from_outside_is_found(place: Place, change: str) -> None:
    filled(place, 2)
    with place.open() as store:
        store.database.write(lambda connection: connection.execute(text(change)))
        assert {issue.code for issue in check(store)} == {"placing-wrong"}
