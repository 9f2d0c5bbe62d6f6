"""Records of pages from literal rows of an invented account: what they hold, and what they are put in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shelved import shelve

from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from warmonitor.web.pages.entities.around import near
from warmonitor.web.pages.entities.dispute import dispute_page
from warmonitor.web.pages.entities.naming import names_seen
from warmonitor.web.pages.entities.spells import strips
from warmonitor.web.pages.entities.statement import statement_page
from warmonitor.web.pages.wording.prose import pieces
from warmonitor.web.pages.wording.terms import sureness, terms

WHEN = {"earliest": "2031-05-01", "latest": "2031-05-01", "said": None, "precision": "day"}


def row(kind: str, content: dict[str, Any], *links: tuple[str, str]) -> Row:
    return Row(kind, content["id"], content, rank((content["id"],)), links=links)


def report(name: str, text: str, language: str = "en", day: str = "2031-05-02") -> Row:
    dated = {"earliest": day, "latest": day, "how": "stated", "because": ""}
    told = {"id": f"report-{name}", "outlet": f"The {name}", "title": name, "language": language}
    return row("reports", {**told, "dated": dated, "text": text})


def toll(name: str, of: str, killed: int, place: str = "Orlen", **more: Any) -> Row:
    text = f"{killed} people were killed at {place}"
    content = {
        "id": f"claim-{name}", "report": f"report-{of}", "kind": "toll", "when": WHEN,
        "quote": {"start": 0, "end": len(text), "text": text}, "attribution": [], "stance": "asserted",
        "modality": "actual", "measure": "killed", "of": "people", "low": killed, "best": killed,
        "high": killed, "approximate": False, "perpetrator": None, "paths": [],
        "where": [{"name": "Orlen", "said": place, "place": "place-o", "precision": "exact"}], **more,
    }  # fmt: skip
    return row("claims", content, ("place", "place-o"))


def place(name: str, latitude: float | None, precision: str = "exact") -> dict[str, Any]:
    return {"id": f"place-{name}", "name": name, "names_seen": [name], "latitude": latitude,
            "longitude": 20.0, "precision": precision, "country": "XA"}  # fmt: skip


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Reader]:
    rows = [
        report("Lamp", "4 people were killed at the port of Orlen"),
        report("Buoy", "6 people were killed at Orlén", "fr", "2031-05-01"),
        toll("1", "Lamp", 4, "the port of Orlen"),
        toll("2", "Buoy", 6, "Orlén"),
        toll("3", "Buoy", 6, "Orlén"),
        toll("4", "Lamp", 6, stance="denied"),
        row("disputes", {"id": "dispute-1", "about": "how many were killed", "kind": "figure", "because": "",
                         "claims": ["claim-1", "claim-2", "claim-3", "claim-4"], "denials": ["claim-4"]}),
        row("statements", {"id": "statement-1", "speaker": {"id": None, "name": "the harbour master"},
                           "quotes": [{"report": "report-Lamp", "start": 0, "end": 4, "text": "a calm sea"},
                                      {"report": "report-Buoy", "start": 0, "end": 4, "text": "mer calme"}]}),
        *(row("places", one, ("country", "XA")) for one in (place("a", 10.0), place("b", 10.1),
                                                           place("c", 10.5), place("far", 14.0),
                                                           place("wide", 10.0, "province"))),
    ]  # fmt: skip
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        shelve(store, "told", rows)
        yield Reader(store.database)


def test_sides_of_a_dispute_say_the_same_and_who_denies_stands_apart(told: Reader) -> None:
    page = dispute_page(told, "dispute-1")
    sides = [(one.said, one.denies, [each.claim for each in one.sentences]) for one in page.sides]
    assert sides == [
        ("6 people killed", False, ["claim-2", "claim-3"]),
        ("4 people killed", False, ["claim-1"]),
        ("denied", True, ["claim-4"]),
    ]
    assert (page.title, page.total) == ("How many were killed", 4)


def test_each_spelling_leads_to_who_writes_it_so(told: Reader) -> None:
    record = {"id": "place-o", "names_seen": ["Orlen", "Orlén", "Port Orlen"]}
    found = names_seen(told, "places", record, told.some("claims", ["claim-1", "claim-2", "claim-3"]))
    assert [(one.name, [(by.outlet, by.said) for by in one.writers]) for one in found] == [
        ("Orlen", [("The Lamp", "the port of Orlen")]),
        ("Orlén", [("The Buoy", "Orlén")]),
        ("Port Orlen", []),
    ]
    assert found[0].writers[0].href == "/reports/report-Lamp?claim=claim-1#claim-1"


def test_wordings_of_a_speech_stand_by_day_with_their_language(told: Reader) -> None:
    page = statement_page(told, "statement-1")
    assert [(one.text, one.language, one.outlet) for one in page.wordings] == [
        ("mer calme", "fr", "The Buoy"),
        ("a calm sea", "en", "The Lamp"),
    ]


def test_near_places_are_towns_with_how_far_they_are(told: Reader) -> None:
    assert [(one.name, one.km) for one in near(told, place("a", 10.0))] == [("b", 11.1), ("c", 55.6)]
    assert near(told, place("a", None)) == []
    assert near(told, place("wide", 10.0, "province")) == []


def test_strips_run_over_all_days_that_are_known() -> None:
    spell = {
        "id": "spell-1", "place": {"id": "place-o", "name": "Orlen"}, "part": None, "holder": "the guild",
        "status": "held", "earliest": None, "latest": "2031-05-10", "claims": ["claim-1"], "because": "told",
        "stretches": [{"earliest": None, "latest": "2031-05-01", "evidence": "carried"},
                      {"earliest": "2031-05-01", "latest": "2031-05-10", "evidence": "told"}],
    }  # fmt: skip
    found = strips([spell])
    assert found.when == "1 to 10 May 2031"
    assert [(one.evidence, one.at, one.wide) for one in found.spells[0].stretches] == [
        ("carried", 0, 124),
        ("told", 30, 940),
    ]
    assert strips([]).spells == []


def test_reasons_lead_to_the_records_that_they_name() -> None:
    found = pieces("as strand-0123456789abcdef said on 2031-05-01, not 2031-99-01 nor <b>")
    assert [(one.text, one.href) for one in found] == [
        ("as ", None),
        ("this strand", "/strands/strand-0123456789abcdef"),
        (" said on ", None),
        ("1 May 2031", None),
        (", not ", None),
        ("2031-99-01", None),
        (" nor <b>", None),
    ]


def test_codes_have_their_words() -> None:
    assert set(terms()["source"]) == set("ABCDEF")
    assert set(terms()["information"]) == set("123456")
    assert set(terms()["where_prec"]) == set(range(1, 8))
    assert [sureness(share) for share in (1.0, 0.95, 0.94, 0.5, 0.0)] == [
        "surely the same", "surely the same", "very likely the same", "more likely than not the same",
        "perhaps the same",
    ]  # fmt: skip
