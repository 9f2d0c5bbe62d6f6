"""Situation: what changed by the world's clock, key figures, disputes, and what waits for review."""

from typing import Any

from playwright.sync_api import Browser

from pages.visiting import Room, flat, visitor
from warmonitor.store.membership import Role


def told(room: Room, role: Role = Role.READER, **asked: str) -> dict[str, Any]:
    answer = room.office.session(role).get("/", params=asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_days_are_compared_with_the_seven_before(example: Room) -> None:
    world = told(example, day="2019-08-24")["world"]
    assert world["spans"] == ["24 August 2019", "18 to 24 August 2019", "11 to 17 August 2019"]
    events = next(one for one in world["counts"] if one["said"] == "Events")
    href = "/events?since=2019-08-18&until=2019-08-24"
    listed = example.office.session(Role.READER).get(
        "/api/1/events?since=2019-08-18&until=2019-08-24&limit=1000"
    )
    assert events["week"] == {"number": len(listed.json()["items"]), "href": href}
    assert events["trend"] == "more"


def test_without_a_day_the_latest_is_looked_at(example: Room) -> None:
    assert told(example)["world"]["day"] == "2019-08-31"


def test_a_turn_tells_who_held_it_before(example: Room) -> None:
    world = told(example, day="2019-08-24")["world"]
    turn = next(one for one in world["turns"] if one["place"]["name"] == "Khan Sheikhoun" and one["before"])
    assert (turn["now"], turn["day"]) == ("held by Syrian government", "20 August 2019")
    assert turn["now_href"].startswith("/control/spell-")


def test_key_figures_keep_their_range_and_origins(example: Room) -> None:
    killed = next(one for one in told(example, day="2019-08-24")["figures"] if one["measure"] == "killed")
    one = killed["figures"][0]
    assert not one["since_before"]
    assert len(one["bars"]) == 8
    assert one["bars"][-1]["href"] == one["href"]
    assert one["origins"] >= 1


def test_every_count_leads_to_a_list_of_as_many(example: Room) -> None:
    client = example.office.session(Role.READER)
    for one in told(example, day="2019-08-24")["world"]["counts"]:
        if one["week"]["href"].startswith("/changes"):
            found = client.get(one["week"]["href"]).json()
            assert len(found["lines"]) == one["week"]["number"]


def test_only_reviewers_see_what_waits(example: Room) -> None:
    assert told(example)["review"] is None
    review = told(example, Role.REVIEWER)["review"]
    assert review["total"] >= len(review["first"]) > 0


def test_open_disputes_are_counted_and_listed(example: Room) -> None:
    client = example.office.session(Role.READER)
    disputes = told(example)["disputes"]
    assert disputes["total"] == client.get("/review?only=disputes").json()["total"] > 0
    assert len(disputes["first"]) == min(6, disputes["total"])


def test_agreements_are_held_against_the_seven_days_before(example: Room) -> None:
    world = told(example, day="2019-08-31")["world"]
    [deals] = [one for one in world["counts"] if one["said"] == "Claims of agreements and breaches"]
    assert deals["week"]["number"] == len(world["acts"])
    assert deals["trend"] in {"more", "fewer", "as many"}
    page = example.office.session(Role.READER).get(deals["week"]["href"])
    assert page.status_code == 200


def test_the_address_of_the_view_has_both_days(example: Room) -> None:
    found = told(example, day="2019-08-24", today="2031-01-02")
    assert found["here"] == "/?day=2019-08-24&today=2031-01-02"
    client = example.office.session(Role.READER)
    assert client.get(found["here"]).json() == found


def test_a_day_that_is_none_is_refused(example: Room) -> None:
    client = example.office.session(Role.READER)
    assert client.get("/?day=2019-02-30").status_code == 400
    assert client.get("/?day=2019-02").status_code == 400


def test_the_page_is_whole_for_everybody(browser: Browser, example: Room, empty: Room, size: str) -> None:
    for room, words in ((example, "Kafr Nabl"), (empty, "warmonitor run --store STORE")):
        guest = visitor(browser, room, Role.REVIEWER, size)
        page = guest.open("/")
        assert words in flat(page.inner_text("main"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert guest.barriers() == []
        guest.quiet()
        page.context.close()


def test_the_address_says_the_day(browser: Browser, example: Room) -> None:
    guest = visitor(browser, example, Role.READER)
    page = guest.open("/")
    page.fill("[name=day]", "2019-08-24")
    page.click("text=Show")
    page.wait_for_url(f"{example.address}/?day=2019-08-24")
    assert "18 to 24 August 2019" in page.inner_text("main")
    page.click(".spark a >> nth=-1")
    page.wait_for_url(f"{example.address}/figures/*")
    page.go_back()
    assert page.input_value("[name=day]") == "2019-08-24"
    page.context.close()
