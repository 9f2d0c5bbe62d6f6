"""Accepting what was joined: by the key of claims, out of the queue, taken back; the account is as it was."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from pages.visiting import Room, Visitor, flat
from warmonitor.run.stale import mark_judged
from warmonitor.store.check import check
from warmonitor.store.membership import Role
from warmonitor.store.weighing import weigh_again
from web.asking import OWN, Office

FORM = OWN | {"Accept": "text/html"}
KINDS = ("places", "actors", "figures")


def queue(client: TestClient, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/review?only={kind}").json()["waits"]
    return found


def settle(office: Office) -> None:
    mark_judged(office.store)
    weigh_again(office.store.database)


def account(client: TestClient) -> int:
    found: int = client.get("/api/1/state").json()["account"]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_one_key_accepts_and_the_next_is_shown(own_example: Room, reviewer: Visitor, kind: str) -> None:
    client = own_example.office.session(Role.REVIEWER)
    here, *rest = queue(client, kind)
    page = reviewer.open(f"/review/{kind}/{here['id']}?only={kind}")
    page.keyboard.press("a")
    page.keyboard.press("w")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "accepted" in flat(page.inner_text("main"))
    assert queue(client, kind) == rest
    settle(own_example.office)
    assert queue(client, kind) == rest
    reviewer.quiet()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_taken_back_waits_again_and_the_account_is_as_it_was(own_example: Room, kind: str) -> None:
    office = own_example.office
    client = office.session(Role.REVIEWER)
    before, stands = queue(client, kind), account(client)
    here = before[0]
    form = client.get(here["href"]).json()["form"]
    assert form["verdicts"][0]["key"] == "a"
    sent = {"verdict": "accept", "version": form["version"], "why": ""}
    answer = client.post(here["href"], data=sent, headers=FORM, follow_redirects=False)
    assert answer.status_code == 303
    settle(office)
    told = client.get(here["href"]).json()
    assert told["why"] is None
    assert [one["said"] for one in told["history"]] == ["accepted"]
    held = told["history"][0]["id"]
    assert client.get(f"/judgements/{held}").json()["open"] is None
    again = {"version": 1, "why": "not looked at well", "next": "/review"}
    assert client.post(
        f"/judgements/{held}/undo", data=again, headers=FORM, follow_redirects=False
    ).is_redirect
    settle(office)
    assert queue(client, kind) == before
    assert account(client) == stands
    assert list(check(office.store)) == []


def test_what_was_accepted_is_not_among_those_that_nobody_judged(own_example: Room) -> None:
    office = own_example.office
    client = office.session(Role.REVIEWER)
    here = client.get("/review?unjudged=places").json()["waits"][0]
    sent = {"verdict": "accept", "version": 0, "why": ""}
    client.post(f"/review/places/{here['id']}", data=sent, headers=FORM, follow_redirects=False)
    settle(office)
    left = client.get("/review?unjudged=places").json()["waits"]
    assert here["id"] not in {one["id"] for one in left}


def test_another_can_still_be_put_beside(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    page = client.get(queue(client, "places")[0]["href"]).json()
    assert page["asks"].startswith("Or choose a place")
    assert [one["value"] for one in page["form"]["verdicts"]] == ["accept"]
