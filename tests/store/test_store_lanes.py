"""Events counted lane by lane: as many as a look at each event would count, however they are asked for."""

from collections import Counter
from datetime import date, timedelta

from happened import BATTLE, FIRST, STRIKE, event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from shelved import shelve

from warmonitor.store.filters import Filters
from warmonitor.store.lanes import ACTOR, BY_TYPE, PLACE, Asked, Cell, Lane, lanes, reach
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row
from warmonitor.store.spans import Unit, Window, whole

YEAR = Window(date(2031, 1, 1), date(2031, 12, 31), Unit.MONTH)
MANY = 60


def test_months_have_what_lasts_into_them(place: Place) -> None:
    with place.open() as store:
        long = event(2, date(2030, 12, 9), date(2031, 2, 2), STRIKE, place="place-1")
        shelve(store, "a", [event(1, place="place-1"), long, event(3, None, None), event(4, None, FIRST)])
        found = lanes(store.database, Asked(), YEAR, MANY)
        assert found.total == 3
        assert found.lanes == (
            Lane(
                BATTLE[0],
                2,
                tuple(Cell(f"2031-0{month}", BATTLE[0], 2 if month == 5 else 1) for month in range(1, 6)),
            ),
            Lane(STRIKE[0], 1, (Cell("2031-01", STRIKE[0], 1), Cell("2031-02", STRIKE[0], 1))),
        )
        by_place = lanes(store.database, Asked(PLACE), YEAR, MANY)
        assert [(one.name, one.total) for one in by_place.lanes] == [("place-1", 2)]
        assert reach(store.database, Asked(place="place-1")) == ("2030-12", "2031-05")
        assert reach(store.database, Asked(place="place-2")) is None


def test_lanes_of_most_events_come_first_and_the_rest_is_counted(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [event(n, place=f"place-{n * n // 9}") for n in range(9)])
        found = lanes(store.database, Asked(PLACE), YEAR, 2)
        assert [(one.name, one.total) for one in found.lanes] == [("place-0", 3), ("place-1", 2)]
        assert (found.further, found.total) == (4, 9)


def test_a_type_is_laid_out_by_its_sub_types(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [event(1, actor="a"), event(2, types=(BATTLE[0], None)), event(3, types=STRIKE)])
        found = lanes(store.database, Asked(type=BATTLE[0]), YEAR, MANY)
        assert [(one.name, one.total) for one in found.lanes] == [("", 1), (BATTLE[1], 1)]
        at_one = lanes(store.database, Asked(actor="a", type=STRIKE[1]), YEAR, MANY)
        assert (at_one.lanes, at_one.total) == ((), 0)


MADE = st.lists(
    st.tuples(
        st.integers(-50, 500) | st.none(),
        st.integers(0, 45),
        st.sampled_from(["place-1", "place-2"]),
        st.sampled_from(["actor-1", "actor-2"]),
        st.sampled_from([BATTLE, STRIKE, (BATTLE[0], None)]),
    ),
    max_size=12,
)
WHAT = st.builds(
    Asked,
    lane=st.sampled_from([BY_TYPE, PLACE, ACTOR]),
    place=st.sampled_from([None, "place-1"]),
    actor=st.sampled_from([None, "actor-1"]),
    type=st.sampled_from([None, BATTLE[0], STRIKE[1]]),
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    made=MADE,
    asked=WHAT,
    unit=st.sampled_from(list(Unit)),
    start=st.integers(-60, 400),
    length=st.integers(0, 70),
)
def test_counts_are_those_of_the_list(
    place: Place, made: list[tuple[int | None, int, str, str, tuple[str, str]]], asked: Asked, unit: Unit,
    start: int, length: int,
) -> None:  # fmt: skip
    events = [_event(number, *one) for number, one in enumerate(made)]
    first = FIRST + timedelta(days=start)
    window = Window(*whole(first, first + timedelta(days=length), unit), unit)
    with place.open() as store:
        shelve(store, "a", events)
        found = lanes(store.database, asked, window, MANY)
        reader = Reader(store.database)

        def listed(since: date, until: date) -> list[str]:
            wanted = Filters(place=asked.place, actor=asked.actor, type=asked.type, since=since, until=until)
            return [str(one["id"]) for one in reader.each("events", wanted)]

        assert found.total == len(listed(window.first, window.last))
        for bucket in list(window.buckets())[:4]:
            told = Counter(
                {
                    lane.name: sum(cell.events for cell in lane.cells if cell.at == bucket.name)
                    for lane in found.lanes
                }
            )
            ids = set(listed(bucket.first, bucket.last))
            wanted = Counter(_lane(row, asked) for row in events if row.id in ids)
            assert +told == wanted or (set(told) < set(wanted) and asked.lane != BY_TYPE)


def _event(number: int, first: int | None, more: int, where: str, who: str, types: tuple[str, str]) -> Row:
    start = None if first is None else FIRST + timedelta(days=first)
    end = (start or FIRST) + timedelta(days=more) if more % 5 else start and None
    return event(number, start, end or (FIRST if start is None else None), types, place=where, actor=who)


def _lane(row: Row, asked: Asked) -> str:
    if asked.lane != BY_TYPE:
        return dict(row.links)[asked.lane]
    return str(row.content["sub_type" if asked.type else "type"] or "")
