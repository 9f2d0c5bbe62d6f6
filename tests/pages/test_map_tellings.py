"""Roads that reports tell to be open or shut: in the list, in the legend, and with signs of their own."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mapped_rows import event, spot
from playwright.sync_api import Browser, expect
from shelved import shelve

from pages.test_map import HTML, ready
from pages.visiting import Room, visitor
from warmonitor.store.membership import Role
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from web.asking import Office
from web.served import served

DAY = "/map?day=2031-05-02"


def claim(number: int, road: str, words: str, days: tuple[str, str], **more: Any) -> Row:
    content: dict[str, Any] = {
        "id": f"claim-{number}",
        "report": "report-1",
        "kind": "access",
        "road": road,
        "quote": {"start": 0, "end": len(words), "text": words},
        "stance": "asserted",
        "modality": "actual",
        "when": {"earliest": days[0], "latest": days[1], "said": None, "precision": "day"},
        "where": [{"name": "Orlen 1", "said": "Orlen", "place": "place-1", "precision": "exact"}],
        **more,
    }
    first, last = map(date.fromisoformat, days)
    key = f"claim-{number}"
    return Row("claims", key, content, rank((key,)), first, last, (("type", road), ("place", "place-1")))


@pytest.fixture
def office(tmp_path: Path) -> Any:
    road = {"name": "R7", "main": True, "points": [[10.0, 1.0], [10.1, 1.0], [10.2, 1.0]]}
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        rows = [
            spot(1),
            spot(2),
            event(1, 2, "2031-05-09", "2031-05-09"),
            Row("roads", "road-1", road, rank(("R7", "1"))),
            claim(1, "road open", "the R-7 was reopened", ("2031-05-02", "2031-05-03")),
            claim(2, "road open", "they cleared the road R7", ("2031-05-02", "2031-05-02"), stance="alleged"),
            claim(3, "road shut", "the bridge is closed", ("2031-05-01", "2031-05-02")),
            claim(4, "road open", "the road is open", ("2031-05-02", "2031-05-02"), stance="denied"),
            claim(5, "road open", "the road may open", ("2031-05-02", "2031-05-02"), modality="possible"),
        ]
        shelve(store, "a", rows)
        yield Office(store)


def test_what_is_told_of_roads_has_words_days_roads_and_places(office: Office) -> None:
    client = office.session(Role.READER)
    told = client.get(DAY).json()["told"]
    assert [(one["id"], one["open"], one["stance"], one["roads"]) for one in told] == [
        ("claim-3", False, "asserted", []),
        ("claim-2", True, "alleged", ["R7"]),
        ("claim-1", True, "asserted", []),
    ]
    assert told[0]["places"] == [{"name": "Orlen 1", "latitude": 1.0, "longitude": 10.1}]
    assert told[2]["href"] == "/claims/claim-1"
    assert [one["id"] for one in client.get("/map?day=2031-05-03").json()["told"]] == ["claim-1"]
    assert client.get(f"{DAY}&layers=control").json()["told"] == []
    sent = client.get("/map/closures?until=2031-05-09").json()["told"]
    assert {one["id"] for one in sent} == {"claim-1", "claim-2", "claim-3"}


def test_list_and_legend_tell_of_open_roads(browser: Browser, office: Office) -> None:
    with served(office.app) as at:
        guest = visitor(browser, Room(office, at), Role.READER)
        plain = office.session(Role.READER).get(DAY, headers=HTML).text
        page = ready(guest.open(DAY))
        lines = page.locator("#list [data-telling]")
        expect(lines).to_have_count(plain.count("data-telling="))
        assert lines.first.inner_text() == "shut: the bridge is closed 1 to 2 May 2031"
        assert "open (alleged): they cleared the road R7" in page.inner_text("#list")
        legend = page.inner_text(".legend")
        assert "told to be open: arrowheads" in legend
        assert "told to be shut: bars across" in legend
        page.uncheck(".layers [name=roads]")
        expect(lines).to_have_count(0)
        assert guest.barriers() == []
        guest.quiet()
        page.context.close()
