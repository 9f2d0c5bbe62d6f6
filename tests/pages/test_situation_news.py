"""What is new in the account: counts on the first page, the lists they lead to, and what was said before."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from pages.turned_rows import claim, dispute, figure, put_on
from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.store.store import Store, open_store
from web.asking import Office
from web.served import served

HTML = {"Accept": "text/html"}
MADE, CHANGED, LATER = "2031-05-05", "2031-05-09", "2031-05-12"
WEEK = "since=2031-05-06&until=2031-05-12"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An account that was made on one day, and changed on two later ones."""
    with open_store(str(tmp_path_factory.mktemp("turned") / "store"), None, create=True) as made:
        claims = [claim(f"claim-{number}", number) for number in range(5)]
        first = [
            *(figure("figure-1", 12, "claim-1"), figure("figure-2", 3, "claim-2"), figure("figure-3", 7)),
            dispute("dispute-1", "claim-1", "claim-3"),
        ]
        put_on(made, MADE, [*claims, *first])
        second = [figure("figure-1b", 17, "claim-1", "claim-4"), figure("figure-3", 7, grade="2")]
        put_on(made, CHANGED, [*claims, *second, first[-1]])
        put_on(made, LATER, [*claims, *second, figure("figure-4", 1, of="<b>guards</b>")])
        yield made


@pytest.fixture(scope="module")
def room(store: Store) -> Iterator[Room]:
    office = Office(store)
    with served(office.app) as at:
        yield Room(office, at)


@pytest.fixture
def client(room: Room) -> TestClient:
    return room.office.session(Role.READER)


@pytest.fixture
def guest(browser: Browser, room: Room, size: str) -> Iterator[Visitor]:
    made = visitor(browser, room, Role.READER, size)
    yield made
    made.page.context.close()


def groups(client: TestClient, asked: str) -> dict[tuple[str, str], list[dict[str, Any]]]:
    told = client.get(f"/news?{asked}").json()
    return {(one["kind"], one["what"]): one["lines"] for one in told["groups"]}


def test_the_first_page_counts_what_turned_by_list(client: TestClient) -> None:
    found = client.get(f"/?today={LATER}").json()["turned"]
    counts = {row["kind"]: [[one["said"] for one in some] for some in row["counts"]] for row in found["rows"]}
    assert counts == {"figures": [["1 new"], ["1 new", "1 changed", "1 gone"]], "disputes": [["1 gone"]] * 2}
    assert (found["made"], found["kept"]) == (None, None)
    hrefs = [one["href"] for row in found["rows"] for some in row["counts"] for one in some]
    assert hrefs[1] == f"/news?list=figures&what=new&{WEEK}"
    for href in hrefs:
        [group] = client.get(href).json()["groups"]
        assert len(group["lines"]) == 1
        assert group["href"] == href


def test_a_change_says_what_was_said_before(client: TestClient) -> None:
    found = groups(client, WEEK)
    [line] = found["figures", "changed"]
    assert (line["id"], line["day"], line["record"]["number"]) == ("figure-1b", "9 May 2031", "17")
    assert (line["was"]["number"], line["was"]["name"], line["was"]["days"]) == ("12", "", None)
    [gone] = found["figures", "gone"]
    assert gone["record"]["number"] == "3"
    assert gone["record"]["href"] == "/reports/report-1?claim=claim-2#claim-2"
    [over] = found["disputes", "gone"]
    assert (over["record"]["name"], over["record"]["href"]) == (
        "how many people were killed: Lamp, Herald differ",
        None,
    )
    assert ("figures", "details") not in found


def test_what_changed_in_its_details_alone_is_asked_for(client: TestClient) -> None:
    found = groups(client, f"{WEEK}&what=details")
    assert {key: [one["id"] for one in lines] for key, lines in found.items()} == {
        ("figures", "details"): ["figure-3"]
    }
    assert found["figures", "details"][0]["more"] == "in its details"


def test_the_day_on_which_the_account_was_made_is_told(client: TestClient) -> None:
    for address in (f"/?today={MADE}", f"/news?since={MADE}&until={MADE}"):
        main = lxml.html.fromstring(client.get(address, headers=HTML).text).find(".//main")
        assert "The account was first made on 5 May 2031: all of it is new since then" in flat(
            main.text_content()
        )
    assert client.get(f"/news?since={MADE}&until={MADE}").json()["groups"] == []


def test_text_from_outside_stays_text(client: TestClient) -> None:
    page = client.get(f"/news?{WEEK}", headers=HTML).text
    assert "&lt;b&gt;guards&lt;/b&gt;" in page
    assert "<b>guards" not in page


@pytest.mark.parametrize(
    "asked",
    ["since=2031-05-06", f"{WEEK}&list=reports", f"{WEEK}&what=old", f"{WEEK}&list=figures&what=new&after=x"],
)
def test_what_cannot_be_is_refused(client: TestClient, asked: str) -> None:
    assert client.get(f"/news?{asked}").status_code in {400, 422}


def test_days_at_the_ends_of_the_calendar_are_days(client: TestClient) -> None:
    ends = "since=0001-01-01&until=9999-12-31"
    for address in (f"/news?{ends}", f"/came?{ends}", f"/judgements?{ends}", "/?today=0001-01-01"):
        assert client.get(address).status_code == 200
    assert client.get(f"/changes?list=control&{ends}&what=ended").status_code == 200


def test_the_page_is_the_same_until_something_turns(store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), None, create=True) as own:
        client = Office(own).session(Role.READER)
        for address in (f"/?today={LATER}", f"/news?{WEEK}"):
            put_on(own, MADE, [figure("figure-1", 1)])
            tag = client.get(address).headers["etag"]
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
            put_on(own, LATER, [figure("figure-1", 2)])
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_the_lists_are_whole_for_everybody(guest: Visitor) -> None:
    page = guest.open(f"/?today={LATER}")
    page.click("text=1 changed")
    page.wait_for_url(f"**/news?list=figures&what=changed&{WEEK}")
    assert flat(page.inner_text("tbody")).endswith("12")
    page.select_option("[name=what]", "")
    page.select_option("[name=list]", "")
    page.click("text=Show")
    page.wait_for_url(f"**/news?*{WEEK}")
    assert "Disputes: 1 gone" in flat(page.inner_text("main"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert guest.barriers() == []
    guest.quiet()
    page.go_back()
    assert page.input_value("[name=what]") == "changed"
