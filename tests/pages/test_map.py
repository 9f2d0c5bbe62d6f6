"""The map: slider, list, choosing, address; and the list alone where nothing can be drawn."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pages.visiting import CHROMIUM, Room, Visitor, flat, visitor
from warmonitor.store.membership import Role

DAY = "/map?day=2019-08-21"
READY = "#mapping[data-ready]"
HTML = {"Accept": "text/html"}


def ready(page: Page) -> Page:
    page.wait_for_selector(READY, state="attached", timeout=60_000)
    return page


def rest(page: Page, day: str) -> None:
    """Wait until the list has come after the slider."""
    page.wait_for_selector(f"#mapping[data-listed='{day}']", state="attached", timeout=20_000)


def listed(page: Page) -> set[str]:
    return set(page.eval_on_selector_all("#list [data-id]", "found => found.map(one => one.dataset.id)"))


def told(room: Room, address: str) -> set[str]:
    """What the record of the page says stands on its day."""
    found = room.office.session(Role.READER).get(address).json()
    every = [one for group in found["groups"] for one in group["entries"]] + found["unlocated"]
    return {one["id"] for one in every}


def test_list_and_record_say_the_same_before_and_after_the_script(example: Room, reader: Visitor) -> None:
    plain = example.office.session(Role.READER).get(DAY, headers=HTML).text
    page = ready(reader.open(DAY))
    assert listed(page) == told(example, DAY) != set()
    assert all(f'data-id="{one}"' in plain for one in listed(page))
    assert int(page.get_attribute("#mapping", "data-drawn") or 0) > 0
    assert flat(page.inner_text("#onday")) == "21 August 2019"
    page.focus(".slide input[type=range]")
    page.keyboard.press("ArrowLeft")
    rest(page, "2019-08-20")
    assert listed(page) == told(example, "/map?day=2019-08-20")
    assert "day=2019-08-20" in page.url
    reader.quiet()
    assert reader.barriers() == []


def test_what_is_chosen_stands_in_the_address_and_goes_with_it(reader: Visitor) -> None:
    page = ready(reader.open(DAY))
    page.locator("#list .point").first.press("Enter")
    page.wait_for_selector(".chosen:not([hidden])")
    chosen = page.get_attribute("#list [aria-current]", "data-id")
    assert f"chosen={chosen}" in page.url
    page.keyboard.press("Escape")
    page.wait_for_selector(".chosen", state="hidden")
    page.uncheck(".layers [name=events]")
    shared, entries = page.url, listed(page)
    assert not any(one.startswith("event-") for one in entries)
    page.go_back()
    page.wait_for_selector(".layers [name=events]:checked")
    page.go_back()
    page.wait_for_selector(f"#list [data-id={chosen}][aria-current]")
    page.go_forward()
    page.go_forward()
    page.wait_for_selector(".layers [name=events]:not(:checked)")
    assert (page.url, listed(page)) == (shared, entries)
    page.reload()
    ready(page)
    assert (page.url, listed(page)) == (shared, entries)
    reader.quiet()


def test_play_goes_on_and_stops(reader: Visitor) -> None:
    page = ready(reader.open(DAY))
    page.click("[data-act=play]")
    page.wait_for_selector("#mapping:not([data-shown='2019-08-21'])")
    page.click("[data-act=play]")
    assert (page.get_attribute("#mapping", "data-shown") or "") > "2019-08-21"
    assert page.get_attribute("[data-act=play]", "aria-pressed") == "false"
    reader.quiet()


def test_a_day_that_is_typed_is_shown_at_once(reader: Visitor, example: Room) -> None:
    page = ready(reader.open(DAY))
    page.fill("[name=day]", "2019-08-20")
    rest(page, "2019-08-20")
    assert "day=2019-08-20" in page.url
    assert listed(page) == told(example, "/map?day=2019-08-20")
    page.fill("[name=day]", "1999-08-20")  # none of the days of the map: the form asks for it
    assert page.get_attribute("#mapping", "data-shown") == "2019-08-20"
    reader.quiet()


@pytest.fixture
def blind(browser: Browser) -> Iterator[Browser]:
    """A browser that cannot draw maps."""
    args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-3d-apis"]
    made = browser.browser_type.launch(executable_path=str(CHROMIUM), args=args)
    yield made
    made.close()


def test_the_list_is_whole_where_no_map_is_drawn(blind: Browser, example: Room, size: str) -> None:
    guest = visitor(blind, example, Role.READER, size)
    page = ready(guest.open(DAY))
    assert "no WebGL" in page.inner_text(".nomap")
    assert listed(page) == told(example, DAY)
    page.click("[data-act=back]")
    rest(page, "2019-08-20")
    assert listed(page) == told(example, "/map?day=2019-08-20")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert guest.barriers() == []
    guest.quiet()
    page.context.close()


def test_pages_say_so_where_nothing_stands(empty: Room) -> None:
    client = empty.office.session(Role.READER)
    for address in ("/map", "/control", "/access", "/posts", "/roads"):
        assert 'class="none"' in client.get(address, headers=HTML).text
    for address in ("/control/spell-1", "/access/access-1", "/posts/post-1", "/tiles/map.pmtiles"):
        assert client.get(address).status_code == 404
    assert client.get("/map/features").json()["id"] == []


@pytest.mark.parametrize("kind", ["control", "access", "posts"])
def test_each_record_has_its_page(example: Room, browser: Browser, size: str, kind: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    client = example.office.session(Role.READER)
    for record in client.get(f"/api/1/{kind}?limit=2").json()["items"]:
        page = guest.open(f"/{kind}/{record['id']}")
        assert page.locator(".sentence .quote").count() > 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert guest.barriers() == []
    guest.open(f"/{kind}")
    assert guest.barriers() == []
    guest.quiet()
    guest.page.context.close()


def test_a_day_that_is_none_is_refused(example: Room) -> None:
    client = example.office.session(Role.READER)
    for asked in ("day=2019-02-31", "since=2020-01-01&until=2019-01-01", "at=north", "layers=A"):
        assert client.get(f"/map?{asked}").status_code == 400, asked
