"""The map without script, by click, by name, and where much stands on a day."""

import math
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from mapped_rows import event, spot
from playwright.sync_api import Browser
from shelved import shelve

from pages.test_map import DAY, HTML, ready, told
from pages.visiting import Room, Visitor
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import Office

APART = 150  # pixels


def test_the_list_is_whole_without_script(browser: Browser, example: Room) -> None:
    context = browser.new_context(java_script_enabled=False)
    office = example.office
    session = office.session(Role.READER).cookies
    context.add_cookies(
        [{"name": one.name, "value": str(one.value), "url": example.address} for one in session.jar]
    )
    page = context.new_page()
    page.goto(example.address + DAY)
    ids = {one.get_attribute("data-id") for one in page.locator("#list [data-id]").all()}
    assert ids == told(example, DAY) != set()
    assert page.locator(".slide [name=day]").is_visible()
    context.close()


def standing(room: Room) -> dict[str, tuple[float, float, set[str]]]:
    """Where each place that is known exactly lies in Mercator's x and y, and what stands there on the day."""
    client = room.office.session(Role.READER)
    sent, on = client.get("/map/features").json(), told(room, DAY)
    places = sent["places"]
    found: dict[str, tuple[float, float, set[str]]] = {}
    for record, at in zip(sent["id"], sent["columns"]["place"], strict=True):
        if record in on and at >= 0 and places["precision"][at] == "exact":
            angle = math.radians(places["latitude"][at])
            y = (1 - math.asinh(math.tan(angle)) / math.pi) / 2
            x = (places["longitude"][at] + 180) / 360
            found.setdefault(places["id"][at], (x, y, set()))[2].add(record)
    return found


def test_a_click_on_the_map_chooses_what_stands_there(reader: Visitor, example: Room) -> None:
    there = list(standing(example).values())
    pairs = ((math.dist(a[:2], b[:2]), a, b) for a, b in combinations(there, 2))
    away, (ax, ay, first), (bx, by, second) = min(pairs, key=lambda pair: pair[0])
    zoom = math.log2(APART / (away * 512))  # the two nearest stand so many pixels from each other
    north = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * ay))))
    page = ready(reader.open(f"{DAY}&zoom={zoom:.6f}&at={ax * 360 - 180:.6f},{north:.6f}"))
    box = page.locator(".world").bounding_box()
    assert box is not None
    world = 512 * 2**zoom
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for x, y, here in ((ax, ay, first), (bx, by, second)):
        page.mouse.click(middle[0] + (x - ax) * world, middle[1] + (y - ay) * world)
        page.wait_for_selector(".chosen:not([hidden])")
        chosen = page.get_attribute("#list [aria-current]", "data-id")
        assert chosen in here
        assert f"chosen={chosen}" in page.url
        assert page.locator(".chosen li").count() >= len(here)
        page.click(".chosen .close")
    reader.quiet()


def test_places_are_asked_for_by_name_and_the_list_says_where_it_ends(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        shelve(store, "a", [spot(1), spot(2), *(event(n, 1, "2031-05-01", "2031-05-01") for n in range(201))])
        client = Office(store).session(Role.READER)
        plain = client.get("/map", headers=HTML).text
        assert "Only the first of them stand here" in plain
        found = client.get("/map?place=Orlen 2&day=2031-05-01", follow_redirects=False)
        assert (found.status_code, found.headers["location"]) == (303, "/map?day=2031-05-01&place=place-2")
        assert client.get("/map?place=Orlen 1").json()["groups"][1]["total"] == 201
        assert client.get("/map?place=Orlen 9").status_code == 400
        assert client.get("/map?place=&actor=&day=2031-05-01").status_code == 200


def test_a_name_of_several_is_met_with_offers(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        same = [replace(one, content={**one.content, "name": "Harra"}) for one in (spot(1), spot(2))]
        shelve(store, "a", [*same, spot(3), event(1, 1, "2031-05-01", "2031-05-01")])
        client = Office(store).session(Role.READER)
        answer = client.get("/map?place=Harra&day=2031-05-01", headers=HTML)
        assert answer.status_code == 400
        assert "Several are called “Harra”" in answer.text
        for place in ("place-1", "place-2"):
            assert f'href="/map?place={place}&amp;day=2031-05-01"' in answer.text
        assert "place-3" not in answer.text
        assert client.get("/map?place=place-2&day=2031-05-01", headers=HTML).status_code == 200
        answer = client.get("/map?actor=Nobody", headers=HTML)
        assert (answer.status_code, "What may be meant" in answer.text) == (400, False)
        assert 'href="/map"' in answer.text
        assert client.get("/map?place=Harra").json()["error"]["code"] == "place-unclear"
