import dataclasses
import json
import math
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tell_sample import sample

from warmonitor.model import Account, Agreed, ClaimKind, Maker
from warmonitor.stages.tell import AccountError, account_json, account_schema

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(account_json(sample()))
    return made


def test_what_is_written_fits_the_published_schema(document: dict[str, Any]) -> None:
    schema = json.loads(account_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)


def test_schema_refuses_a_field_that_is_missing(document: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(document))
    del broken["claims"][0]["quote"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(account_schema())).validate(broken)


def test_schema_in_docs_is_the_one_written() -> None:
    assert (DOCS / "account.schema.json").read_bytes() == account_schema()


@pytest.mark.parametrize(("terms", "road"), [("reopened", "road open"), ("closed", "road shut"), ("", None)])
def test_a_claim_of_access_says_whether_its_road_is_shut(terms: str, road: str | None) -> None:
    account = sample()
    told = [
        dataclasses.replace(one, detail=Agreed((), terms)) if one.kind is ClaimKind.ACCESS else one
        for one in account.claims
    ]
    document = json.loads(account_json(dataclasses.replace(account, claims=tuple(told))))
    assert [one["road"] for one in document["claims"] if one["kind"] == "access"] == [road]


def test_every_quote_is_the_text_at_its_offsets(document: dict[str, Any]) -> None:
    texts = {report["id"]: report["text"] for report in document["reports"]}
    quotes = [(c["report"], q) for c in document["claims"] for q in [c["quote"], *c["restated"]]]
    quotes += [(q["report"], q) for s in document["statements"] for q in s["quotes"]]
    assert len(quotes) > 25
    for report, quote in quotes:
        assert quote["text"] == texts[report][quote["start"] : quote["end"]] != ""


def test_fields_of_each_kind_are_flat(document: dict[str, Any]) -> None:
    by_id = {claim["id"]: claim for claim in document["claims"]}
    toll = by_id["claim-18"]
    assert (toll["measure"], toll["of"], toll["low"], toll["best"], toll["approximate"]) == (
        "killed",
        "civilians",
        None,
        40,
        True,
    )
    assert toll["perpetrator"] == {"name": "Army", "said": "The army", "actor": "actor-army"}
    assert by_id["claim-04"]["part_of"] == "claim-03"
    assert by_id["claim-09"]["change"] == "surrounded"
    assert by_id["claim-09"]["counterparty"]["name"] == "Highland Front"
    assert by_id["claim-06"]["target"] == {"name": None, "said": "homes", "actor": None}
    assert by_id["claim-05"]["attribution"] == [
        {"name": "Amsa Ferro", "said": "Amsa Ferro", "actor": "actor-ferro", "via": "Meridian Wire"}
    ]
    assert by_id["claim-22"]["attribution"][0]["name"] is None
    assert by_id["claim-21"]["where"] == [
        {"name": None, "said": "Kuyu bridge", "place": "place-kuyu", "precision": "unknown"}
    ]


def test_a_claim_has_its_ways_back_with_their_words(document: dict[str, Any]) -> None:
    by_id = {claim["id"]: claim for claim in document["claims"]}
    (path,) = by_id["claim-05"]["paths"]
    assert (path["origin"], path["kind"]) == ("Lake Monitoring Centre", "organisation")
    assert [(step["name"], step["tie"]) for step in path["steps"]] == [
        ("Meridian Wire", None),
        ("Amsa Ferro", "was told by"),
        ("Lake Monitoring Centre", "speaks for"),
    ]
    texts = {report["id"]: report["text"] for report in document["reports"]}
    words = path["steps"][1]["words"]
    assert words["text"] == texts["report-a"][words["start"] : words["end"]] == "Amsa Ferro"
    assert path["steps"][2]["words"] is None
    assert by_id["claim-06"]["paths"] == []


def test_grades_and_origins_are_written_with_their_reasons(document: dict[str, Any]) -> None:
    event = document["events"][1]
    assert event["grade"] == {
        "source": "F",
        "source_because": "No origin of it has a record.",
        "information": "4",
        "information_because": "It is said by residents, and contradicted by Army.",
    }
    assert event["harm"] == {
        "grade": "Contested",
        "strike": "Contested strike",
        "because": "It is denied by Army.",
    }
    assert (document["events"][0]["grade"], document["events"][0]["harm"]) == (None, None)
    assert [(one["name"], one["mark"]) for one in document["origins"]] == [
        ("Lake Monitoring Centre", "F"),
        ("residents", "F"),
    ]


def test_spell_names_its_place_and_leaves_open_ends_open(document: dict[str, Any]) -> None:
    spell = document["control"][1]
    assert spell["place"] == {"id": "place-tashkul", "name": "Tashkul", "said": ["Tashkul", "تاشكول"]}
    assert (spell["holder"], spell["earliest"], spell["latest"]) == ("Highland Front", None, "2031-03-10")


def test_unknown_is_null_never_empty(document: dict[str, Any]) -> None:
    assert document["events"][3]["place"] is None
    assert document["events"][3]["when"] == {
        "earliest": None,
        "latest": None,
        "said": None,
        "precision": "unknown",
    }
    assert document["reports"][3]["stated_date"] is None


def test_same_account_gives_same_bytes_and_plain_letters() -> None:
    assert account_json(sample()) == account_json(sample())
    assert "تاشكول".encode() in account_json(sample())


def test_empty_account_is_written_too() -> None:
    empty = json.loads(account_json(Account(Maker("1", "x"))))
    assert empty["format"] == "warmonitor-account/1"
    assert all(empty[key] == [] for key in ("reports", "claims", "figures", "issues"))


@pytest.mark.parametrize("bad", [math.nan, math.inf, 91.0])
def test_a_coordinate_that_is_none_is_refused(bad: float) -> None:
    account = sample()
    places = (dataclasses.replace(account.places[0], latitude=bad), *account.places[1:])
    with pytest.raises(AccountError, match=r"places\.0\.latitude"):
        account_json(dataclasses.replace(account, places=places))
