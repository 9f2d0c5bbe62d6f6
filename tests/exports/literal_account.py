"""A small account of our own making, as account.json has it, with every record that exports read."""

import json
from pathlib import Path
from typing import Any

from warmonitor.exports import Row

NOBODY = {"source": "F", "source_because": "", "information": "3", "information_because": ""}


def when(first: str | None, last: str | None, precision: str = "day", said: str | None = None) -> Row:
    return {"earliest": first, "latest": last, "said": said, "precision": precision}


def who(id_: str | None, said: str) -> Row:
    return {"name": said, "said": said, "actor": id_}


def report(id_: str, outlet: str | None, **given: Any) -> Row:
    base = {
        "id": id_,
        "source": f"/home/someone/{id_}.txt",
        "url": None,
        "outlet": outlet,
        "title": "Shelling of Vanholt",
        "language": "en",
        "byline": ["A. Writer"],
        "agencies": [],
        "stated_date": "2031-05-02",
        "dated": {
            "earliest": "2031-05-02",
            "latest": "2031-05-02",
            "how": "stated",
            "because": "the page says so",
        },
        "copy_of": None,
        "strand": "strand-0000000000000001",
        "text": "Words.",
        "captions": [],
        "sha256": "ab" * 32,
    }
    return base | given


def place(id_: str, name: str, **given: Any) -> Row:
    base = {
        "id": id_,
        "name": name,
        "names_seen": [name],
        "latitude": 35.5,
        "longitude": 36.25,
        "gazetteer": "geonames:1",
        "precision": "exact",
        "where_prec": 1,
        "geo_precision": 1,
        "radius_km": 2.0,
        "inside": "Lower Province",
        "of": None,
        "country": "SY",
        "because": "",
        "runner_up": None,
    }
    return base | given


def actor(id_: str, name: str, kind: str, inter: int | None, **given: Any) -> Row:
    base = {
        "id": id_,
        "name": name,
        "names_seen": [name],
        "kind": kind,
        "inter": inter,
        "side": None,
        "wikidata": None,
        "country": "SY",
        "part_of": None,
        "backers": [],
        "status": "known",
        "because": "",
    }
    return base | given


def claim(id_: str, kind: str, text: str, **given: Any) -> Row:
    at = 10_000 * int(id_.removeprefix("claim-"))
    base = {
        "id": id_,
        "report": "report-1",
        "kind": kind,
        "quote": {"start": at, "end": at + len(text), "text": text},
        "attribution": [],
        "stance": "asserted",
        "modality": "actual",
        "when": when("2031-05-01", "2031-05-01"),
        "where": [{"name": "Vanholt", "said": "Vanholt", "place": "place-1", "precision": "exact"}],
        "restated": [],
        "paths": [{"origin": "Morning Post", "kind": "outlet", "steps": []}],
    }
    return base | given


def toll(id_: str, text: str, of: str, best: int | None, **given: Any) -> Row:
    counts: Row = {
        "measure": "killed",
        "of": of,
        "low": best,
        "best": best,
        "high": best,
        "approximate": False,
        "perpetrator": None,
        "part_of": None,
        "named": [],
        "scope": "total",
    }
    return claim(id_, "toll", text, **(counts | given))


def attack(id_: str, text: str, doer: Row | None, target: Row | None, **given: Any) -> Row:
    told = {
        "type": "Explosions/Remote violence",
        "sub_type": "Shelling/artillery/missile attack",
        "perpetrator": doer,
        "target": target,
        "weapon": None,
        "blame": None,
    }
    return claim(id_, "attack", text, **(told | given))


def event(id_: str, claims: list[str], **given: Any) -> Row:
    base = {
        "id": id_,
        "type": "Explosions/Remote violence",
        "sub_type": "Shelling/artillery/missile attack",
        "place": {"id": "place-1", "name": "Vanholt", "said": ["Vanholt"]},
        "when": when("2031-05-01", "2031-05-01"),
        "actors": [],
        "claims": claims,
        "reports": ["report-1"],
        "strands": ["strand-0000000000000001"],
        "origins": ["Morning Post"],
        "casualties": [],
        "grade": NOBODY,
        "harm": None,
    }
    return base | given


def killed(low: int | None, high: int | None, *claims: str) -> Row:
    return {"measure": "killed", "low": low, "high": high, "claims": list(claims)}


def figure(id_: str, claims: list[str], **given: Any) -> Row:
    base = {
        "id": id_,
        "measure": "killed",
        "of": "civilians",
        "place": {"id": "place-1", "name": "Vanholt", "said": []},
        "when": when("2031-05-01", "2031-05-01"),
        "claims": claims,
        "low": 3,
        "high": 7,
        "median": 5.0,
        "origins": ["Morning Post"],
        "apart": [],
        "majority": None,
        "rule": "range of independent origins",
        "rules": [],
        "history": [],
        "changed": [],
        "grade": None,
    }
    return base | given


def spell(id_: str, claims: list[str], **given: Any) -> Row:
    base = {
        "id": id_,
        "place": {"id": "place-1", "name": "Vanholt", "said": []},
        "part": None,
        "holder": "Northern army",
        "status": "held",
        "by": None,
        "earliest": "2031-05-01",
        "latest": None,
        "claimed": None,
        "confirmed": None,
        "lag_days": None,
        "stretches": [],
        "claims": claims,
        "because": "said to hold it",
    }
    return base | given


def account(**lists: list[Row]) -> Row:
    """An account of an army that shells a town, two counts of dead, and whatever lists are given instead."""
    army, town = who("actor-1", "Northern army"), who("actor-2", "residents")
    base: Row = {
        "format": "warmonitor-account/1",
        "made": {
            "version": "9.9",
            "options": "options-1",
            "references": [
                {"kind": "roads", "name": "valley", "licence": "ODbL 1.0", "sha256": "cd", "rows": 3}
            ],
        },
        "reports": [report("report-1", "Morning Post"), report("report-2", "Evening Star")],
        "strands": [{"id": "strand-0000000000000001", "reports": ["report-1"], "links": [], "beside": []}],
        "claims": [
            attack("claim-1", "The northern army shelled Vanholt", army, town),
            toll("claim-2", "three civilians died", "civilians", 3),
            toll(
                "claim-3",
                "at least seven were killed",
                "people",
                7,
                report="report-2",
                high=None,
                paths=[{"origin": "Evening Star", "kind": "outlet", "steps": []}],
            ),
        ],
        "events": [
            event(
                "event-1",
                ["claim-1", "claim-2", "claim-3"],
                casualties=[killed(3, 7, "claim-2", "claim-3")],
                actors=[{"id": "actor-2", "name": "residents"}, {"id": "actor-1", "name": "Northern army"}],
                origins=["Evening Star", "Morning Post"],
            ),
        ],
        "figures": [figure("figure-1", ["claim-2", "claim-3"])],
        "control": [spell("spell-1", ["claim-1"])],
        "disputes": [],
        "statements": [],
        "places": [place("place-1", "Vanholt")],
        "actors": [
            actor("actor-1", "Northern army", "state forces", 1),
            actor("actor-2", "residents", "civilians", 7, status="described"),
        ],
        "agreements": [],
        "origins": [],
        "coverage": [],
        "access": [],
        "roads": [],
        "posts": [],
        "issues": [],
    }
    return base | lists


def written(tree: Row, folder: Path) -> Path:
    """Write an account as account.json is written."""
    halves = "\\ud" in json.dumps(tree)
    text = json.dumps(tree, ensure_ascii=halves, indent=1, allow_nan=False) + "\n"
    (folder / "account.json").write_text(text, encoding="utf-8")
    return folder
