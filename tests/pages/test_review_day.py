"""A reviewer's day by keyboard alone: twenty judgements, two undone, one conflict; the audit agrees."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from starlette.testclient import TestClient
from typer.testing import CliRunner

from pages.visiting import Room, Visitor
from warmonitor.cli import app
from warmonitor.store.check import check
from warmonitor.store.membership import Role

Entry = tuple[str, str, str]  # by whom, verdict, key of the subject


@dataclass
class Day:
    """A reviewer who has a keyboard and nothing else, and what the chain shall say in the evening."""

    page: Page
    client: TestClient
    wanted: list[Entry] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, *keys: str) -> None:
        """Press keys, the last of which leads to another page."""
        self.press(*keys[:-1])
        with self.page.expect_navigation():
            self.press(keys[-1])

    def here(self) -> dict[str, Any]:
        """The record of the page that is open."""
        path = self.page.url.removeprefix("http://").partition("/")[2]
        told: dict[str, Any] = self.client.get(f"/{path}").json()
        return told

    def send(self, verdict: str, why: str = "") -> None:
        """Type the reason where the focus is, and send."""
        self.wanted.append(("reviewer", verdict, self.here()["form"]["subject"]))
        self.page.keyboard.type(why)
        self.go("Enter")

    def judge(self, key: str, verdict: str, why: str = "") -> None:
        self.press(key)
        self.send(verdict, why)

    def undo(self, why: str) -> None:
        """Take back what the page offers to take back."""
        told = self.here()
        held = told["notice"]["judgement"] if "notice" in told else told["judgement"]
        subject = self.client.get(f"/api/1/judgements/{held['id']}").json()["subject"]
        self.wanted.append(("reviewer", "undo", subject))
        self.press("u")
        self.page.keyboard.type(why)
        self.go("Enter")

    @property
    def judged(self) -> int:
        return len([one for one in self.wanted if one[0] == "reviewer" and one[1] != "undo"])


def waiting(client: TestClient) -> list[str]:
    return [one["id"] for one in client.get("/review").json()["waits"]]


def chain(client: TestClient) -> list[Entry]:
    items = client.get("/api/1/judgements?limit=1000").json()["items"]
    return [(one["judgement"]["by"], one["judgement"]["verdict"], one["subject"]) for one in items]


def disputes_and_a_figure(day: Day) -> None:
    """The queue from its top: accept, reject, a rule, amend, and another claim of a dispute."""
    day.go("j", "Enter")
    day.judge("a", "accept")
    day.judge("r", "reject", "the words tell of another town")
    day.press("m")
    day.page.keyboard.type("med")
    day.press("Escape", "w")
    day.send("rule", "the two count alike")
    day.press("m")
    day.page.keyboard.type("all")
    day.press("Escape", "w")
    day.send("amend", "the paper keeps its distance")
    day.go("j", "j", "Enter")
    day.judge("a", "accept", "said plainly")
    day.judge("a", "accept")


def places(day: Day, count: int) -> None:
    """On in the queue: a place beside another of a name that is typed, or with a claim that names another."""
    for number in range(count):
        if day.here()["kind"] == "disputes":
            day.judge("a", "accept")
            continue
        if number % 2 and day.here()["rows"]:
            day.go("j", "Enter")
        else:
            day.press("o")
            day.page.keyboard.type("Khan Sheikhoun")
            day.go("Enter")
        day.judge("d", "different", "they lie far apart")


def walk_of_claims(day: Day) -> None:
    """To what nobody has judged, by the filters."""
    day.go("q")
    day.press("f", "Tab", "Tab")
    day.page.keyboard.type("claims")
    day.go("Tab", "Enter")
    day.go("j", "Enter")


def conflict(day: Day, other: TestClient) -> None:
    """Somebody judges the same between opening and sending; both are shown, and it is said again."""
    form = day.here()["form"]
    claim = {"kind": "claim", "id": form["subject"].partition(":")[2]}
    sent = {"of": claim, "verdict": "reject", "why": "of another war"}
    answer = other.post("/api/1/judgements", json=sent, headers={"If-Match": f'"{form["version"]}"'})
    assert answer.status_code == 201
    day.wanted.append(("administrator", "reject", form["subject"]))
    day.press("a")
    day.page.keyboard.type("it is of this war")
    day.go("Enter")
    told = day.page.inner_text("[role=alert]")
    assert re.search(r"it is of this war.*of another war", told, re.DOTALL)
    assert day.page.input_value("[name=why]") == "it is of this war"
    day.press("w")
    day.send("accept", ", see its date")


def test_twenty_judgements_two_undone_one_conflict(
    reviewer: Visitor, own_example: Room, example_folder: Path, tmp_path: Path
) -> None:
    office = own_example.office
    client, other = office.session(Role.REVIEWER), office.token(Role.ADMINISTRATOR)
    before = waiting(client)
    day = Day(reviewer.open("/review"), client)

    disputes_and_a_figure(day)
    day.undo("looked at the wrong claim")
    assert day.here()["notice"]["judgement"]["verdict"] == "undo"
    day.judge("a", "accept")
    places(day, 6)
    walk_of_claims(day)
    day.judge("a", "accept")
    conflict(day, other)
    while day.judged < 20:
        day.judge("r", "reject", "not of this war")
    day.go("q")
    day.go("h")
    day.go("j", "j", "Enter")
    day.undo("it is of this war after all")

    assert (day.judged, len(day.wanted)) == (20, 23)
    assert chain(client) == day.wanted
    assert list(check(office.store)) == []
    gone = {one for one in before if one not in waiting(client)}
    shorter = client.get("/review").json()["total"]
    assert len(gone) == len(before) - shorter == 12
    refused = [one for one in reviewer.errors if "412" in one]
    assert reviewer.errors == refused, "the browser tells of the conflict alone"
    reviewer.errors.clear()
    reviewer.quiet()
    _brought_up_to_date(client, tmp_path / "store", example_folder.parent / "references", before, gone)


def _brought_up_to_date(
    client: TestClient, store: Path, references: Path, before: list[str], gone: set[str]
) -> None:
    """Once the account is made again it knows all that stands, and nothing waits that was judged."""
    done = CliRunner().invoke(app, ["run", "--store", str(store), "--references", str(references)])
    assert done.exit_code == 0, done.output
    told = client.get("/review").json()
    assert (told["pending"], told["behind"]) == (0, 0)
    queue = [one["id"] for one in client.get("/api/1/queue?limit=1000").json()["items"]]
    assert not gone & set(queue)
    assert told["total"] == len(queue) < len(before)
    verified = CliRunner().invoke(app, ["store", "verify", "--store", str(store)])
    assert verified.exit_code == 0, verified.output
