"""The records of made reports, claims and what joins them, shaped as account.json has them."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

Tree = dict[str, Any]
MARK = "x00000"  # stands nowhere else in what is made


def made_id(kind: str, *of: object) -> str:
    """Return an id; what is made again for other days has another mark in its end."""
    return f"{kind}-{blake2b(repr(of).encode(), digest_size=5).hexdigest()}{MARK}"


def lasting_id(kind: str, *of: object) -> str:
    """Return the id of what stands over all days."""
    return f"{kind}-{blake2b(repr(of).encode(), digest_size=8).hexdigest()}"


def day_of(iso: str, latest: str | None = None, said: str | None = None, precision: str = "day") -> Tree:
    """Return a time."""
    return {"earliest": iso, "latest": latest or iso, "said": said, "precision": precision}


def report(
    name: str, number: int, outlet: str, day: str, text: str, strand: str, copy_of: str | None
) -> Tree:
    """Return a report."""
    return {
        "id": name, "source": f"made/{number:06}{MARK}.html", "url": f"https://made.example/{number:06}{MARK}",
        "outlet": outlet,
        "title": text[:60].partition(".")[0], "language": "en", "byline": [], "agencies": [],
        "stated_date": day,
        "dated": {"earliest": day, "latest": day, "how": "stated", "because": "the page says so"},
        "copy_of": copy_of, "strand": strand, "text": text, "captions": [],
        "sha256": blake2b(f"{number}".encode(), digest_size=32).hexdigest(),
    }  # fmt: skip


def strand(name: str, reports: Sequence[Tree]) -> Tree:
    """Return a strand; the reports after the first are reprints of it."""
    first = reports[0]["id"]
    size = len(reports[0]["text"])
    links = [
        {"copy": one["id"], "of": first, "kind": "reprint", "shared": 0.97, "passages": [[0, size, 0, size]],
         "because": "it was posted or written later", "kind_because": "one text", "changes": []}
        for one in reports[1:]
    ]  # fmt: skip
    return {"id": name, "reports": [one["id"] for one in reports], "links": links, "beside": []}


def claim(
    name: str, of: Tree, start: int, words: str, kind: str, day: str, place: Tree, speaker: Tree | None
) -> Tree:
    """Return what claims of all kinds have."""
    origin = speaker["name"] if speaker else of["outlet"]
    steps: list[Tree] = [
        {
            "name": of["outlet"],
            "kind": "outlet",
            "tie": None,
            "actor": None,
            "report": of["id"],
            "words": None,
            "because": "",
        }
    ]
    if speaker:
        steps.append(
            {"name": origin, "kind": "organisation", "tie": "quotes", "actor": speaker["id"],
             "report": of["id"],
             "words": {"start": start, "end": start + len(words), "text": words}, "because": ""}
        )  # fmt: skip
    said = [{"name": origin, "said": origin, "actor": speaker["id"], "via": None}] if speaker else []
    return {
        "id": name, "report": of["id"], "quote": {"start": start, "end": start + len(words), "text": words},
        "attribution": said, "stance": "asserted", "modality": "actual", "when": day_of(day),
        "where": [{"name": place["name"], "said": place["name"], "place": place["id"], "precision": "exact"}],
        "restated": [],
        "paths": [{"origin": origin, "kind": "organisation" if speaker else "outlet", "steps": steps}],
        "kind": kind,
    }  # fmt: skip


def named(actor: Tree | None) -> Tree | None:
    """Return an actor as claims name it."""
    return {"name": actor["name"], "said": actor["name"], "actor": actor["id"]} if actor else None


def own(kind: str, by: Tree, other: Tree, number: int, of: str, what: str, wide: int) -> Tree:
    """Return what claims of a kind have of their own; `wide` is how far the ends of a count are apart."""
    one, two = named(by), named(other)
    match kind:
        case "toll":
            ends = {"low": number - wide, "best": number, "high": number + wide}
            return {"measure": what, "of": of, **ends, "approximate": wide > 0,
                    "perpetrator": one if wide else None,
                    "part_of": None, "named": [], "scope": "some"}  # fmt: skip
        case "control":
            return {"party": one, "change": what, "counterparty": two}
        case "attack":
            return {"type": "Explosions/Remote violence", "sub_type": "Shelling/artillery/missile attack",
                    "perpetrator": one, "target": two, "weapon": "shells", "blame": None}  # fmt: skip
        case "event":
            return {"type": "Strategic developments", "sub_type": "Looting/property destruction",
                    "perpetrator": one, "target": None, "weapon": None, "blame": None}  # fmt: skip
        case "alliance":
            return {"party": one, "bond": "backed by", "counterparty": two, "means": None, "ended": False}
        case "agreement":
            return {"parties": [one, two], "terms": "a ceasefire", "act": what,
                    "deal": "ceasefire", "name": None,
                    "brokers": [], "guarantors": [], "monitors": [], "provisions": [], "ceasefire": None,
                    "lasts": None, "until": None, "made": None, "count": None}  # fmt: skip
        case "post":
            return {
                "parties": [one],
                "terms": None,
                "sort": "observation post",
                "state": "held",
                "number": None,
            }
    return {}


def at_place(place: Tree) -> Tree:
    """Return a place as what is joined names it."""
    return {"id": place["id"], "name": place["name"], "said": [place["name"]]}


def grade(origins: Sequence[str]) -> Tree:
    """Return the grade of what some origins tell."""
    return {"source": "F", "source_because": "None of its origins has record enough here to be judged.",
            "information": "3" if len(origins) == 1 else "2",
            "information_because": f"It is said by {' and '.join(origins)}."}  # fmt: skip


def event(
    name: str, claims: Sequence[Tree], place: Tree, when: Tree, actors: Sequence[Tree], strands: Sequence[str]
) -> Tree:
    """Return an event on which some claims rest."""
    origins = sorted({one["paths"][0]["origin"] for one in claims})
    first = next(
        (one for one in claims if "sub_type" in one),
        {"type": "Explosions/Remote violence", "sub_type": "Air/drone strike"},
    )
    tolls = [one for one in claims if one["kind"] == "toll"]
    counts = [
        {"measure": measure, "low": min(one["low"] for one in of), "high": max(one["high"] for one in of),
         "claims": [one["id"] for one in of]}
        for measure in ("killed", "injured") if (of := [one for one in tolls if one["measure"] == measure])
    ]  # fmt: skip
    return {
        "id": name, "type": first["type"], "sub_type": first["sub_type"], "place": at_place(place),
        "when": when, "actors": [{"id": one["id"], "name": one["name"]} for one in actors],
        "claims": [one["id"] for one in claims],
        "reports": list(dict.fromkeys(one["report"] for one in claims)),
        "strands": list(strands), "origins": origins, "casualties": counts, "grade": grade(origins),
        "harm": _harm(origins) if counts else None,
    }  # fmt: skip


def _harm(origins: Sequence[str]) -> Tree:
    return {"grade": "Weak", "strike": None, "because": f"It is told by {' and '.join(origins)}."}


def figure(
    name: str, claims: Sequence[Tree], place: Tree | None, when: Tree, apart: Sequence[str] = ()
) -> Tree:
    """Return the figure of comparable claims."""
    low, high = min(one["low"] for one in claims), max(one["high"] for one in claims)
    middle = float(sorted(one["best"] for one in claims)[len(claims) // 2])
    by: dict[str, list[Tree]] = {}
    for one in claims:
        by.setdefault(one["paths"][0]["origin"], []).append(one)
    origins = sorted(by)
    rules = [
        {"rule": "range of independent origins", "low": float(low), "high": float(high), "origins": origins},
        {"rule": "median of independent origins", "low": middle, "high": middle, "origins": origins},
    ]
    history = [{"origin": origin, "counts": [_counted(one) for one in by[origin]],
                "stands": [by[origin][-1]["id"]]} for origin in origins]  # fmt: skip
    return {
        "id": name, "measure": claims[0]["measure"], "of": claims[0]["of"],
        "place": at_place(place) if place else None, "when": when, "claims": [one["id"] for one in claims],
        "low": low, "high": high, "median": middle, "origins": origins,
        "apart": [{"claim": one, "because": "other people counted"} for one in apart],
        "majority": None, "rule": "range of independent origins", "rules": rules, "history": history,
        "changed": [], "grade": grade(origins),
    }  # fmt: skip


def _counted(one: Tree) -> Tree:
    ends = {end: one[end] for end in ("low", "best", "high")}
    return {"claim": one["id"], "told": one["when"]["latest"], **ends, "mark": "first"}


def coverage(name: str, reports: Sequence[str], events: Sequence[str]) -> Tree:
    """Return reports that tell of the same."""
    near = [
        {
            "report": one,
            "sureness": 0.95,
            "nearest": reports[at - 1],
            "because": "words shared; the same day",
            "passage": False,
        }
        for at, one in enumerate(reports)
    ]
    return {"id": name, "reports": near, "events": list(events)}


def dispute(name: str, claims: Sequence[Tree], kind: str, denials: Sequence[Tree] = ()) -> Tree:
    """Return claims that cannot all be true."""
    origins = sorted({one["paths"][0]["origin"] for one in (*claims, *denials)})
    return {"id": name, "about": f"{kind} at {claims[0]['where'][0]['name']}: {', '.join(origins)} differ",
            "kind": kind,
            "claims": [one["id"] for one in claims], "denials": [one["id"] for one in denials],
            "because": "told of the same place and time"}  # fmt: skip


def statement(name: str, claims: Sequence[Tree]) -> Tree:
    """Return one speech in several wordings."""
    speaker = claims[0]["attribution"][0]
    return {"id": name, "speaker": {"id": speaker["actor"], "name": speaker["name"]},
            "quotes": [{**one["quote"], "report": one["report"]} for one in claims]}  # fmt: skip
