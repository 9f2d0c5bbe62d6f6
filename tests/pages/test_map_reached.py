"""The map without script, by click, by name, and where much stands on a day."""

from pathlib import Path

from mapped_rows import event, spot
from playwright.sync_api import Browser
from shelved import shelve

from pages.test_map import DAY, HTML, listed, ready, told
from pages.visiting import Room, Visitor
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import Office


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


def test_a_click_on_the_map_chooses_what_stands_there(reader: Visitor) -> None:
    page = ready(reader.open(DAY))
    page.locator("#list .point").first.click()
    page.wait_for_selector(".chosen:not([hidden])")
    first = page.get_attribute("#list [aria-current]", "data-id")
    page.click(".chosen .close")
    box = page.locator(".world").bounding_box()
    assert box is not None
    for x in range(40, int(box["width"]) - 40, 12):  # some place lies on one of these lines of the screen
        for part in (0.5, 0.45, 0.55):
            page.mouse.click(box["x"] + x, box["y"] + box["height"] * part)
            if page.locator("#list [aria-current]").count():
                break
        else:
            continue
        break
    chosen = page.get_attribute("#list [aria-current]", "data-id", timeout=2_000)
    assert first
    assert chosen in listed(page)
    assert f"chosen={chosen}" in page.url
    assert page.locator(".chosen li").count() > 0
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
