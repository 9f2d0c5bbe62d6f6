"""What records name, counted: as they come and go, the counts are those of the links that are there."""

from typing import Any

import pytest
from happened import event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from shelved import claim, shelve
from sqlalchemy import select

from warmonitor.store.check import check
from warmonitor.store.named import NAMED, sound
from warmonitor.store.store import Store


def rows(store: Store) -> list[tuple[Any, ...]]:
    with store.database.reading() as connection:
        return sorted(map(tuple, connection.execute(select(NAMED))))


def test_what_records_name_is_counted_by_kind_and_role(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(1, place="place-1", speaker="actor-1"), claim(2, place="place-1")])
        shelve(
            store, "b", [claim(3, actor="actor-1"), event(1, place="place-1"), event(2, outlet="The Bell")]
        )
        assert rows(store) == [
            ("claims", "actor", "actor-1", 1),
            ("claims", "place", "place-1", 2),
            ("events", "place", "place-1", 1),
        ]


def test_what_goes_or_changes_is_counted_no_longer(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(1, place="place-1"), claim(2, place="place-1")])
        shelve(store, "a", [claim(1, place="place-2"), claim(2, place="place-1")])
        assert rows(store) == [("claims", "place", "place-1", 1), ("claims", "place", "place-2", 1)]
        shelve(store, "a", [])
        assert rows(store) == []


_MADE = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("xyz")), max_size=8)


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(puts=st.lists(st.tuples(st.sampled_from("ab"), _MADE), min_size=1, max_size=5))
def test_counts_are_those_of_the_links(place: Place, puts: list[tuple[str, list[tuple[int, str]]]]) -> None:
    with place.open() as store:
        for unit, made in puts:
            shelve(store, unit, [claim(number, place=name, actor=name) for number, name in made])
            with store.database.reading() as connection:
                assert sound(connection)


@pytest.mark.parametrize("change", ["UPDATE shelf_named SET records = 9", "DELETE FROM shelf_named"])
def test_counts_that_are_changed_from_outside_are_found(place: Place, change: str) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(1, place="place-1")])
        assert list(check(store)) == []
        store.database.write(lambda connection: connection.exec_driver_sql(change).rowcount)
        assert [(issue.code, issue.item) for issue in check(store)] == [("shelf-wrong", "shelf_named")]
