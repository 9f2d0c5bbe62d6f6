"""The reader: pages in order that stay as they are while rows come in, and filters."""

from datetime import date, timedelta
from typing import Any

import pytest
from kept_documents import Place
from shelved import DAY, claim, ids, shelve

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.reader import Reader


def test_pages_are_in_order_and_stay_while_rows_come_in(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(number) for number in range(0, 40, 2)])
        reader = Reader(store.database)
        first = reader.page("claims", limit=7, total=True)
        assert first.total == 20
        shelve(store, "b", [claim(number) for number in range(1, 40, 2)])
        second = reader.page("claims", after=first.after, limit=7)
        told = [one["id"] for one in (*first.records, *second.records)]
        assert told == [f"claim-{number:05}" for number in [*range(0, 14, 2), *range(13, 20)]]
        assert reader.page("claims", limit=40).after is None
        assert reader.page("claims", limit=39).after is not None
        assert reader.page("events").records == ()


@pytest.mark.parametrize("few", [3_000, 3])
def test_filters_leave_what_fits_whichever_index_leads(
    place: Place, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("warmonitor.store.paging._FEW", few)
    rows = [claim(n, place=f"place-{n % 3}", actor=f"actor-{n % 4}", outlet="Lamp") for n in range(60)]
    with place.open() as store:
        shelve(store, "a", rows)

        def told(**asked: Any) -> list[int]:
            found = [int(one[6:]) for one in ids(store, filters=Filters(**asked))]
            assert Reader(store.database).page("claims", Filters(**asked), total=True).total == len(found)
            return found

        assert told(place="place-1") == list(range(1, 60, 3))
        assert told(place="place-1", actor="actor-2") == list(range(10, 60, 12))
        assert told(outlet="Lamp", report="report-0002") == list(range(20, 30))
        day = DAY + timedelta(days=30)
        assert told(since=day) == list(range(30, 60))
        assert told(until=day, place="place-0") == list(range(0, 31, 3))
        assert told(since=day, until=day) == [30]
        assert told(since=day, until=day, place="place-1") == []
        assert told(place="place-9' OR 1=1 --") == []
        assert told(place="\0\ud800") == []


def test_long_and_open_times_are_found_by_each_day_of_theirs(place: Place) -> None:
    long, since, until, never = (claim(number) for number in range(4))
    times = [
        (date(2031, 1, 1), date(2032, 1, 1)),
        (date(2031, 6, 1), None),
        (None, date(2031, 2, 1)),
        (None, None),
    ]
    rows = [
        type(row)(row.kind, row.id, row.content, row.rank, *ends)
        for row, ends in zip((long, since, until, never), times, strict=True)
    ]
    with place.open() as store:
        shelve(store, "a", rows)

        def on(day: date) -> list[int]:
            return [int(one[6:]) for one in ids(store, filters=Filters(since=day, until=day))]

        assert on(date(2030, 1, 1)) == [2]
        assert on(date(2031, 2, 1)) == [0, 2]
        assert on(date(2031, 8, 1)) == [0, 1]
        assert on(date(2040, 1, 1)) == [1]
        assert len(ids(store)) == 4


def test_some_come_in_the_order_asked_for(place: Place) -> None:
    with place.open() as store:
        shelve(store, "a", [claim(number) for number in range(5)])
        reader = Reader(store.database)
        found = reader.some("claims", ["claim-00003", "x", "claim-00001", "\0", "claim-00003", "\udc80"])
        assert [one["id"] for one in found] == ["claim-00003", "claim-00001"]
        assert reader.get("claims", "claim-00009") is None
        assert reader.get("reports", "claim-00001") is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"colour": "red"}, "filter-unknown"),
        ({"since": "yesterday"}, "day-invalid"),
        ({"since": "2031-05-02", "until": "2031-05-01"}, "days-reversed"),
        ({"measure": "sheep"}, "measure-unknown"),
    ],
)
def test_filters_that_are_none_are_told(asked: dict[str, str], code: str) -> None:
    with pytest.raises(QueryError) as told:
        filters_of(asked)
    assert told.value.code == code
    assert str(told.value).endswith(".")


def test_filters_are_read_by_name() -> None:
    read = filters_of({"place": "place-1", "since": "2031-05-01"})
    assert read == Filters(place="place-1", since=date(2031, 5, 1))


def test_what_is_no_page_is_told(place: Place) -> None:
    with place.open() as store:
        reader = Reader(store.database)
        for code, asked in {
            "kind-unknown": {"kind": "horses"},
            "limit-invalid": {"kind": "claims", "limit": 0},
            "cursor-invalid": {"kind": "claims", "after": "x'; DROP TABLE shelf"},
        }.items():
            with pytest.raises(QueryError) as told:
                reader.page(**asked)  # type: ignore[arg-type]
            assert told.value.code == code
