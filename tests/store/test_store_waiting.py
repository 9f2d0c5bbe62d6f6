"""What waits for a reviewer, as plain objects of account.json: what is in doubt, and what comes first."""

import random
from collections.abc import Iterable
from typing import Any

from warmonitor.store.waiting import Doubt, Waiting, waiting

Record = dict[str, Any]


def toll(key: str, high: int | None, place: str | None = "place-1", **more: Any) -> Record:
    day = "2031-03-02" if place else None
    return {
        "id": key, "kind": "toll", "measure": "killed", "low": high, "best": high, "high": high,
        "quote": {"text": f"killed {high}"}, "where": [{"place": place}] if place else [], "attribution": [],
        "perpetrator": {"actor": "actor-1"}, "when": {"earliest": day, "latest": day}, **more,
    }  # fmt: skip


def figure(key: str, low: int, high: int | None, *claims: str, **more: Any) -> Record:
    return {"id": key, "measure": "killed", "of": "people", "place": None, "low": low, "high": high,
            "claims": list(claims), "origins": ["hospital", "mayor"], **more}  # fmt: skip


ACCOUNT: dict[str, list[Record]] = {
    "claims": [toll("claim-1", 12), toll("claim-2", 40), toll("claim-3", 3, None), toll("claim-4", 2)],
    "events": [{"id": "event-1", "claims": ["claim-1", "claim-2"]}],
    "figures": [figure("figure-1", 12, 40, "claim-1", "claim-2"), figure("figure-2", 2, 3, "claim-4")],
    "disputes": [{"id": "dispute-1", "about": "who shelled it", "claims": ["claim-1"]}],
    "places": [
        {"id": "place-1", "name": "Orlen", "latitude": None, "runner_up": None},
        {"id": "place-2", "name": "Vardik", "latitude": 4.0, "runner_up": None},
    ],
    "actors": [{"id": "actor-1", "name": "Tarn Guard", "status": "new"},
               {"id": "actor-2", "name": "mayor", "status": "described"}],
    "issues": [{"code": "judgement-open", "item": "lamp.txt", "said": "It waits."},
               {"code": "source-empty", "item": "a.txt", "said": "It is empty."}],
}  # fmt: skip


def found(account: dict[str, list[Record]]) -> list[Waiting]:
    chance = random.Random(4)

    def each(kind: str) -> Iterable[Record]:
        return chance.sample(account[kind], len(account[kind]))

    return waiting(each)


def test_what_waits_comes_by_doubt_and_by_what_rests_on_it() -> None:
    told = [(one.id, one.doubt, one.deaths, one.events) for one in found(ACCOUNT)]
    assert told == [
        ("figure-1", Doubt.WIDE, 40, 2),
        ("dispute-1", Doubt.DISPUTE, 12, 1),
        ("place-1", Doubt.GROUND, 40, 2),
        ("actor-1", Doubt.NAME, 40, 2),
        ("claim-3", Doubt.READING, 3, 0),
        ("lamp.txt", Doubt.AGAIN, 0, 0),
    ]


def test_the_order_of_records_never_matters() -> None:
    turned = {kind: records[::-1] for kind, records in ACCOUNT.items()}
    assert found(turned) == found(ACCOUNT)


def test_what_was_judged_waits_no_more() -> None:
    done = [{"id": "judgement-1"}]
    judged = {
        kind: [{**one, "judgements": done} for one in records]
        if kind not in {"issues", "disputes"}
        else records
        for kind, records in ACCOUNT.items()
    }
    assert [one.id for one in found(judged)] == ["lamp.txt"]
