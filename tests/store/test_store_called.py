"""A place or actor that gets another name has it in every record that names it, whatever unit that is of."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from kept_documents import Place

from warmonitor.store.called import call_again, called, calling, named
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row, put

ORLEN = {"id": "place-orlen", "name": "Orlen", "names_seen": ["Orlen"]}
GUARD = {"id": "actor-guard", "name": "the guard", "names_seen": ["guard"]}


def event(number: int) -> Row:
    content = {
        "id": f"event-{number}",
        "place": {"id": "place-orlen", "name": "Orleno", "said": ["Orleno"]},
        "actors": [{"id": "actor-guard", "name": "guards"}, {"id": None, "name": "others"}],
    }
    links = (("place", "place-orlen"), ("actor", "actor-guard"))
    return Row("events", f"event-{number}", content, rank((number,)), links=links)


def place_row(content: Mapping[str, Any]) -> Row:
    return Row("places", str(content["id"]), content, rank((str(content["id"]),)))


def actor_row(content: Mapping[str, Any]) -> Row:
    return Row("actors", str(content["id"]), content, rank((str(content["id"]),)))


def test_rows_get_the_names_of_the_shelf_and_others_when_these_change(place: Place) -> None:
    with place.open() as store:

        def work(connection: Any) -> None:
            put(connection, "place:orlen", [place_row(ORLEN)])
            put(connection, "actor:guard", [actor_row(GUARD)])
            for number in range(3):
                put(connection, f"block-{number % 2}", called(connection, [event(number)] if number else []))
            put(connection, "block-0", called(connection, [event(0), event(2)]))
            put(connection, "place:orlen", [place_row({**ORLEN, "name": "Orlen Town"})])
            call_again(connection, ["place-orlen"])

        store.database.write(work)
        reader = Reader(store.database)
        found = list(reader.each("events"))
        assert [one["id"] for one in found] == ["event-0", "event-1", "event-2"]
        assert all(
            one["place"] == {"id": "place-orlen", "name": "Orlen Town", "said": ["Orlen"]} for one in found
        )
        assert all([who["name"] for who in one["actors"]] == ["the guard", "others"] for one in found)


TREES = st.recursive(
    st.one_of(st.none(), st.text(max_size=3), st.integers()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "name", "said", "x"]), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(TREES)
def test_what_is_not_known_stays_as_it_is(tree: object) -> None:
    assert calling(tree, {}) == tree
    assert set(named([tree, event(1).content])) >= {"place-orlen", "actor-guard"}
