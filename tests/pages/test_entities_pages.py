"""Pages of records in a browser: numbers are links, nothing is in the way, the address says the view."""

import re

import pytest
from playwright.sync_api import Browser, expect

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.store.reader import Reader

LISTS = ("places", "actors", "events", "claims", "coverage", "agreements", "disputes", "statements")
# What is left of the text of a page without that in which digits may stand by themselves.
_LEFT = """() => { const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('.number, .count, .days, time, code, blockquote, bdi, [dir=auto], form, svg, .quote')
    .forEach(one => one.remove());
  return main.textContent; }"""


def first(room: Room, kind: str) -> str:
    """The id of the fullest record of a kind."""
    found = Reader(room.office.store.database).page(kind).records
    return str(max(found, key=lambda one: (len(str(one)), one["id"]))["id"])


def strays(visitor: Visitor) -> list[str]:
    return re.findall(r".{0,30}\d.{0,30}", flat(visitor.page.evaluate(_LEFT)))


@pytest.mark.parametrize("kind", ["places", "actors", "events", "agreements", "disputes", "coverage"])
def test_a_record_is_whole_at_either_width(browser: Browser, example: Room, kind: str) -> None:
    for size in ("desk", "phone"):
        reader = visitor(browser, example, Role.READER, size)
        page = reader.open(f"/{kind}/{first(example, kind)}")
        assert strays(reader) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert reader.barriers() == []
        assert page.query_selector(".ways a[href^='/review']") is None  # a reader judges nothing
        reader.quiet()
        page.context.close()


def test_lists_are_whole_and_lead_on(reader: Visitor) -> None:
    for kind in LISTS:
        page = reader.open(f"/{kind}?limit=3")
        assert strays(reader) == []
        assert reader.barriers() == []
        if more := page.query_selector("a[rel=next]"):
            before = page.inner_text("main")
            more.click()
            page.wait_for_url("**after=*")
            assert page.inner_text("main") != before
            page.go_back()
            assert page.inner_text("main") == before
    reader.quiet()


def test_a_place_is_found_by_its_name_and_leads_to_its_lists(reader: Visitor) -> None:
    page = reader.open("/places")
    page.fill("[name=name]", "khan shei")
    page.click("text=Show")
    page.wait_for_url("**name=khan*")
    expect(page.locator("#found tbody tr").nth(4)).to_have_count(0)
    page.click("main table a >> nth=0")
    page.wait_for_selector("h2#names")
    assert flat(page.inner_text("h1")) == "Khan Sheikhoun"
    page.click("#claims ~ p .count")
    page.wait_for_url("**/claims?place=*")
    assert "Only those of place Khan Sheikhoun" in flat(page.inner_text("main"))
    assert page.query_selector(".sentence .quote") is not None
    page.click("text=Show all")
    page.wait_for_url("**/claims")
    reader.quiet()


def test_numbers_of_an_event_lead_to_their_sentences(reader: Visitor) -> None:
    page = reader.open("/events?measure=killed")
    page.click("a.number >> nth=0")
    page.wait_for_selector("h2#hurt")
    assert page.query_selector(".sentence .quote") is not None
    page.click("#hurt + table a.number >> nth=0")
    page.wait_for_url("**/reports/*")
    assert page.query_selector("mark") is not None


def test_whoever_reviews_is_led_to_it(reviewer: Visitor) -> None:
    page = reviewer.open(f"/places/{first(reviewer.room, 'places')}")
    page.click(".ways >> text=Review")
    page.wait_for_url("**/review/places/*")


def test_an_empty_store_says_what_would_stand_here(browser: Browser, empty: Room, size: str) -> None:
    reader = visitor(browser, empty, Role.READER, size)
    for kind in LISTS:
        page = reader.open(f"/{kind}")
        assert flat(page.inner_text(".none")).startswith("No ")
        page = reader.open(f"/{kind}?since=2031-01-01")
        assert flat(page.inner_text(".none")) == "Nothing passes these filters."
    assert reader.barriers() == []
    reader.quiet()
    for kind in LISTS:
        reader.open(f"/{kind}/none-such", 404)
        assert "There is no such" in reader.page.inner_text("[role=alert]")
    reader.page.context.close()
