"""Closed roads on the map: at which place, by whom, to whom; drawn, in the legend, and in the list."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mapped_rows import spot, way
from shelved import shelve

from pages.test_map import DAY, HTML, ready, rest
from pages.visiting import Room, Visitor, flat
from warmonitor.store.membership import Role
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from web.asking import Office

LINES = "#list [data-closed]"
SEEN = "found => found.map(one => one.textContent.replace(/◎/, '').trim())"


def shut(number: int, place: int, days: tuple[str, str], *closed: tuple[str, int, str | None]) -> Row:
    """A place that is cut off, with roads that are closed at places, held by somebody."""
    row = way(number, place, *days, computed="cut off")
    closures: list[Any] = [
        {
            "road": road,
            "place": {"id": f"place-{at}", "name": f"Orlen {at}", "said": []},
            "holder": by,
            "claims": [],
        }
        for road, at, by in closed
    ]
    return replace(row, content={**row.content, "closures": closures})


@pytest.fixture
def office(tmp_path: Path) -> Any:
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        league = "the Harbour League"
        first = shut(1, 1, ("2031-05-01", "2031-05-03"), ("R7", 3, league), ("the ferry road", 3, league))
        second = shut(2, 2, ("2031-05-02", "2031-05-09"), ("R7", 3, league), ("R9", 4, None))
        shelve(store, "a", [spot(1), spot(2), spot(3), first, second])
        yield Office(store)


def test_roads_are_told_by_the_place_at_which_they_are_closed(office: Office) -> None:
    client = office.session(Role.READER)
    closed = client.get("/map?day=2031-05-02").json()["closed"]
    assert [(one["name"], one["holder"], one["roads"]) for one in closed] == [
        ("Orlen 3", "the Harbour League", ["R7", "the ferry road"]),
        ("Orlen 4", None, ["R9"]),
    ]
    assert closed[0]["towns"] == [
        {"name": "Orlen 1", "href": "/access/access-1"},
        {"name": "Orlen 2", "href": "/access/access-2"},
    ]
    assert [one["roads"] for one in client.get("/map?day=2031-05-09").json()["closed"]] == [["R7"], ["R9"]]
    assert client.get("/map?day=2031-05-02&layers=control").json()["closed"] == []
    assert client.get("/map?day=2031-05-10").json()["closed"] == []


def test_what_is_drawn_has_its_days_and_lies_where_the_place_does(office: Office) -> None:
    told = office.session(Role.READER).get("/map/closures?until=2031-05-09").json()
    assert not told["more"]
    at = {one["name"]: (one["latitude"], one["precision"]) for one in told["shut"]}
    assert at == {"Orlen 3": (1.0, "exact"), "Orlen 4": (None, None)}
    assert {one["last"] - one["first"] for one in told["shut"]} == {2, 7}
    assert office.session(Role.READER).get("/map/closures?until=2031-04-30").json()["shut"] == []


def test_list_and_legend_tell_of_closed_roads(reader: Visitor, example: Room) -> None:
    plain = example.office.session(Role.READER).get(DAY, headers=HTML).text
    page = ready(reader.open(DAY))
    lines = [flat(one) for one in page.eval_on_selector_all(LINES, SEEN)]
    assert lines
    assert plain.count("data-closed=") == len(lines)
    assert all(" closed to " in one for one in lines)
    assert "a road closed" in page.inner_text(".legend")
    page.locator(f"{LINES} .point").first.click()
    page.wait_for_selector(".chosen:not([hidden]) [data-closed]")
    page.uncheck(".layers [name=roads]")
    rest(page, "2019-08-21")
    assert page.locator(LINES).count() == 0
    reader.quiet()
    assert reader.barriers() == []
