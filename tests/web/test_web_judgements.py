"""Judging over the API: several at once, stale ones refused with both versions, on both databases."""

import threading
from dataclasses import replace
from typing import Any

import pytest
from kept_documents import times
from starlette.testclient import TestClient

from warmonitor.store.check import check
from warmonitor.store.membership import Role
from warmonitor.web.app import make_app
from web.asking import Office, error
from web.told import claim, tell

BOTH = pytest.mark.usefixtures("place")
URL = "/api/1/judgements"


@pytest.fixture
def reviewer(office: Office) -> TestClient:
    tell(office.store)
    return office.token(Role.REVIEWER)


def amend(best: int, number: int = 1, why: str = "misread") -> dict[str, Any]:
    return {"of": claim(number), "verdict": "amend", "why": why, "amended": {"best": best}}


def seen(version: int) -> dict[str, str]:
    return {"If-Match": f'"{version}"'}


@BOTH
def test_a_claim_is_amended_by_whom_when_and_why(reviewer: TestClient, office: Office) -> None:
    answer = reviewer.post(URL, json=amend(13), headers=seen(0))
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    held = answer.json()
    assert held["judgement"]["by"] == "reviewer"
    assert held["judgement"]["when"] == office.clock().isoformat()
    assert held["judgement"]["amended"]["best"] == 13
    assert held["judgement"]["subject"]["cited"][0]["tells"] == "killed / people / 1 / 1 / 1"
    assert reviewer.get(f"{URL}/{held['id']}").json() == held
    assert list(check(office.store)) == []


@BOTH
def test_a_stale_judgement_is_refused_with_both_versions(reviewer: TestClient) -> None:
    first = reviewer.post(URL, json=amend(13), headers=seen(0)).json()
    answer = reviewer.post(URL, json=amend(14, why="read again"), headers=seen(0))
    told = error(answer, 412, "judgement-stale")
    assert told["given"]["judgement"]["amended"]["best"] == 14
    assert told["given"]["judgement"]["why"] == "read again"
    assert (told["current"]["version"], told["current"]["items"]) == (1, [first])
    assert answer.headers["etag"] == '"1"'
    assert reviewer.post(URL, json=amend(14), headers=seen(1)).status_code == 201


def test_a_judgement_needs_the_version_that_was_seen(reviewer: TestClient) -> None:
    for headers in ({}, {"If-Match": "*"}, {"If-Match": '"x"'}, {"If-Match": "²"}):
        sent = {name.encode(): value.encode() for name, value in headers.items()}
        assert error(reviewer.post(URL, json=amend(1), headers=sent), 400, "version-missing")


def test_the_version_of_a_subject_is_told(reviewer: TestClient) -> None:
    asked = claim(1)
    assert reviewer.get("/api/1/subject", params=asked).json() == {
        "subject": f"claim:{asked['id']}",
        "version": 0,
        "items": [],
    }
    held = reviewer.post(URL, json=amend(13), headers=seen(0)).json()
    answer = reviewer.get("/api/1/subject", params=asked)
    assert answer.headers["etag"] == '"1"'
    assert answer.json()["items"] == [held]


@BOTH
def test_a_judgement_is_undone_by_another_reviewer_and_history_keeps_both(
    reviewer: TestClient, office: Office
) -> None:
    held = reviewer.post(URL, json=amend(13), headers=seen(0)).json()
    other = office.token(Role.ADMINISTRATOR)
    undone = other.post(f"{URL}/{held['id']}/undo", json={"why": "it was right"}, headers=seen(1))
    assert undone.status_code == 201
    reviewer.post(URL, json=amend(2, 2), headers=seen(0))
    history = reviewer.get(URL, params={"record": claim(1)["id"]}).json()["items"]
    assert [(one["version"], one["in_force"], one["judgement"]["by"]) for one in history] == [
        (1, False, "reviewer"),
        (2, True, "administrator"),
    ]
    standing = reviewer.get(URL, params={"standing": "true"}).json()["items"]
    assert [one["judgement"]["subject"]["id"] for one in standing] == [claim(2)["id"]]
    again = other.post(f"{URL}/{held['id']}/undo", json={"why": "again"}, headers=seen(2))
    error(again, 409, "judgement-undone")


def test_judgements_are_paged(reviewer: TestClient) -> None:
    for number in range(1, 6):
        reviewer.post(URL, json=amend(50, number), headers=seen(0))
    got: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = reviewer.get(URL, params={"limit": 2, "by": "reviewer", **after}).json()
        got += [one["judgement"]["subject"]["id"] for one in page["items"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert got == [claim(number)["id"] for number in range(1, 6)]
    assert reviewer.get(URL, params={"by": "nobody"}).json() == {"items": [], "next": None}


ID = "{:016x}".format


@pytest.mark.parametrize(
    "given",
    [
        {"of": claim(1), "verdict": "accept"},
        {"of": claim(1), "verdict": "reject", "why": "of another war"},
        {"of": {"kind": "place", "id": f"place-{ID(1)}", "other": f"place-{ID(2)}"}, "verdict": "same"},
        {"of": {"kind": "place", "id": f"place-{ID(1)}"}, "verdict": "accept"},
        {"of": {"kind": "figure", "id": f"figure-{ID(1)}"}, "verdict": "accept"},
        {"of": {"kind": "place", "id": f"place-{ID(1)}", "claims": [claim(1)["id"]]}, "verdict": "different"},
        {"of": {"kind": "event", "id": f"event-{ID(1)}", "other": f"event-{ID(2)}"}, "verdict": "same"},
        {"of": {"kind": "event", "id": f"event-{ID(1)}", "claims": [claim(2)["id"]]}, "verdict": "different"},
        {
            "of": {"kind": "figure", "id": f"figure-{ID(1)}"},
            "verdict": "rule",
            "ruled": {"rule": "highest count"},
        },
        {
            "of": {"kind": "figure", "id": f"figure-{ID(1)}"},
            "verdict": "rule",
            "ruled": {"rule": "one claim", "claim": claim(2)["id"]},
        },
    ],
)
def test_every_verdict_is_taken(reviewer: TestClient, given: dict[str, Any]) -> None:
    answer = reviewer.post(URL, json={"why": "seen", **given}, headers=seen(0))
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"of": claim(99), "verdict": "accept"}, 404, "not-found"),
        ({"of": {**claim(1), "other": claim(2)["id"]}, "verdict": "same"}, 400, "subject-unclear"),
        (
            {"of": {"kind": "place", "id": f"place-{ID(1)}"}, "verdict": "same", "why": "x"},
            400,
            "pair-missing",
        ),
        ({"of": claim(1), "verdict": "reject"}, 400, "reason-missing"),
        ({"of": claim(1), "verdict": "rule", "why": "x"}, 400, "verdict-unfit"),
        ({"of": claim(1), "verdict": "praise"}, 400, "bad-field"),
        ({**amend(1), "amended": {"best": "13"}}, 400, "bad-field"),
        ({**amend(1), "amended": {"bset": 13}}, 400, "bad-field"),
        ({**amend(1), "amended": {"earliest": "2031-02-31"}}, 400, "day-invalid"),
        ({**amend(1), "amended": {"place": "place-none"}}, 404, "not-found"),
        ({**amend(1), "by": "somebody else"}, 400, "bad-field"),
        ({**amend(1), "why": "x" * (1 << 20) + "x"}, 400, "bad-field"),
    ],
)
def test_what_is_no_judgement_is_refused(
    reviewer: TestClient, office: Office, given: dict[str, Any], status: int, code: str
) -> None:
    before = office.store.head()
    error(reviewer.post(URL, json=given, headers=seen(0)), status, code)
    assert office.store.head() == before


NOTES = [
    '=HYPERLINK("x")',
    "@SUM(1)",
    "\t=1",
    "-2+3",
    "<svg onload>",
    "{{7*7}}",
    "</script>",
    "\u202eabc",
    "\x00",
]


def test_notes_are_kept_exactly(reviewer: TestClient) -> None:
    notes = [*NOTES, "é" * (1 << 19)]
    for version, why in enumerate(notes):
        answer = reviewer.post(URL, json=amend(version, why=why), headers=seen(version))
        assert answer.json()["judgement"]["why"] == why
        assert b"<" not in answer.content


def test_what_is_in_doubt_waits_by_weight_until_it_is_judged(reviewer: TestClient, office: Office) -> None:
    page = reviewer.get("/api/1/queue", params={"limit": 1}).json()
    assert (page["items"][0]["doubt"], page["next"]) == ("wide", None)
    assert page["items"][0]["id"] == f"figure-{ID(1)}"
    error(office.token(Role.READER).get("/api/1/queue"), 403, "role")


def test_what_nobody_judged_is_listed(reviewer: TestClient, office: Office) -> None:
    first = reviewer.get("/api/1/unjudged/claims", params={"limit": 5}).json()
    rest = reviewer.get("/api/1/unjudged/claims", params={"limit": 5, "after": first["next"]}).json()
    assert [one["id"] for one in first["items"] + rest["items"]] == [claim(n)["id"] for n in range(1, 9)]
    error(office.token(Role.READER).get("/api/1/unjudged/claims"), 403, "role")


@BOTH
def test_of_eight_reviewers_at_once_nobodys_work_is_lost(office: Office) -> None:
    tell(office.store)
    edits = times(6, 200)
    counts = {"applied": 0, "refused": 0}
    lock = threading.Lock()

    def review(who: int) -> None:
        with office.token(Role.REVIEWER) as client:
            for at in range(edits):
                version = client.get("/api/1/subject", params=claim(1)).json()["version"]
                answer = client.post(URL, json=amend(at, why=f"{who} {at}"), headers=seen(version))
                assert answer.status_code in {201, 412}, answer.text
                with lock:
                    counts["applied" if answer.status_code == 201 else "refused"] += 1

    threads = [threading.Thread(target=review, args=(who,)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    client = office.token(Role.READER)
    assert counts["applied"] + counts["refused"] == 8 * edits
    assert client.get("/api/1/subject", params=claim(1)).json()["version"] == counts["applied"]
    assert list(check(office.store)) == []


def test_the_account_is_brought_up_to_date_after_a_judgement(office: Office) -> None:
    tell(office.store)
    called: list[bool] = []
    office.desk = replace(office.desk, refresh=lambda: called.append(True))
    office.app = make_app(office.desk)
    office.token(Role.REVIEWER).post(URL, json=amend(3), headers=seen(0))
    assert called == [True]
