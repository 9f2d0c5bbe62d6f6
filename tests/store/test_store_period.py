"""The weightiest records of some days and places: what counts, what comes first, what is said of the rest."""

from datetime import date, timedelta
from typing import Any

import pytest
from kept_documents import Place
from shelved import DAY, claim, shelve

from warmonitor.store.period import Period, last_day, linked_to, weightiest
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row

END = DAY + timedelta(days=29)


def figure(name: str, first: date | None, last: date | None, *links: tuple[str, str]) -> Row:
    return Row("figures", name, {"id": name}, rank((name,)), first, last, links)


def told(place: Any, period: Period, kind: str = "figures", most: int = 50) -> list[str]:
    return [one["id"] for one in weightiest(place, kind, period, most).records]


def test_what_has_most_links_comes_first_then_what_is_earlier(place: Place) -> None:
    rows = [
        figure("b", DAY, DAY, ("claim", "c1")),
        figure(
            "c", DAY + timedelta(1), DAY + timedelta(1), ("claim", "c1"), ("claim", "c2"), ("origin", "o")
        ),
        figure("a", DAY + timedelta(2), DAY + timedelta(2), ("claim", "c3")),
    ]
    with place.open() as store:
        shelve(store, "a", rows)
        assert told(store.database, Period(DAY, END)) == ["c", "b", "a"]
        found = weightiest(store.database, "figures", Period(DAY, END), 1)
        assert ([one["id"] for one in found.records], found.total, found.more) == (["c"], 3, False)


def test_days_that_are_half_known_count_where_they_are_told(place: Place) -> None:
    before, after = DAY - timedelta(days=60), END + timedelta(days=60)
    rows = [
        figure("within", None, DAY),
        figure("long-after", None, after),
        figure("since-before", before, None),
        figure("since-within", END, None),
        figure("through", before, after),
        figure("never", None, None),
    ]
    with place.open() as store:
        shelve(store, "a", rows)
        assert set(told(store.database, Period(DAY, END))) == {"within", "since-within", "through"}
        steady = told(store.database, Period(DAY, END, steady=True))
        assert set(steady) == {"within", "long-after", "since-before", "since-within", "through"}
        assert told(store.database, Period(DAY, END, begins=True)) == ["since-within"]


@pytest.mark.parametrize("few", [3_000, 3])
def test_places_and_links_leave_what_fits_whichever_index_leads(
    place: Place, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("warmonitor.store.period.FEW", few)
    rows = [claim(n, place=f"place-{n % 5}", type="toll" if n % 2 else "access") for n in range(20)]
    with place.open() as store:
        shelve(store, "a", rows)
        period = Period(DAY, END, ("place-1", "place-2"), (("type", "toll"),))
        found = weightiest(store.database, "claims", period, 50)
        wanted = [1, 7, 11, 17]
        assert [int(one["id"][6:]) for one in found.records] == (wanted if few > 3 else wanted[1:])
        assert (found.total, found.more) == ((4, False) if few > 3 else (3, True))
        assert told(store.database, Period(DAY, END, ()), "claims") == []
        assert told(store.database, Period(DAY, END, ("\0\ud800",)), "claims") == []


def test_what_is_linked_to_most_comes_first(place: Place) -> None:
    rows = [
        figure("one", DAY, DAY, ("claim", "c1")),
        figure("two", DAY, DAY, ("claim", "c1"), ("claim", "c2")),
        figure("other", DAY, DAY, ("claim", "c9")),
    ]
    with place.open() as store:
        shelve(store, "a", rows)
        found = linked_to(store.database, "figures", "claim", ["c1", "c2", "c1"], 1)
        assert ([one["id"] for one in found.records], found.total) == (["two"], 2)
        assert linked_to(store.database, "figures", "claim", [], 5).total == 0


def test_the_last_day_is_that_of_the_newest_report_of_which_it_is_known(place: Place) -> None:
    def report(name: str, first: date | None, last: date | None) -> Row:
        return Row("reports", name, {"id": name}, rank((name,)), first, last)

    with place.open() as store:
        assert last_day(store.database) is None
        shelve(store, "a", [report("r1", DAY, END), report("r2", END, END), report("r3", None, None)])
        assert last_day(store.database) == END
