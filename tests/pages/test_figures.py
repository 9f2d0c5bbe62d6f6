"""Figures: each a range by source, with parts, rules and what was set apart; numbers lead to sentences."""

import re

import pytest
from playwright.sync_api import Browser

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role

BARE = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const allowed = 'a.number, a.count, .days, time, code, blockquote, bdi, [dir=auto], select, input, svg';
    if (/[0-9]/.test(node.data) && !node.parentElement.closest(allowed)) found.push(node.data.trim());
  }
  return found;
}"""


@pytest.fixture(scope="module")
def figures(example: Room) -> list[str]:
    """The ids of all figures, the one with most told of it first."""
    found = example.office.session(Role.READER).get("/api/1/figures?limit=1000").json()["items"]
    told = sorted(found, key=lambda one: (-len(one["origins"]), -len(one["claims"]), one["id"]))
    return [one["id"] for one in told]


def test_it_stands_at_every_size(
    browser: Browser, example: Room, empty: Room, figures: list[str], size: str
) -> None:
    pages = ((example, "/figures"), (example, f"/figures/{figures[0]}"), (empty, "/figures"))
    for room, address in pages:
        window = visitor(browser, room, Role.READER, size)
        page = window.open(address)
        if figures[0] in address:
            page.wait_for_selector("#plot svg")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert window.barriers() == []
        assert page.evaluate(BARE) == []
        window.quiet()
        page.context.close()


def test_every_number_of_a_list_leads_to_its_sentences(reader: Visitor) -> None:
    page = reader.open("/figures")
    links = page.eval_on_selector_all("a.number", "all => all.map(one => one.getAttribute('href'))")
    assert len(links) > 20
    client = reader.room.office.session(Role.READER)
    for href in links:
        told = client.get(href).json()
        assert told["sentences"]
        html = client.get(href, headers={"Accept": "text/html"}).text
        assert all(f'id="{one["claim"]}"' in html for one in told["sentences"])


def test_numbers_stand_by_origin_and_lead_to_their_words(example: Room, figures: list[str]) -> None:
    client = example.office.session(Role.READER)
    for record in figures[:8]:
        told, kept = client.get(f"/figures/{record}").json(), client.get(f"/api/1/figures/{record}").json()
        assert [row["origin"]["id"] for row in told["history"]] == [one["origin"] for one in kept["history"]]
        stands = {one for row in kept["history"] for one in row["stands"]}
        counts = [one for row in told["history"] for one in row["counts"]]
        assert {one["count"]["claim"] for one in counts if one["stands"]} == stands
        for one in counts:
            assert one["count"]["href"].endswith(f"?claim={one['count']['claim']}#{one['count']['claim']}")
        assert [one["because"] for one in told["apart"]] == [one["because"] for one in kept["apart"]]
        assert [one["rule"] for one in told["rules"] if one["chosen"]] == [kept["rule"]]
        assert all(one["means"] for one in told["rules"])


def test_parts_stand_under_their_totals(example: Room) -> None:
    client = example.office.session(Role.READER)
    claims = client.get("/api/1/claims?limit=1000").json()["items"]
    part = next(one for one in claims if one.get("part_of"))
    total = client.get(f"/api/1/figures?claim={part['part_of']}").json()["items"][0]
    tree = client.get(f"/figures/{total['id']}").json()["tree"]
    at = [one["count"]["claim"] for one in tree]
    above, below = tree[at.index(part["part_of"])], tree[at.index(part["id"])]
    assert (above["here"], below["depth"]) == (True, above["depth"] + 1)


def test_the_plot_shows_each_dated_number_as_a_link(reader: Visitor, figures: list[str]) -> None:
    page = reader.open(f"/figures/{figures[0]}")
    page.wait_for_selector("#plot svg")
    told = reader.room.office.session(Role.READER).get(f"/figures/{figures[0]}").json()
    dated = {one["count"]["href"] for row in told["history"] for one in row["counts"] if one["told"]}
    links = page.eval_on_selector_all("#plot svg a", "all => all.map(one => one.getAttribute('href'))")
    assert set(links) == dated
    assert page.locator(".keys li").count() == len(told["history"])
    names = page.eval_on_selector_all("#plot svg a", "all => all.map(one => one.getAttribute('aria-label'))")
    assert all("told on" in name for name in names)
    reader.quiet()


def test_filters_stand_in_the_address(reader: Visitor) -> None:
    page = reader.open("/figures")
    page.select_option("[name=measure]", "killed")
    page.fill("[name=type]", "civilians")
    page.fill("[name=since]", "2019-08-19")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"measure=killed&type=civilians&since=2019-08-19"))
    rows = page.locator(".figures tbody tr")
    assert rows.count() > 1
    assert all(flat(one).startswith("civilians killed") for one in rows.all_inner_texts())
    page.locator("a.only").first.click()
    page.wait_for_url(re.compile("place=place-"))
    assert page.input_value("[name=measure]") == "killed"
    page.go_back()
    page.wait_for_url(re.compile(r"since=2019-08-19(&until=)?$"))


def test_what_is_not_there_is_said(reader: Visitor) -> None:
    assert "There is no such figure" in reader.open("/figures/figure-none", 404).inner_text("main")
    assert "No figure passes" in reader.open("/figures?type=nobody").inner_text("main")
