"""How many reports, texts and origins an event has, and which reports tell of the same happening."""

import json
from typing import Any

import pytest
from tell_sample import sample

from warmonitor.stages.tell import account_json, tell
from warmonitor.stages.tell.book import Book


@pytest.fixture
def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(account_json(sample()))
    return made


def test_an_event_lists_the_reports_of_its_claims_and_their_strands(document: dict[str, Any]) -> None:
    claims = {claim["id"]: claim for claim in document["claims"]}
    strands = {report["id"]: report["strand"] for report in document["reports"]}
    for event in document["events"]:
        assert set(event["reports"]) == {claims[one]["report"] for one in event["claims"]}
        assert set(event["strands"]) == {strands[one] for one in event["reports"]} - {None}


def test_coverage_says_how_surely_and_why(document: dict[str, Any]) -> None:
    first = document["coverage"][0]
    assert first["events"] == ["event-1"]
    assert first["reports"][0] == {
        "report": "report-a", "sureness": 0.82, "nearest": "report-b",
        "because": "words shared: Tashkul, granary; the same day", "passage": False,
    }  # fmt: skip


def test_the_page_shows_reports_strands_and_who_tells_of_the_same() -> None:
    page = tell(sample())["index.html"].decode()
    assert "2 reports, 1 strand, " in page or "2 reports, 2 strands, " in page
    numbers = Book(sample()).report_numbers
    assert f'<td data-h="Same event">R{numbers["report-b"]}</td>' in page


def test_a_passage_makes_no_report_one_of_the_same_happening() -> None:
    told = Book(sample()).told_with
    assert told["report-a"] == ("report-b",)
    assert told["report-d"] == ()
