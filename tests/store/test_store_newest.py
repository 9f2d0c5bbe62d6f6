"""Records from the newest on: the same in either database, whichever index leads, page by page."""

from datetime import date, timedelta

import pytest
from kept_documents import Place
from shelved import DAY, shelve

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row


def dated(key: str, first: int | None, last: int | None, outlet: str = "Lamp", kind: str = "stated") -> Row:
    """A report of some days, counted from DAY; None is an open end."""
    days = [DAY + timedelta(days=one) if one is not None else None for one in (first, last)]
    links = (("outlet", outlet), ("type", kind))
    return Row("reports", key, {"id": key}, rank((key,)), days[0], days[1], links)


ROWS = [
    dated("old", 0, 0),
    dated("new", 9, 9),
    dated("same-day", 9, 9, "Bell"),
    dated("wide", 5, 90, kind="inferred"),
    dated("no-start", None, 3, "Bell", "inferred"),
    dated("undated", None, None, kind="unknown"),
    dated("middle", 4, 6, "Bell"),
    dated("undated-too", None, None, "Bell", "unknown"),
]
ORDER = ["same-day", "new", "wide", "middle", "old", "no-start", "undated-too", "undated"]


def told(reader: Reader, limit: int, filters: Filters) -> list[str]:
    """All ids, read page by page."""
    found, after = list[str](), None
    while True:
        page = reader.from_newest("reports", filters, after, limit)
        found += [one["id"] for one in page.records]
        assert len(page.records) <= limit
        if (after := page.after) is None:
            return found


@pytest.mark.parametrize("few", [3_000, 1])
def test_the_newest_come_first_and_the_undated_last(
    place: Place, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("warmonitor.store.newest._FEW", few)
    with place.open() as store:
        shelve(store, "a", ROWS)
        reader = Reader(store.database)
        for limit in (1, 2, 3, 100):
            assert told(reader, limit, Filters()) == ORDER
            assert told(reader, limit, Filters(outlet="Bell")) == [
                "same-day",
                "middle",
                "no-start",
                "undated-too",
            ]
            assert told(reader, limit, Filters(outlet="Bell", type="inferred")) == ["no-start"]
            days = Filters(since=DAY + timedelta(days=5), until=DAY + timedelta(days=8))
            assert told(reader, limit, days) == ["wide", "middle"]
        assert told(reader, 2, Filters(since=date(1, 1, 1))) == ORDER[:-2]
        assert told(reader, 2, Filters(outlet="Horn")) == []


@pytest.mark.parametrize("after", ["x", "00", "31", "ff"])
def test_what_is_no_place_is_refused(place: Place, after: str) -> None:
    with place.open() as store, pytest.raises(QueryError):
        Reader(store.database).from_newest("reports", after=after)
