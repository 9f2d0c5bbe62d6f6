"""What all pages share: head, filters, sentences that copies repeat, and ways on from an error."""

import json

import pytest
from playwright.sync_api import Browser, expect

from pages.visiting import Room, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.web.pages.wording.evidence import Sentence, together

_TOPS = "all => new Set(all.map(one => Math.round(one.getBoundingClientRect().top))).size"


def _sentence(claim: str, **given: str) -> Sentence:
    same = dict.fromkeys(("kind", "said", "before", "quote", "after", "speakers", "stance"), "words")
    same |= dict.fromkeys(("modality", "when", "report", "outlet", "title", "dated", "href"), "words")
    return Sentence(**(same | {"claim": claim} | given))


def test_the_same_words_in_copies_are_told_once() -> None:
    one, copy = _sentence("claim-1", outlet="The Herald"), _sentence("claim-2", outlet="The Courier")
    denied, longer = _sentence("claim-3", stance="denied"), _sentence("claim-4", after="and more")
    assert together([one, denied, copy, longer]) == [(one, [copy]), (denied, []), (longer, [])]


def test_pages_are_led_to_in_one_row_at_a_desk(browser: Browser, example: Room) -> None:
    window = visitor(browser, example, Role.REVIEWER)
    page = window.open("/events")
    assert page.eval_on_selector_all(".top nav li", _TOPS) == 1
    assert page.locator(".top").bounding_box()["height"] < 60  # type: ignore[index]
    page.context.close()


@pytest.mark.parametrize("address", ["/sitrep", "/actors"])
def test_on_a_phone_the_page_that_is_open_is_seen(browser: Browser, example: Room, address: str) -> None:
    window = visitor(browser, example, Role.REVIEWER, "phone")
    here = window.open(address).locator("[aria-current=page]").bounding_box()
    assert here is not None
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 360
    window.page.context.close()


def test_filters_stand_open_at_a_desk_and_open_by_a_word_on_a_phone(browser: Browser, example: Room) -> None:
    desk = visitor(browser, example, Role.READER)
    page = desk.open("/events")
    assert page.is_visible("[name=outlet]")
    assert not page.is_visible("summary:has-text('Filters')")
    page.fill("[name=outlet]", "Harbour Herald")
    page.press("[name=outlet]", "Enter")
    page.wait_for_url("**outlet=Harbour*")
    page.context.close()
    phone = visitor(browser, example, Role.READER, "phone")
    page = phone.open("/events?outlet=Harbour Herald")
    assert flat(page.inner_text(".filtering summary")) == "Filters in use"
    assert not page.is_visible("[name=outlet]")
    page.click(".filtering summary")
    assert page.input_value("[name=outlet]") == "Harbour Herald"
    assert page.is_visible("[name=outlet]")
    assert phone.barriers() == []
    page.context.close()


def test_a_list_is_narrowed_in_place_and_its_address_says_so(browser: Browser, example: Room) -> None:
    window = visitor(browser, example, Role.READER)
    page = window.open("/events")
    page.evaluate("window.kept = true")
    all_of_them = page.locator("#found tbody tr").count()
    page.select_option("[name=type]", "Battles")
    page.wait_for_url("**type=Battles*")
    expect(page.locator("#found tbody tr")).not_to_have_count(all_of_them)
    assert page.evaluate("window.kept")
    some, told = page.locator("#found tbody tr").count(), flat(page.inner_text("#found .note"))
    assert "type=Battles" in (page.get_attribute("#as-data", "href") or "")
    page.select_option("[name=measure]", "killed")
    page.wait_for_url("**measure=killed*")
    page.go_back()
    page.wait_for_url("**measure=&**", wait_until="load")
    expect(page.locator("#found tbody tr")).to_have_count(some)
    assert page.input_value("[name=type]") == "Battles"
    page.reload()
    assert flat(page.inner_text("#found .note")) == told
    window.quiet()
    page.context.close()


def test_what_cannot_be_asked_is_a_page_of_its_own(browser: Browser, example: Room) -> None:
    window = visitor(browser, example, Role.READER)
    page = window.open("/events")
    page.eval_on_selector("[name=outlet]", "one => { one.name = 'outlot'; one.value = 'Herald'; }")
    page.press("[name=outlot]", "Enter")
    page.wait_for_selector("[role=alert]")
    assert "outlot" in page.url
    page.context.close()


def test_the_newest_events_stand_first(example: Room) -> None:
    client = example.office.session(Role.READER)
    first = client.get("/events").json()
    assert first["sorted"].startswith("by first day, the newest first")
    ids = [one["id"] for one in client.get("/events?order=account").json()["lines"]]
    assert sorted(one["id"] for one in first["lines"]) == sorted(ids)
    assert first["lines"][0]["id"] != ids[0]


def test_an_error_leads_on(browser: Browser, example: Room) -> None:
    window = visitor(browser, example, Role.READER)
    links = window.open("/reports/none", 404).eval_on_selector_all(
        "main a", "all => all.map(one => one.pathname)"
    )
    assert links == ["/reports", "/"]
    page = window.open("/nowhere?of=this", 404)
    links = page.eval_on_selector_all("main a", "all => all.map(one => one.pathname)")
    assert links == ["/"]
    assert page.locator("header nav a").count() > 10
    assert page.inner_text("[role=alert]") == "There is nothing here."
    assert page.locator("[aria-current=page]").count() == 0
    assert window.barriers() == []
    assert json.loads(page.context.request.get(page.url + "&as=json").text())["error"]["code"] == "not-found"
    page.click("header nav a >> text=Figures")
    assert page.inner_text("h1") == "Figures"
    page.context.close()


def test_what_is_not_there_shows_nobody_the_room(example: Room) -> None:
    office = example.office
    nobody, html = office.client(), {"Accept": "text/html"}
    answer = nobody.get("/nowhere", headers=html)
    assert (answer.status_code, "<header" in answer.text, "/login" in answer.text) == (404, False, True)
    nobody.cookies.set(office.settings.cookie, "made up")
    assert "<header" not in nobody.get("/nowhere", headers=html).text
    member = office.session(Role.READER)
    assert member.put("/map", headers=html | {"Origin": "http://localhost"}).status_code in {403, 405}
    for client in (nobody, member):
        answer = client.get("/nowhere")
        assert answer.status_code == 404
        assert answer.json()["error"] == {"code": "not-found", "said": "There is nothing here.", "item": None}


def test_asking_for_what_is_not_there_is_counted(own_example: Room) -> None:
    office = own_example.office.set(anonymous=2)
    nobody, html = office.client(), {"Accept": "text/html"}
    nobody.cookies.set(office.settings.cookie, "made up")
    statuses = [nobody.get("/nowhere", headers=html).status_code for _ in range(4)]
    assert statuses == [404, 404, 429, 429]
