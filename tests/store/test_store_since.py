"""What turned by day: each day's difference, whatever was put in between, and records that moved."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from sqlalchemy import func, select

from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row, put
from warmonitor.store.since import SINCE, What
from warmonitor.store.store import Store
from warmonitor.store.turned import KEPT_DAYS, tell_turned
from warmonitor.store.turns import Kept, counts, kept_since, turns

MONDAY = date(2031, 5, 5)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def figure(record: str, killed: int, *claims: str) -> Row:
    """An invented figure of people killed; it rests on claims."""
    content = {
        "id": record,
        "measure": "killed",
        "of": "people",
        "place": {"id": "place-orlen", "name": "Orlen", "said": ["Orlen"]},
        "when": {"earliest": "2031-05-01", "latest": "2031-05-01", "said": None, "precision": "day"},
        "low": killed,
        "high": killed,
        "rule": "range",
        "rules": [{"rule": "range", "low": killed, "high": killed, "origins": []}],
        "claims": list(claims),
    }
    links = tuple(("claim", claim) for claim in claims)
    return Row("figures", record, content, rank((record,)), date(2031, 5, 1), date(2031, 5, 1), links)


def add(store: Store, number: int, *rows: Row, unit: str = "a") -> None:
    """Put a unit on a day."""
    at = f"{day(number).isoformat()}T05:06:07+00:00"
    store.database.write(lambda connection: put(connection, unit, rows, at))


def told(store: Store, first: int, last: int) -> dict[str, int]:
    """What figures became in some days."""
    tell_turned(store.database)
    found = store.database.read(lambda connection: counts(connection, day(first), day(last)))
    return {what.name: number for (kind, what), number in found.items() if kind == "figures"}


def lines(store: Store, what: What, first: int, last: int) -> list[tuple[str, int, Any]]:
    found, on = store.database.read(
        lambda connection: turns(connection, ("figures", what), day(first), day(last), None, 10)
    )
    assert on is None
    return [(one.id, (one.day - MONDAY).days, one.was and one.was["low"]) for one in found]


def test_the_day_on_which_an_account_is_made_turns_nothing(place: Place) -> None:
    with place.open() as store:
        assert store.database.read(kept_since) == Kept(None, None)
        add(store, 0, figure("f1", 4))
        add(store, 0, figure("f1", 5), figure("f2", 3))
        assert told(store, -7, 0) == {}
        assert store.database.read(kept_since) == Kept(MONDAY, MONDAY)
        add(store, 1, figure("f1", 6), figure("f3", 1))
        assert told(store, 1, 1) == {"NEW": 1, "CHANGED": 1, "GONE": 1}
        assert lines(store, What.CHANGED, 0, 1) == [("f1", 1, 5)]
        assert lines(store, What.GONE, 0, 1) == [("f2", 1, 3)]
        assert lines(store, What.NEW, 0, 1) == [("f3", 1, None)]


def test_the_same_again_turns_nothing(place: Place) -> None:
    with place.open() as store:
        add(store, 0, figure("f1", 4))
        add(store, 1, figure("f1", 4))
        assert told(store, 0, 9) == {}


def test_days_together_tell_what_became_of_a_record_by_their_end(place: Place) -> None:
    with place.open() as store:
        add(store, 0, figure("f1", 4), figure("f2", 4))
        add(store, 1, figure("f1", 5), figure("f3", 7))
        add(store, 3, figure("f1", 6), figure("f3", 8), figure("f4", 1))
        add(store, 5, figure("f1", 6), figure("f3", 8))
        assert told(store, 3, 3) == {"NEW": 1, "CHANGED": 2}
        assert told(store, 1, 5) == {"NEW": 1, "CHANGED": 1, "GONE": 1}
        assert lines(store, What.CHANGED, 1, 5) == [("f1", 3, 4)]
        assert lines(store, What.NEW, 1, 5) == [("f3", 1, None)]


def test_a_record_whose_id_moves_is_one_that_changed(place: Place) -> None:
    with place.open() as store:
        add(store, 0, figure("f1", 4, "c1", "c2"))
        add(store, 1, unit="a")
        add(store, 1, figure("f2", 9, "c1", "c2", "c3"), figure("f3", 2, "c9"), unit="event:x")
        assert told(store, 1, 1) == {"NEW": 1, "CHANGED": 1}
        assert lines(store, What.CHANGED, 1, 1) == [("f2", 1, 4)]
        add(store, 1, figure("f4", 11, "c1", "c4"), figure("f3", 2, "c9"), unit="event:x")
        assert told(store, 1, 1) == {"NEW": 1, "CHANGED": 1}
        assert lines(store, What.CHANGED, 1, 1) == [("f4", 1, 4)]
        add(store, 2, figure("f5", 12, "c4"), figure("f3", 2, "c9"), unit="event:x")
        assert told(store, 1, 2) == {"NEW": 1, "CHANGED": 1}
        assert lines(store, What.CHANGED, 1, 2) == [("f5", 2, 4)]
        assert lines(store, What.CHANGED, 1, 1) == [("f5", 1, 4)]
        add(store, 2, unit="event:x")
        add(store, 2, figure("f1", 4, "c1", "c2"))
        assert told(store, 2, 2) == {"CHANGED": 1, "GONE": 1}


def test_a_record_that_moves_back_has_not_changed(place: Place) -> None:
    with place.open() as store:
        add(store, 0, figure("f1", 4, "c1"))
        add(store, 1, figure("f2", 9, "c1", "c3"))
        assert told(store, 1, 1) == {"CHANGED": 1}
        add(store, 1, figure("f1", 4, "c1"))
        assert told(store, 1, 1) == {}


def test_what_is_kept_of_an_account_of_an_earlier_version(place: Place) -> None:
    with place.open() as store:
        store.database.write(lambda connection: put(connection, "a", [figure("f1", 4)]))
        add(store, 0, figure("f1", 5))
        assert store.database.read(kept_since) == Kept(MONDAY, None)
        assert told(store, 0, 0) == {"CHANGED": 1}


def test_a_long_list_is_read_by_pages(place: Place) -> None:
    with place.open() as store:
        add(store, 0, figure("f", 4))
        for number in range(1, 4):
            add(store, number, *(figure(f"f{number}-{one}", 1) for one in range(4)), unit=str(number))
        tell_turned(store.database)
        found: list[str] = []
        after: str | None = None
        while after is not None or not found:
            some, after = store.database.read(
                lambda one, on=after: turns(one, ("figures", What.NEW), day(0), day(9), on, 5)  # type: ignore[misc]
            )
            found += [one.id for one in some]
        assert found == [f"f{number}-{one}" for number in (3, 2, 1) for one in (3, 2, 1, 0)]


def test_what_is_old_is_forgotten(place: Place) -> None:
    with place.open() as store:
        for number in (0, 1, KEPT_DAYS + 2):
            add(store, number, figure("f1", number))
        tell_turned(store.database)
        with store.database.reading() as connection:
            assert connection.execute(select(func.min(SINCE.c.day))).scalar_one() == str(day(KEPT_DAYS + 2))


PUTS = st.lists(
    st.tuples(
        st.integers(1, 3), st.dictionaries(st.integers(0, 5), st.integers(1, 3), max_size=5), st.booleans()
    ),
    max_size=8,
)


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(puts=PUTS)
def test_a_day_is_the_difference_of_its_ends(place: Place, puts: list[tuple[int, Any, bool]]) -> None:
    with place.open() as store:
        store.database.write(lambda one: one.execute(SINCE.delete()).rowcount)
        store.database.write(lambda one: put(one, "a", [figure("f0", 1)]))
        ends: dict[int, Mapping[int, int]] = {0: {0: 1}}
        for number, records, tell in sorted(puts, key=lambda one: one[0]):
            add(store, number, *(figure(f"f{one}", killed) for one, killed in records.items()))
            ends[number] = records
            if tell:
                tell_turned(store.database)
        for number in (1, 2, 3):
            ends.setdefault(number, ends[number - 1])
        for first in (1, 2, 3):
            for last in range(first, 4):
                if last in (first, 3):
                    _hold(told(store, first, last), ends, first, last)


def _hold(found: dict[str, int], ends: Mapping[int, Mapping[int, int]], first: int, last: int) -> None:
    """One day is its difference; over more nothing is told that is not at least there."""
    before, after = ends[first - 1], ends[last]
    wanted = {
        "NEW": len(after.keys() - before.keys()),
        "CHANGED": sum(before[one] != after[one] for one in before.keys() & after.keys()),
        "GONE": len(before.keys() - after.keys()),
    }
    if first == last:
        assert found == {what: number for what, number in wanted.items() if number}
    assert found.get("GONE", 0) <= wanted["GONE"]
    assert found.get("NEW", 0) <= wanted["NEW"]
