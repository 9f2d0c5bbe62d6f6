"""Roads: each leads to the map where it lies, to where it is closed and to whom, and to its sentences."""

from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Browser

from pages.visiting import Room, visitor
from warmonitor.store.membership import Role
from warmonitor.web.pages.map.road import on_map, page_of_road

CLOSED = "/roads/one?name=M5"


def test_the_map_is_asked_for_where_a_road_lies() -> None:
    lines = [{"points": [(10.0, 50.0), (10.5, 50.0)]}, {"points": [(10.5, 50.0), (11.0, 50.5)]}]
    asked = parse_qs(urlsplit(on_map(lines, "2031-05-01")).query)
    assert asked == {"day": ["2031-05-01"], "at": ["10.5000,50.2500"], "zoom": ["8.4"]}
    assert parse_qs(urlsplit(on_map([{"points": [(10.0, 50.0)]}])).query)["zoom"] == ["12.0"]
    assert on_map([]) == "/map"


def test_a_name_that_cannot_be_asked_for_leads_nowhere() -> None:
    assert page_of_road("the R7 & more") == "/roads/one?name=the+R7+%26+more"
    assert page_of_road("") is page_of_road("half \ud800") is page_of_road("R" * 301) is None


def test_a_road_says_where_it_is_closed_and_what_it_leads_out_of(example: Room) -> None:
    client = example.office.session(Role.READER)
    page = client.get(CLOSED).json()
    assert page["main"]
    assert page["more"] is None
    records = {f"/access/{one['id']}": one for one in client.get("/api/1/access?limit=1000").json()["items"]}
    closed = [
        (href, each["place"]["name"], each["holder"] or "")
        for href, one in records.items()
        for each in one["closures"]
        if each["road"] == "M5"
    ]
    told = [(one["href"], one["place"]["name"], one["holder"] or "") for one in page["closed"]]
    assert sorted(told) == sorted(closed)
    assert len(closed) > 3
    ways = {href for href, one in records.items() if one["way"] and "M5" in one["way"]["roads"]}
    assert {one["href"] for one in page["leads"]} == ways
    assert page["sentences"]
    assert client.get("/roads/one?name=R99").status_code == 404


def test_every_road_of_the_list_leads_on(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    page = guest.open("/roads")
    names = page.locator("tbody td:first-child a")
    assert names.count() == page.locator("tbody tr").count() > 10
    assert guest.barriers() == []
    page.click(f"a[href$='{quote('M5')}']")
    assert page.inner_text("h1") == "M5"
    assert page.locator(".sentence .quote").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert guest.barriers() == []
    page.click("text=Show on the map")
    assert parse_qs(urlsplit(page.url).query)["at"]
    guest.quiet()
    page.context.close()
