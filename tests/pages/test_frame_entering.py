"""Coming in: by name and password, by a key that is good once; and going on to where one wanted."""

import pytest
from playwright.sync_api import Browser

from pages.visiting import Room, Visitor, visitor
from warmonitor.store.membership import Role
from web.asking import OWN, PASSWORD, Office

HTML = {"Accept": "text/html"}


def test_whoever_is_not_logged_in_is_led_in_and_on(browser: Browser, example: Room) -> None:
    stranger = visitor(browser, example, None)
    page = stranger.open("/issues?type=none")
    assert page.url == f"{example.address}/login?next=%2Fissues%3Ftype%3Dnone"
    page.fill("[name=name]", "reader")
    page.fill("[name=password]", "not this")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert "do not fit" in page.inner_text("[role=alert]")
    stranger.errors.clear()  # the browser tells of the 401
    page.fill("[name=name]", "reader")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{example.address}/issues?type=none")
    page.click("text=Log out")
    page.wait_for_url(f"{example.address}/login")
    stranger.quiet()
    page.context.close()


@pytest.mark.parametrize(
    "on", ["//evil.example/", "https://evil.example/", "/\\evil.example", "\t//evil.example"]
)
def test_nobody_is_led_out(example: Room, on: str) -> None:
    client = example.office.client()
    form = {"name": "reader", "password": PASSWORD, "next": on}
    answer = client.post("/login", data=form, headers=OWN | HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_key_lets_in_once_and_not_for_long(example: Room) -> None:
    office = Office(example.office.store)
    key = office.desk.doors.key(office.member(Role.REVIEWER).id, office.clock())
    first, second = office.client(), office.client()
    answer = first.get(f"/enter?key={key}", headers=HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert first.get("/api/1/session").json()["member"]["name"] == "reviewer"
    assert second.get(f"/enter?key={key}", headers=HTML).status_code == 401
    late = office.desk.doors.key(office.member(Role.REVIEWER).id, office.clock())
    office.clock.on(minutes=11)
    assert second.get(f"/enter?key={late}", headers=HTML).status_code == 401


def test_a_form_of_another_site_is_refused(example: Room) -> None:
    client = example.office.session(Role.READER)
    answer = client.post("/logout", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert client.get("/issues", headers=HTML).status_code == 200


def test_the_same_address_gives_json_to_programs(example: Room) -> None:
    client = example.office.session(Role.READER)
    page, data = client.get("/issues", headers=HTML), client.get("/issues")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert data.json() == {"title": "What was not read", "issues": [], "next": None}
    assert client.get("/issues?as=json", headers=HTML).json() == data.json()
    again = client.get("/issues", headers=HTML | {"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_a_form_left_empty_asks_nothing(example: Room) -> None:
    client = example.office.session(Role.READER)
    answer = client.get("/issues?type=&since=&after=")
    assert (answer.status_code, answer.json()) == (200, client.get("/issues").json())
    assert client.get("/issues?plaec=").status_code == 200
    assert client.get("/issues?plaec=x").status_code == 400


def test_errors_are_pages_for_people(reader: Visitor) -> None:
    page = reader.open("/claims/claim-none", 404)
    assert page.inner_text("[role=alert]") == "There is no such claim."
    page = reader.open("/issues?plaec=x", 400)
    assert "plaec" in page.inner_text("main")


def test_a_claim_leads_to_its_report(example: Room) -> None:
    client = example.office.session(Role.READER)
    claim = client.get("/api/1/claims?limit=1").json()["items"][0]
    answer = client.get(f"/claims/{claim['id']}", headers=HTML, follow_redirects=False)
    assert answer.headers["location"] == f"/reports/{claim['report']}?claim={claim['id']}#{claim['id']}"
    told = client.get(f"/claims/{claim['id']}").json()
    assert told["quote"] == claim["quote"]["text"]
