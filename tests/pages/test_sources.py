"""Sources: strands as graph and table, who quotes whom, outlets and origins, each count with its list."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.web.pages.sources.strand_graph import LABELS, drawing, share

PAGES = ("/sources", "/strands", "/outlets", "/origins")
_STRAY = """() => { const out = document.querySelector('main').cloneNode(true);
  const told = 'a.number, a.count, .days, time, code, blockquote, bdi, [dir=auto], form, input';
  out.querySelectorAll(told).forEach(one => one.remove());
  return out.textContent; }"""


def told(room: Room, address: str) -> Any:
    answer = room.office.session(Role.READER).get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def several(room: Room) -> str:
    return f"/strands/{told(room, '/strands?status=several')['strands'][0]['id']}"


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_whole_at_both_widths_and_empty(
    browser: Browser, example: Room, empty: Room, size: str, address: str
) -> None:
    for room in (example, empty):
        seen = visitor(browser, room, Role.READER, size)
        page = seen.open(address)
        assert page.locator(".none").count() >= 1 or room is example
        assert not re.search(r"\d", page.evaluate(_STRAY))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen.barriers() == []
        seen.quiet()
        page.context.close()


def test_a_strand_is_drawn_and_its_table_says_the_same(browser: Browser, example: Room, size: str) -> None:
    seen = visitor(browser, example, Role.READER, size)
    page = seen.open(several(example))
    record = told(example, several(example))
    assert page.locator("svg .dot.copy").count() - 1 == 2  # and one in the legend
    drawn = {line["share"] for line in record["drawn"]["lines"]}
    assert drawn == {line["share"] for line in record["links"]}
    page.locator("svg a.number").first.click()
    page.wait_for_url("**/compare?**")
    assert page.locator("mark").count() > 0
    page.go_back()
    assert seen.barriers() == []
    seen.quiet()
    page.context.close()


def test_each_count_of_who_quotes_whom_leads_to_its_sentences(reader: Visitor, example: Room) -> None:
    lines = told(example, "/sources?outlet=Harbour+Herald")["quoting"]["lines"]
    assert {one["outlet"]["name"] for one in lines} == {"Harbour Herald"}
    assert {one["agency"] for one in lines} == {"Meridian News Agency"}
    for one in lines:
        assert len(told(example, one["href"])["sentences"]) == one["claims"]
    page = reader.open("/sources")
    counted = page.locator(".matrix a.count").first
    many = int(counted.inner_text())
    counted.click()
    page.wait_for_url("**/sources/quotes?**")
    assert page.locator(".sentence .quote").count() == many
    reader.quiet()


def test_words_of_an_origin_and_of_some_days_are_counted(example: Room) -> None:
    name = "Syrian+Observatory+for+Human+Rights"
    every = told(example, f"/sources?origin={name}")["quoting"]
    days = told(example, f"/sources?origin={name}&since=2019-08-20&until=2019-08-20")["quoting"]
    assert 0 < days["claims"] < every["claims"]
    for one in days["lines"]:
        assert len(told(example, one["href"])["sentences"]) == one["claims"]


def test_each_count_of_an_outlet_is_as_long_as_its_list(example: Room) -> None:
    outlets = told(example, "/outlets")["outlets"]
    assert [one["reports"]["count"] for one in outlets] == sorted(
        (one["reports"]["count"] for one in outlets), reverse=True
    )
    for one in outlets:
        for name in ("reports", "events", "alone", "first", "copied", "copies", "changed", "corrected"):
            counted = one[name]
            kind, _, asked = counted["href"].strip("/").partition("?")
            listed = told(example, f"/api/1/{kind}?{asked}&limit=1000")["items"]
            assert len(listed) == counted["count"], counted
    first = told(example, "/outlets?limit=1")
    assert told(example, f"/outlets?limit=1&after={first['next']}")["outlets"] == outlets[1:2]


def test_an_outlet_and_an_origin_have_pages(reader: Visitor, example: Room) -> None:
    page = reader.open("/outlets/one?name=Northgate+Post")
    page.get_by_role("link", name="Syrian Observatory for Human Rights").first.click()
    page.wait_for_url("**/origins/**")
    assert page.locator(".sentence").count() > 3
    assert "Admiralty" not in flat(page.inner_text("main"))
    reader.open("/origins/origins-none", 404)
    reader.open("/strands/strand-none", 404)
    reader.open("/outlets/one?name=Nobody", 404)
    assert told(example, "/origins?origin=Northgate+Post")["origins"][0]["named"]["name"] == "Northgate Post"


def test_large_strands_are_drawn_in_part() -> None:
    reports: list[dict[str, Any]] = [
        {"id": f"r{at:03}", "outlet": None, "agencies": [], "copy_of": "r000" if at else None,
         "dated": {"earliest": None, "latest": None}}
        for at in range(200)
    ]  # fmt: skip
    links = [{"copy": one["id"], "of": "r000", "kind": "reprint", "shared": 0.999} for one in reports[1:]]
    drawn = drawing(reports, links, [], {one["id"] for one in reports})
    assert (len(drawn.dots), len(drawn.lines), drawn.whole, drawn.unknown) == (60, 59, False, True)
    assert all(dot.x > LABELS for dot in drawn.dots)


def test_a_share_is_never_rounded_to_all() -> None:
    assert (share(1.0), share(0.999), share(0.5)) == ("100%", "99%", "50%")
