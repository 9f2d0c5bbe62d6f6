"""What blocks give to units across them: only what differs is told, and order of coming never matters."""

import pytest
from kept_documents import Place

from warmonitor.store.slices import blocks_of, contents, put_slices
from warmonitor.store.store import Store


def put(store: Store, block: str, **slices: str) -> set[str]:
    return store.database.write(lambda connection: put_slices(connection, block, slices))


def test_units_are_told_whose_slices_differ(place: Place) -> None:
    with place.open() as store:
        assert put(store, "b", harbour="1", mill="2") == {"harbour", "mill"}
        assert put(store, "a", harbour="3") == {"harbour"}
        assert put(store, "b", harbour="1", mill="4", quay="5") == {"mill", "quay"}
        assert put(store, "b", harbour="1") == {"mill", "quay"}
        assert put(store, "b", harbour="1") == set()


@pytest.mark.parametrize("order", ["abc", "cab", "bca"])
def test_contents_stand_in_the_order_of_blocks(place: Place, order: str) -> None:
    with place.open() as store:
        for block in order:
            put(store, block, harbour=block.upper())
        found = store.database.read(lambda connection: contents(connection, ["harbour", "mill"]))
        assert found == {"harbour": {"a": "A", "b": "B", "c": "C"}, "mill": {}}
        assert list(found["harbour"]) == ["a", "b", "c"]
        assert store.database.read(lambda connection: blocks_of(connection, "harbour")) == ["a", "b", "c"]
