"""Records by what they are linked to: how many, the newest, those that are named most."""

from kept_documents import Place
from shelved import claim, shelve

from warmonitor.store.filters import Filters
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row


def place_row(record: str, country: str) -> Row:
    return Row("places", record, {"id": record}, rank((record,)), links=(("country", country),))


def test_records_are_counted_by_what_they_are_linked_to(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(n, place=f"place-{n % 3}") for n in range(10)])
        found = Reader(store.database).tallies("place", ["place-0", "place-2", "none"], ("claims", "events"))
        assert found == {"place-0": {"claims": 4}, "place-2": {"claims": 3}}


def test_the_newest_come_first(place: Place) -> None:
    with place.open() as store:
        rows = [claim(n, place="here", actor=f"actor-{n % 2}") for n in (5, 1, 9, 3, 8)]
        shelve(store, "a", [*rows, claim(20, place="there")])
        reader = Reader(store.database)

        def newest(limit: int = 100, **asked: str) -> list[int]:
            return [int(one["id"][6:]) for one in reader.newest("claims", Filters(**asked), limit)]  # type: ignore[arg-type]

        assert newest(3, place="here") == [9, 8, 5]
        assert newest(place="here", actor="actor-0") == [8]
        assert newest(place="nowhere") == []


def test_those_that_name_any_of_some_are_found_once(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(n, claim=f"of-{n % 4}") for n in range(8)])
        found = Reader(store.database).naming("claims", "claim", ["of-1", "of-3", "of-1", "none"], 3)
        assert [one["id"] for one in found] == ["claim-00007", "claim-00005", "claim-00003"]


def test_counting_stops_where_it_is_told_to(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(n, place="here", actor=f"actor-{n % 2}") for n in range(20)])
        reader = Reader(store.database)
        assert reader.counted("claims") == 20
        assert reader.counted("claims", most=7) == 7
        assert reader.counted("claims", Filters(place="here", actor="actor-1")) == 10
        day = claim(15).first
        assert reader.counted("claims", Filters(place="here", since=day)) == 5
        assert reader.counted("claims", Filters(until=day)) == 16
        assert reader.counted("events") == 0


def test_the_most_named_come_first_and_alike_in_their_order(place: Place) -> None:
    with place.open() as store:
        named = ["a", "b", "b", "c", "c", "c", "d", "d", "gone"]
        shelve(store, "a", [claim(n, place=one) for n, one in enumerate(named)])
        shelve(store, "b", [place_row(one, "XA" if one != "d" else "XB") for one in "abcde"])
        reader = Reader(store.database)

        def most(start: int = 0, limit: int = 10, **asked: str) -> list[tuple[str, int]]:
            found = reader.most_named("places", "place", Filters(**asked), start, limit)  # type: ignore[arg-type]
            return [(one["id"], claims) for one, claims in found]

        assert most() == [("c", 3), ("b", 2), ("d", 2), ("a", 1)]
        assert most(1, 2) == [("b", 2), ("d", 2)]
        assert most(country="XA") == [("c", 3), ("b", 2), ("a", 1)]
