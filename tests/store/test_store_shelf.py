"""Rows on the shelf: a unit of work takes the place of what it was, and only what differs is written."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from shelved import claim, ids, shelve
from sqlalchemy import select

from warmonitor.store.check import check
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import LINK, SHELF, Tally, number_of, units
from warmonitor.store.store import Store


def rows(store: Store) -> list[tuple[Any, ...]]:
    """All rows but for the unit, with their links and words."""
    with store.database.reading() as connection:
        found = connection.execute(select(SHELF).order_by(SHELF.c.number)).all()
        links = connection.execute(select(LINK).order_by(*LINK.primary_key)).all()
        words = connection.exec_driver_sql("SELECT words FROM shelf_words ORDER BY words").all()
    return [*map(tuple, found), *map(tuple, links), *map(tuple, words)]


def test_a_unit_takes_the_place_of_what_it_was(place: Place) -> None:
    with place.open() as store:
        assert shelve(store, "a", [claim(1), claim(2)]) == Tally(new=2)
        assert shelve(store, "b", [claim(3)]) == Tally(new=1)
        before = Reader(store.database).head()
        assert shelve(store, "a", [claim(2), claim(1)]) == Tally(same=2)
        assert Reader(store.database).head() == before
        assert shelve(store, "a", [claim(2, killed=5), claim(4)]) == Tally(new=1, changed=1, gone=1)
        assert ids(store) == ["claim-00002", "claim-00003", "claim-00004"]
        found = Reader(store.database).get("claims", "claim-00002")
        assert found
        assert found["best"] == 5
        assert Reader(store.database).head().number == before.number + 3


def test_a_record_that_several_units_have_stands_with_the_least(place: Place) -> None:
    with place.open() as store:
        shelve(store, "b", [claim(1), claim(2)])
        assert shelve(store, "c", [claim(1, killed=9)]) == Tally()
        assert shelve(store, "a", [claim(1, killed=7)]) == Tally(changed=1)
        assert [Reader(store.database).get("claims", "claim-00001")["best"]] == [7]  # type: ignore[index]
        assert shelve(store, "a", []) == Tally(gone=1, again=("b", "c"))
        assert shelve(store, "c", [claim(1, killed=9)]) == Tally(new=1)
        assert shelve(store, "b", [claim(1), claim(2)]) == Tally(changed=1, same=1)
        assert shelve(store, "b", [claim(2)]) == Tally(gone=1, same=1, again=("c",))
        assert ids(store) == ["claim-00002"]
        with store.database.reading() as connection:
            assert units(connection) == ["b"]


def test_what_is_undone_leaves_no_trace(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(1, place="place-1"), claim(2)])
        before = rows(store)
        shelve(store, "a", [claim(1, killed=9, place="place-2"), claim(3)])
        assert rows(store) != before
        shelve(store, "a", [claim(2), claim(1, place="place-1")])
        assert rows(store) == before


PUTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3)), max_size=8)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(puts=PUTS)
def test_the_last_of_each_unit_counts_in_whatever_order(
    place: Place, puts: list[tuple[str, list[tuple[int, int]]]]
) -> None:
    with place.open() as store:
        for unit in "abc":
            shelve(store, unit, [])
        told: dict[str, dict[int, int]] = {}
        for unit, records in puts:
            told[unit] = dict(records)
            todo = [unit]
            while todo:
                at = todo.pop()
                todo += shelve(store, at, [claim(n, killed) for n, killed in told[at].items()]).again
        found = {one["id"]: one["best"] for one in Reader(store.database).each("claims")}
        expected = {number: killed for unit in "cba" for number, killed in told.get(unit, {}).items()}
        assert found == {f"claim-{number:05}": killed for number, killed in expected.items()}


def test_a_number_that_is_taken_is_no_trouble(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warmonitor.store.shelf.number_of", lambda row: 7)
    with place.open() as store:
        shelve(store, "a", [claim(1), claim(2)])
        shelve(store, "b", [claim(3)])
        assert len(ids(store)) == 3


def test_numbers_grow_with_days_and_fit_a_database() -> None:
    numbers = [number_of(claim(number)) for number in range(50)]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 1 << 63
    assert all(0 < number_of(claim(1, day=day)) < 1 << 63 for day in (-700_000, 2_000_000))


PARTS = st.tuples(st.none() | st.text(max_size=5), st.integers(0, 1 << 40), st.text(max_size=5))


@given(one=PARTS, other=PARTS)
def test_ranks_sort_as_their_parts(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    def key(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        text, number, rest = parts
        return (text is not None, text or "", number, rest)

    assert (rank(one) < rank(other)) == (key(one) < key(other))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE shelf SET content = replace(content, '4 people', '5 people') WHERE id = 'claim-00001'",
        "UPDATE shelf SET content = 'no JSON' WHERE id = 'claim-00001'",
        "UPDATE shelf SET first = '2031-05-01' WHERE id = 'claim-00001'",
        "UPDATE shelf_link SET target = 'place-2' WHERE target = 'place-1'",
        "DELETE FROM shelf_link WHERE target = 'place-1'",
        "UPDATE shelf_link SET kind = 'events' WHERE target = 'place-1'",
        "UPDATE shelf SET width = 2 WHERE id = 'claim-00001'",
    ],
)
def test_a_change_of_a_row_from_outside_is_found(place: Place, change: str) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(1, place="place-1"), claim(2), claim(3, outlet="x\0" + "y" * 400)])
        assert list(check(store)) == []
        store.database.write(lambda connection: connection.exec_driver_sql(change).rowcount)
        assert ("shelf-wrong", "claim-00001") in [(issue.code, issue.item) for issue in check(store)]
