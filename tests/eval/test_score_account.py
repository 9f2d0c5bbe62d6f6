from copy import deepcopy
from typing import Any

import pytest

from eval.gold import Gold
from eval.matching import fold
from eval.score import score

TEXT = "The mayor said that 12 people were killed in Ostrava Mill. Rebels hold Tessim. Ten died elsewhere."
GOLD: dict[str, Any] = {
    "reports": {"000": {"dated": ["2020-05-01", "2020-05-02"]}, "001": {"copy_of": "000"}},
    "tolls": [
        {
            "id": "000-t1", "report": "000", "measure": "killed", "of": "people", "low": 12, "high": 12,
            "attribution": ["mayor"], "text": "12 people were killed",
        }
    ],
    "control": [
        {
            "id": "000-c1", "report": "000", "place": "Tessim", "party": "rebels", "change": "holds",
            "text": "Rebels hold Tessim",
        }
    ],
    "timeline": [{"place": "Tessim", "on": "2020-05-01", "holder": "rebels"}],
    "not_comparable": [{"why": "another thing", "pair": ["000-t1", "000-c1"]}],
    "also": {"000": ["Ten died elsewhere"]},
}  # fmt: skip


def claim(key: str, kind: str, words: str, **fields: Any) -> dict[str, Any]:
    return {"id": key, "report": "r0", "kind": kind, "quote": {"text": words}, **fields}


def good_account() -> dict[str, Any]:
    toll = claim(
        "a", "toll", "12 people were killed", measure="killed", of="people", low=12, best=12, high=12
    )
    toll["attribution"] = [{"said": "The mayor"}]
    held = claim(
        "b", "control", "Rebels hold Tessim", party="Rebels", change="holds", where=[{"said": "Tessim"}]
    )
    spell = {"place": "Tessim", "holder": "rebels", "earliest": None, "latest": None, "claims": ["b"]}
    return {
        "reports": [
            {
                "id": "r0",
                "source": "x/000_a.txt",
                "dated": {"earliest": "2020-05-01", "latest": "2020-05-02"},
            },
            {"id": "r1", "source": "x/001_b.html", "copy_of": "r0"},
        ],
        "claims": [toll, held],
        "figures": [{"claims": ["a"]}],
        "control": [spell],
    }


def shares(account: dict[str, Any]) -> dict[str, float]:
    return score(account, Gold(GOLD, {"000": fold(TEXT), "001": fold(TEXT)})).shares()


def test_a_right_account_scores_one_everywhere() -> None:
    got = shares(good_account())
    assert set(got.values()) == {1.0}
    assert {"toll R", "toll P", "control R", "control P", "copy found", "who holds it", "kept apart"} <= set(
        got
    )


def test_an_invented_toll_costs_precision_and_nothing_else() -> None:
    account = good_account()
    account["claims"].append(
        claim("c", "toll", "The mayor said", measure="killed", of="people", low=3, high=3)
    )
    assert {row: share for row, share in shares(account).items() if share < 1} == {"toll P": 0.5}


@pytest.mark.parametrize(
    "extra",
    [
        claim("c", "toll", "Ten died elsewhere", measure="killed", of="people", low=10, high=10),
        claim("c", "toll", "The mayor said", measure="killed", low=3, high=3, modality="planned"),
        claim("c", "attack", "The mayor said"),
    ],
)
def test_what_is_right_but_not_asked_costs_nothing(extra: dict[str, Any]) -> None:
    account = good_account()
    account["claims"].append(extra)
    assert set(shares(account).values()) == {1.0}


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("toll R", {"low": 30, "best": 30, "high": 30}),
        ("toll R", {"measure": "injured"}),
        ("toll of whom", {"of": "soldiers"}),
        ("attribution", {"attribution": []}),
        ("stance", {"stance": "denied"}),
        ("quote verbatim", {"quote": {"text": "12 people were killed badly"}}),
    ],
)
def test_a_wrong_field_is_seen_in_its_row(row: str, change: dict[str, Any]) -> None:
    account = deepcopy(good_account())
    account["claims"][0].update(change)
    assert shares(account)[row] < 1


def test_a_missing_report_and_an_unfound_copy_are_seen() -> None:
    account = good_account()
    account["reports"][1]["copy_of"] = None
    assert shares(account)["copy found"] == 0.5
    account["reports"].pop()
    assert shares(account)["report read"] == 0.5


def test_figures_of_unlike_tolls_are_seen() -> None:
    account = good_account()
    account["figures"] = [{"claims": ["a", "b"]}]
    assert shares(account)["kept apart"] == 0.0


def updated_gold() -> dict[str, Any]:
    later = {**GOLD["tolls"][0], "id": "000-t2", "low": 10, "high": 10, "text": "Ten died elsewhere"}
    updates = [{"what": "the count", "members": ["000-t1", "000-t2"]}]
    calm = [{"why": "one mayor", "between": ["000-t1", "000-t2"]}]
    return {**GOLD, "tolls": [*GOLD["tolls"], later], "updates": updates, "not_disputed": calm}


@pytest.mark.parametrize(
    ("counts", "told"), [(["a", "c"], 1.0), (["a", "x", "c"], 1.0), (["c", "a"], 0.0), (["a"], 0.0)]
)
def test_counts_of_one_origin_stand_in_one_history_in_order(counts: list[str], told: float) -> None:
    account = good_account()
    account["claims"].append(
        claim("c", "toll", "Ten died elsewhere", measure="killed", of="people", low=10, high=10)
    )
    account["figures"][0]["history"] = [{"origin": "the mayor", "counts": [{"claim": c} for c in counts]}]
    account["disputes"] = [{"kind": "figure", "claims": ["a", "c"]}]
    got = score(account, Gold(updated_gold(), {"000": fold(TEXT), "001": fold(TEXT)})).shares()
    assert (got["update told"], got["no false dispute"]) == (told, 0.0)
