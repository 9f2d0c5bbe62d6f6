"""The timeline: from years to the parts of a day, by keys and by links; counts lead to lists of as many."""

import re

import pytest
from playwright.sync_api import Browser

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.web.pages.timeline.hours import hour_of

AUGUST = "/timeline?from=2019-08-01&to=2019-08-31"


def test_it_stands_at_every_size(browser: Browser, example: Room, empty: Room, size: str) -> None:
    for room, address in (
        (example, "/timeline"),
        (example, f"{AUGUST}&lane=place"),
        (example, "/timeline?from=2019-08-20&to=2019-08-20"),
        (empty, "/timeline"),
    ):
        window = visitor(browser, room, Role.READER, size)
        page = window.open(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert window.barriers() == []
        window.quiet()
        page.context.close()


def test_counts_are_those_of_the_lists_that_they_lead_to(example: Room) -> None:
    client = example.office.session(Role.READER)
    told = client.get("/timeline?lane=place&top=60").json()
    assert (told["unit"], told["first"], told["last"]) == ("year", "2014-01-01", "2019-12-31")
    asked = {(one["href"], one["events"]) for one in told["lanes"]}
    asked |= {(one["href"], one["events"]) for lane in told["lanes"] for one in lane["columns"]}
    asked |= {
        (one["href"], one["events"])
        for lane in told["lanes"][:9]
        for column in lane["columns"]
        for one in column["types"]
    }
    assert len(asked) > 20
    for href, count in sorted(asked | {(told["listed"], told["total"])}):
        listed = client.get(f"/api/1{href}&total=true")
        assert (href, listed.json()["total"]) == (href, count)


def test_keys_and_links_zoom_and_move(reader: Visitor) -> None:
    page = reader.open(AUGUST)
    page.keyboard.press("+")
    page.wait_for_url("**/timeline?from=2019-08-08&to=2019-08-24")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/timeline?from=2019-07-31&to=2019-08-16")
    page.keyboard.press("-")
    page.wait_for_url("**/timeline?from=2019-07-23&to=2019-08-24")
    page.go_back()
    page.wait_for_url("**/timeline?from=2019-07-31&to=2019-08-16")
    assert page.input_value("[name=from]") == "2019-07-31"
    page.keyboard.press("0")
    page.wait_for_url("**/timeline")
    page.click(".ticks a >> text=2018")
    page.wait_for_url("**/timeline?from=2018-01-01&to=2018-12-31")
    assert "by month" in page.inner_text(".shown")
    reader.quiet()


def test_days_that_are_drawn_by_hand_are_looked_at_closer(reader: Visitor) -> None:
    page = reader.open(AUGUST)
    box = page.locator(".lanes .lane:nth-child(2) .strip").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 9.5 / 31, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 19.5 / 31, box["y"] + 5, steps=4)
    page.mouse.up()
    page.wait_for_url("**/timeline?from=2019-08-10&to=2019-08-20")
    reader.quiet()


def test_single_events_are_spans_where_their_day_is_not_known(example: Room) -> None:
    told = example.office.session(Role.READER).get(AUGUST).json()
    bars = [bar for lane in told["lanes"] for bar in lane["bars"]]
    assert told["unit"] == "day"
    assert len(bars) == len(told["events"]) == told["total"] > 10
    lines = {one["id"]: one for one in told["events"]}
    for bar in bars:
        line = lines[bar["event"]]
        assert (bar["sort"] == "day") == (line["earliest"] == line["latest"])
    assert {bar["sort"] for bar in bars} == {"day", "lasting", "open"}


def test_a_chosen_place_has_its_control_and_a_day_its_parts(reader: Visitor, example: Room) -> None:
    client = example.office.session(Role.READER)
    place = client.get(f"{AUGUST}&lane=place").json()["lanes"][0]
    page = reader.open(place["alone"])
    assert page.locator(".course").count() > 0
    assert page.locator(".course a[href^='/control/']").count() > 0
    hours = client.get("/timeline?from=2019-08-20&to=2019-08-20").json()["hours"]
    assert hours[-1]["words"] == "hour not told"
    assert sum(len(one["events"]) for one in hours) > 0
    assert flat(page.inner_text(".shown")).endswith(f"at {place['name']}")


@pytest.mark.parametrize(
    ("said", "name", "told"),
    [
        ("Tuesday night", "night", True),
        ("before dawn on Tuesday", "before dawn", True),
        ("at 9.30 p.m. on Friday", "21:30", True),
        ("at 05:10", "05:10", True),
        ("12 am", "00:00", True),
        ("at 31:10", "hour not told", False),
        ("Monday", "hour not told", False),
        (None, "hour not told", False),
    ],
)
def test_the_hour_is_what_the_words_say(said: str | None, name: str, told: bool) -> None:
    assert hour_of(said)[1:] == (name, told)


def test_nothing_and_nonsense_are_said(reader: Visitor, browser: Browser, empty: Room) -> None:
    page = reader.open("/timeline?place=place-none")
    assert "with a day is in the account that these filters let through" in flat(page.inner_text("main"))
    reader.open("/timeline?from=2019-08-31&to=2019-08-01", 400)
    reader.open("/timeline?from=2019-02-31", 400)
    reader.open("/timeline?form=2019-02-01", 400)
    none = visitor(browser, empty, Role.READER)
    assert re.search("Events come from reports", none.open("/timeline").inner_text("main"))
    none.page.context.close()


def test_ends_of_the_calendar_are_no_trouble(example: Room) -> None:
    client = example.office.session(Role.READER)
    for asked in ("from=0001-01-01&to=0001-01-02", "from=9999-12-01&to=9999-12-31", "from=0001-01-01"):
        assert client.get(f"/timeline?{asked}", headers={"Accept": "text/html"}).status_code == 200
