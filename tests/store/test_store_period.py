"""The weightiest records of some days and places: what counts, what comes first, what is said of the rest."""

from datetime import date, timedelta
from typing import Any

import pytest
from kept_documents import Place
from shelved import DAY, claim, shelve

from warmonitor.store.period import Period, Weighed, last_day, linked_to, weightiest
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row

END = DAY + timedelta(days=29)
LINKS = (("place", "place-2"), ("type", "toll"))


def figure(name: str, first: date | None, last: date | None, *links: tuple[str, str]) -> Row:
    return Row("figures", name, {"id": name}, rank((name,)), first, last, links)


def told(place: Any, period: Period, kind: str = "figures", most: int = 50) -> list[str]:
    return [one["id"] for one in weighed(place, kind, period, most).records]


def weighed(place: Any, kind: str, period: Period, most: int) -> Weighed:
    found: Weighed = place.read(lambda connection: weightiest(connection, kind, period, most))
    return found


def named(place: Any, targets: list[str], most: int) -> Weighed:
    found: Weighed = place.read(lambda connection: linked_to(connection, "figures", "claim", targets, most))
    return found


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
        found = weighed(store.database, "figures", Period(DAY, END), 1)
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
        found = weighed(store.database, "claims", period, 50)
        wanted = [1, 7, 11, 17]
        assert [int(one["id"][6:]) for one in found.records] == (wanted if few > 3 else wanted[1:])
        assert (found.total, found.more) == ((4, False) if few > 3 else (3, True))
        assert told(store.database, Period(DAY, END, ()), "claims") == []
        assert told(store.database, Period(DAY, END, ("\0\ud800",)), "claims") == []


@pytest.mark.parametrize("more", [0, 20])
def test_many_places_leave_the_same_as_few(place: Place, more: int) -> None:
    rows = [claim(n, place=f"place-{n % 5}", type="toll" if n % 2 else "access") for n in range(20)]
    rows += [Row("claims", "wide", {"id": "wide"}, rank(("wide",)), DAY, DAY + timedelta(90), LINKS)]
    places = ("place-1", "place-2", *(f"other-{n}" for n in range(more)))
    with place.open() as store:
        shelve(store, "a", rows)
        period = Period(DAY + timedelta(3), DAY + timedelta(11), places, (("type", "toll"),))
        assert set(told(store.database, period, "claims")) == {"claim-00007", "claim-00011", "wide"}
        period = Period(DAY + timedelta(3), DAY + timedelta(4), places)
        assert told(store.database, period, "claims") == ["wide"]


def test_what_comes_after_others_is_asked_for_by_how_many_they_are(place: Place) -> None:
    rows = [figure(f"f{n}", DAY, DAY, *(("claim", f"c{one}") for one in range(n))) for n in range(5)]
    with place.open() as store:
        shelve(store, "a", rows)
        found = store.database.read(
            lambda connection: weightiest(connection, "figures", Period(DAY, END), 2, 3)
        )
        assert ([one["id"] for one in found.records], found.total) == (["f1", "f0"], 5)
        assert list(found.days()) == [(DAY, DAY)] * 5


def test_what_is_linked_to_most_comes_first(place: Place) -> None:
    rows = [
        figure("one", DAY, DAY, ("claim", "c1")),
        figure("two", DAY, DAY, ("claim", "c1"), ("claim", "c2")),
        figure("other", DAY, DAY, ("claim", "c9")),
    ]
    with place.open() as store:
        shelve(store, "a", rows)
        found = named(store.database, ["c1", "c2", "c1"], 1)
        assert ([one["id"] for one in found.records], found.total) == (["two"], 2)
        assert named(store.database, [], 5).total == 0


def test_the_last_day_is_that_of_the_newest_report_of_which_it_is_known(place: Place) -> None:
    def report(name: str, first: date | None, last: date | None) -> Row:
        return Row("reports", name, {"id": name}, rank((name,)), first, last)

    with place.open() as store:
        assert store.database.read(last_day) is None
        shelve(store, "a", [report("r1", DAY, END), report("r2", END, END), report("r3", None, None)])
        assert store.database.read(last_day) == END
