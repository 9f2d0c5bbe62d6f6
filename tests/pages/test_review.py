"""Review: the queue, records to be judged, conflicts side by side, undoing, and what readers see of it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.check import check
from warmonitor.store.membership import Role
from web.asking import OWN, Office

HTML = {"Accept": "text/html"}
FORM = OWN | HTML


def queue(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/review{query}").json()["waits"]
    return found


def first(client: TestClient, kind: str) -> str:
    return str(client.get(f"/api/1/{kind}?limit=1").json()["items"][0]["id"])


def say(client: TestClient, address: str, **form: Any) -> Any:
    return client.post(address, data=form, headers=FORM, follow_redirects=False)


def addresses(client: TestClient) -> list[str]:
    """One page of each kind, and those of pairs and of claims that are to leave."""
    waits = {one["kind"]: one["href"] for one in queue(client)}
    made = ["/review", "/review?unjudged=events", "/judgements", *(waits[one] for one in sorted(waits))]
    places = [one["id"] for one in client.get("/api/1/places?limit=2").json()["items"]]
    event = client.get("/api/1/events?limit=1").json()["items"][0]
    made += [f"/review/places/{places[0]}?other={places[1]}", f"/review/reports/{first(client, 'reports')}"]
    made += [f"/review/events/{event['id']}?claim={event['claims'][0]}"]
    return [*made, f"/review/claims/{first(client, 'claims')}"]


def test_pages_are_whole_at_both_widths(browser: Browser, example: Room, size: str) -> None:
    window = visitor(browser, example, Role.REVIEWER, size)
    for address in addresses(example.office.session(Role.REVIEWER)):
        page = window.open(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert window.barriers() == [], address
    window.quiet()
    window.page.context.close()


def test_an_empty_store_says_what_would_wait(browser: Browser, empty: Room) -> None:
    window = visitor(browser, empty)
    assert "Nothing waits" in window.open("/review").inner_text("main")
    assert "Nothing was judged" in window.open("/judgements").inner_text("main")
    window.open("/review/claims/claim-none", 404)
    assert window.barriers() == []
    window.errors.clear()  # the browser tells of the 404
    window.page.context.close()


def test_the_queue_is_sorted_and_sifted_by_its_address(example: Room) -> None:
    client = example.office.session(Role.READER)
    whole = queue(client)
    assert {one["kind"] for one in whole} == {"disputes", "figures", "places", "actors"}
    assert all(one["why"] for one in whole)
    told = client.get("/api/1/queue", headers={}).status_code, len(whole)
    assert told == (403, client.get("/review").json()["total"])
    deaths = [one["deaths"] for one in queue(client, "?order=deaths")]
    assert deaths == sorted(deaths, reverse=True) != [one["deaths"] for one in whole]
    events = [one["events"] for one in queue(client, "?order=events")]
    assert events == sorted(events, reverse=True)
    assert {one["kind"] for one in queue(client, "?only=places")} == {"places"}
    assert client.get("/review?order=size").status_code == 400


def test_a_judgement_leads_to_the_next_and_the_queue_is_shorter(own_example: Room) -> None:
    office = own_example.office
    client = office.session(Role.REVIEWER)
    here, on, *rest = queue(client)
    page = client.get(here["href"]).json()
    answer = say(client, here["href"], verdict="accept", version=page["form"]["version"], why="")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{on['href']}?judged=judgement-")
    assert queue(client) == [on, *rest]
    notice = client.get(answer.headers["location"]).json()["notice"]
    assert (notice["judgement"]["said"], notice["version"]) == ("accepted", 1)
    back = say(
        client, f"/judgements/{notice['judgement']['id']}/undo", version=1, why="too soon", next=here["href"]
    )
    assert back.headers["location"].startswith(f"{here['href']}?judged=")
    assert queue(client) == [here, on, *rest]
    assert list(check(office.store)) == []


def test_a_conflict_shows_both_and_keeps_what_was_typed(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    other = own_example.office.session(Role.ADMINISTRATOR)
    address = f"/review/claims/{first(client, 'claims')}"
    say(other, address, verdict="reject", version=0, why="of another war")
    answer = say(client, address, verdict="accept", version=0, why="read twice")
    assert answer.status_code == 412
    shown = flat(re.sub(r"<[^>]+>", " ", answer.text))
    assert "What you were to say accepted read twice seen: version 0" in shown
    assert "What stands now rejected administrator: of another war" in shown
    assert 'name="version" value="1"' in answer.text
    assert 'name="why" value="read twice"' in answer.text
    assert re.search(r'value="accept" required data-key="a" checked', answer.text)
    data = client.post(address, data={"verdict": "accept", "version": 0, "why": "x"}, headers=OWN).json()
    assert (data["conflict"]["seen"], data["conflict"]["version"]) == (0, 1)
    assert say(client, address, verdict="accept", version=1, why="read twice").status_code == 303


def test_fields_are_amended_by_names_and_left_open(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    toll = client.get("/api/1/claims?type=toll&limit=1").json()["items"][0]
    place = client.get("/api/1/places?limit=1").json()["items"][0]
    address = f"/review/claims/{toll['id']}"
    form = {"best": "14", "low": "12", "open_high": "yes", "place": place["id"], "scope": "some", "of": ""}
    assert say(client, address, verdict="amend", version=0, why="miscounted", **form).status_code == 303
    made = client.get("/api/1/judgements").json()["items"][0]["judgement"]["amended"]
    given = {name: value for name, value in made.items() if value}
    assert given == {"best": 14, "low": 12, "place": place["id"], "scope": "some", "cleared": ["high"]}
    told = client.get(address).json()
    assert told["history"][0]["given"][-1] == {"name": "high", "said": None}


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"version": "0"}, "Choose what you say"),
        ({"verdict": "reject", "version": "0"}, "says why"),
        ({"verdict": "accept"}, "version that was seen is missing"),
        ({"verdict": "amend", "version": "0", "why": "x", "best": "many"}, "cannot be the best"),
        ({"verdict": "amend", "version": "0", "why": "x", "place": "Nowhere at all"}, "No place"),
    ],
)
def test_what_cannot_be_judged_is_said_beside_the_form(
    example: Room, form: dict[str, str], said: str
) -> None:
    client = example.office.session(Role.REVIEWER)
    toll = client.get("/api/1/claims?type=toll&limit=1").json()["items"][0]
    answer = client.post(f"/review/claims/{toll['id']}", data=form, headers=FORM)
    assert answer.status_code == 400
    assert said in flat(answer.text)
    assert 'class="judge"' in answer.text


def test_every_verdict_has_a_form(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    ids = {
        kind: [one["id"] for one in client.get(f"/api/1/{kind}?limit=3").json()["items"]]
        for kind in ("reports", "places", "actors", "events", "figures")
    }
    events = client.get("/api/1/events").json()["items"]
    event = next(one for one in events if len(one["claims"]) > 2)
    claim = client.get(f"/api/1/claims?place={ids['places'][0]}&limit=1").json()["items"][0]["id"]
    cases = [
        (f"/review/reports/{ids['reports'][0]}?other={ids['reports'][1]}", {"verdict": "different"}),
        (f"/review/places/{ids['places'][0]}?other={ids['places'][1]}", {"verdict": "same"}),
        (f"/review/places/{ids['places'][0]}?claim={claim}", {"verdict": "different"}),
        (f"/review/actors/{ids['actors'][0]}?other={ids['actors'][1]}", {"verdict": "different"}),
        (f"/review/events/{ids['events'][0]}?other={ids['events'][1]}", {"verdict": "same"}),
        (f"/review/events/{event['id']}?claim={event['claims'][0]}", {"verdict": "different"}),
        (f"/review/figures/{ids['figures'][0]}", {"verdict": "rule", "rule": "highest"}),
    ]
    for address, form in cases:
        version = client.get(address).json()["form"]["version"]
        assert (version, say(client, address, version=version, why="seen", **form).status_code) == (0, 303)
    made = client.get("/judgements").json()["judgements"]
    assert [one["verdict"] for one in reversed(made)] == [form["verdict"] for _, form in cases]
    assert {one["kind"] for one in client.get("/judgements?kind=event").json()["judgements"]} == {"event"}
    assert list(check(own_example.office.store)) == []


def test_readers_and_read_only_stores_have_no_forms(example: Room) -> None:
    reader = example.office.session(Role.READER)
    closed = Office(example.office.store).set(read_only=True).session(Role.REVIEWER)
    for client, said in ((reader, "needs the role of a reviewer"), (closed, "open for reading alone")):
        address = f"/review/claims/{first(client, 'claims')}"
        text = client.get(address, headers=HTML).text
        assert said in text
        assert 'class="judge"' not in text
        assert say(client, address, verdict="accept", version=0).status_code == 403


def test_history_is_sifted_and_another_undoes(own_example: Room) -> None:
    office = own_example.office
    client, other = office.session(Role.REVIEWER), office.session(Role.ADMINISTRATOR)
    claims = [one["id"] for one in client.get("/api/1/claims?limit=2").json()["items"]]
    for claim in claims:
        say(client, f"/review/claims/{claim}", verdict="reject", version=0, why=f"of {claim}")
    newest, oldest = client.get("/judgements").json()["judgements"]
    assert [newest["records"], oldest["records"]] == [[claims[1]], [claims[0]]]
    assert client.get(f"/judgements?record={claims[0]}").json()["judgements"] == [oldest]
    refused = say(other, f"/judgements/{oldest['id']}/undo", version=0, why="it was right")
    assert (refused.status_code, 'value="it was right"' in refused.text) == (412, True)
    done = say(other, f"/judgements/{oldest['id']}/undo", version=1, why="it was right")
    assert done.headers["location"].startswith("/judgements/judgement-")
    assert client.get(done.headers["location"]).json()["judgement"]["undoes"] == oldest["id"]
    assert client.get("/judgements?by=administrator").json()["judgements"][0]["why"] == "it was right"
    assert client.get("/judgements?standing=true").json()["judgements"] == [newest]
    again = say(other, f"/judgements/{oldest['id']}/undo", version=2, why="again")
    assert (again.status_code, "does not stand any more" in again.text) == (400, True)


def test_an_undoing_leads_nowhere_outside(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    claim = first(client, "claims")
    say(client, f"/review/claims/{claim}", verdict="accept", version=0)
    made = client.get("/judgements").json()["judgements"][0]["id"]
    answer = say(client, f"/judgements/{made}/undo", version=1, why="x", next="https://evil.example/review")
    assert answer.headers["location"] == "/"


def test_keys_are_told_and_do_not_fire_while_typing(reviewer: Visitor) -> None:
    client = reviewer.room.office.session(Role.REVIEWER)
    page = reviewer.open(f"/review/claims/{first(client, 'claims')}")
    address = page.url
    page.keyboard.press("?")
    assert page.is_visible("#keys dl")
    page.keyboard.press("r")
    page.keyboard.type("nqa?")
    assert page.input_value("[name=why]") == "nqa?"
    assert page.url == address
    assert page.is_checked("[value=reject]")
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.wait_for_url(re.compile(r"/review$"))
    reviewer.quiet()


def test_single_keys_are_switched_off_and_stay_so(reviewer: Visitor) -> None:
    page = reviewer.open("/review")
    page.keyboard.press("?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.reload()
    page.keyboard.press("?")
    assert not page.is_visible("#keys dl")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_that_the_account_is_behind_is_told_until_it_is_not(reviewer: Visitor) -> None:
    client = reviewer.room.office.session(Role.REVIEWER)
    page = reviewer.open(queue(client)[0]["href"])
    assert page.query_selector("[data-behind]") is None
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-behind]")
    page.route("**/api/1/state", lambda route: route.fulfill(json={"stale": 0}))
    page.wait_for_selector("[data-behind]:has-text('up to date now')")
    assert page.inner_text("[data-behind] a") == "Look again"
    reviewer.quiet()
