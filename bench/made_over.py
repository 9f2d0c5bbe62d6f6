"""What stands over all days of a made account: ground, ways out, deals, posts, origins, names."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, Any

from bench import made_parts as parts
from bench.made_parts import Tree, lasting_id

if TYPE_CHECKING:
    from bench.made_rooms import Rooms

_FADES = 120  # days after which what nobody tells of is not known
_SAME = 20  # in a hundred claims that tell of the same holder


def over(rooms: "Rooms") -> Iterator[tuple[str, dict[str, list[Tree]]]]:
    """Yield a unit for each place, deal and post, and one for each list of names."""
    spells: dict[int, list[Tree]] = {}
    known = rooms.gathered
    for at, claims in sorted((int(key), found) for key, found in known.by_place.items()):
        spells[at] = list(_spells(rooms.grounds[at], claims))
        yield f"ground:{rooms.grounds[at]['id']}", {"control": spells[at]}
    for at, found in sorted(spells.items()):
        if at % 2 == 0:
            yield (
                f"ways:{rooms.grounds[at]['id']}",
                {"access": _access(rooms.grounds[at], found, known.shut.get(str(at), []))},
            )
    for number, claims in sorted(known.deals.items()):
        yield f"deals:{number}", {"agreements": [_agreement(number, claims)]}
    for number, claims in sorted(known.posts.items()):
        yield f"posts:{number}", {"posts": [_post(number, claims)]}
    yield "origins", {"origins": [_origin(name, claims) for name, claims in sorted(known.by_origin.items())]}
    yield "places", {"places": rooms.grounds}
    yield "actors", {"actors": [*rooms.parties, *rooms.speakers]}
    yield "totals", {"figures": list(_totals(rooms))}
    yield "roads", {"roads": [_road(at) for at in range(400)], "issues": [_issue(at) for at in range(600)]}


def _spells(place: Tree, claims: Sequence[Tree]) -> Iterator[Tree]:
    """Yield who held a place: one spell after the other, each on claims that tell of it."""
    chance = Random(place["id"])
    ordered = sorted(claims, key=lambda one: (one["when"]["earliest"], one["id"]))
    turns: list[list[Tree]] = []
    for day, same in groupby(ordered, key=lambda one: str(one["when"]["earliest"])):
        if turns and (turns[-1][0]["when"]["earliest"] == day or chance.randrange(100) < _SAME):
            turns[-1] += same
        else:
            turns.append(list(same))
    for at, told in enumerate(turns):
        after = turns[at + 1][0]["when"]["earliest"] if at + 1 < len(turns) else None
        yield _spell(place, told, date.fromisoformat(after) if after else None)


def _spell(place: Tree, told: Sequence[Tree], after: date | None) -> Tree:
    first, last = (date.fromisoformat(told[at]["when"]["earliest"]) for at in (0, -1))
    end = min(after - timedelta(days=1) if after else date.max, last + timedelta(days=_FADES))
    change = told[0]["change"]
    status = {"contested": "contested", "lost": "unknown", "entered": "claimed"}.get(change, "held")
    holder = told[0]["party"]["name"] if status not in {"contested", "unknown"} else None
    return {
        "id": lasting_id("spell", told[0]["id"]),
        "place": parts.at_place(place), "part": None, "holder": holder,
        "status": status, "by": None, "earliest": str(first), "latest": str(end), "claimed": str(first),
        "confirmed": str(first) if len(told) > 1 else None, "lag_days": 0 if len(told) > 1 else None,
        "stretches": list(_stretches(told, end)), "claims": [one["id"] for one in told],
        "because": f"told in {len(told)} claims; last told of on {last}",
    }  # fmt: skip


def _stretches(told: Sequence[Tree], end: date) -> Iterator[Tree]:
    days = sorted({date.fromisoformat(one["when"]["earliest"]) for one in told})
    for at, day in enumerate(days):
        yield {"earliest": str(day), "latest": str(day), "evidence": "told"}
        until = days[at + 1] - timedelta(days=1) if at + 1 < len(days) else end
        if until > day:
            evidence = "interpolated" if at + 1 < len(days) else "carried"
            yield {"earliest": str(day + timedelta(days=1)), "latest": str(until), "evidence": evidence}


def _access(place: Tree, spells: Sequence[Tree], shut: Sequence[Tree]) -> list[Tree]:
    """Return how one could leave a place, for as long as each spell lasts."""
    return [
        {
            "id": lasting_id("access", one["id"]), "place": parts.at_place(place), "holder": one["holder"],
            "earliest": one["earliest"], "latest": one["latest"],
            "computed": ("open", "cut off", "unknown")[at % 3],
            "way": {"to": "the edge of the roads known", "roads": ["R1"], "through": [], "km": 36.1},
            "closures": [{"road": "R2", "place": parts.at_place(place), "holder": one["holder"],
                          "claims": one["claims"][:5]}],
            "claims": one["claims"], "reported": [claim["id"] for claim in shut[:5]], "agrees": None,
            "because": "every road out is closed" if at % 3 == 1 else "a road leads out",
        }
        for at, one in enumerate(spells[:40])
    ]  # fmt: skip


def _agreement(number: str, claims: Sequence[Tree]) -> Tree:
    told = sorted(claims, key=lambda one: (one["when"]["earliest"], one["id"]))
    first, last = told[0]["when"], told[-1]["when"]
    parties = {
        one["actor"]: {"id": one["actor"], "name": one["name"]}
        for claim in told[:4]
        for one in claim["parties"]
    }
    broken = [one for one in told if one["act"] == "broken"]
    phases = [
        {"act": act, "when": of[0]["when"], "claims": [one["id"] for one in of], "denials": []}
        for act in ("signed", "in force", "broken")
        if (of := [one for one in told if one["act"] == act])
    ]
    return {
        "id": lasting_id("agreement", number), "parties": list(parties.values()),
        "guarantors": [], "when": first,
        "zone": None, "terms": ["a ceasefire"], "posts": [], "violations": [one["id"] for one in broken],
        "claims": [one["id"] for one in told], "kind": "ceasefire", "names": [],
        "brokers": [], "monitors": [], "ceasefire": None,
        "in_force": parts.day_of(first["earliest"], last["latest"]),
        "until": None,
        "lasts": [], "provisions": [], "breaches": [_breach(one) for one in broken], "phases": phases,
        "state": "in force", "disputed": False, "because": f"told in {len(told)} claims",
    }  # fmt: skip


def _breach(one: Tree) -> Tree:
    by, where = one["parties"][0], one["where"][0]
    return {
        "id": lasting_id("breach", one["id"]), "by": [{"id": by["actor"], "name": by["name"]}],
        "term": "cessation of hostilities", "when": one["when"],
        "place": {"id": where["place"], "name": where["name"], "said": [where["name"]]},
        "claims": [one["id"]],
        "denials": [], "deeds": [], "count": None, "because": "it is told as a breach",
    }  # fmt: skip


def _post(number: str, claims: Sequence[Tree]) -> Tree:
    told = sorted(claims, key=lambda one: (one["when"]["earliest"], one["id"]))
    by, where = told[0]["parties"][0], told[0]["where"][0]
    tellings = [{"state": "held", "when": one["when"], "claims": [one["id"]], "denials": []} for one in told]
    return {
        "id": lasting_id("post", number),
        "place": {"id": where["place"], "name": where["name"], "said": [where["name"]]},
        "owner": {"id": by["actor"], "name": by["name"]}, "sort": "observation post", "number": None,
        "state": "held", "tellings": tellings, "agreement": None, "because": "told of at one place",
    }  # fmt: skip


def _origin(name: str, claims: Sequence[str]) -> Tree:
    kind = "outlet" if name.startswith("The ") else "organisation"
    return {"name": name, "kind": kind, "mark": "F", "because": "Too few others speak of what it tells.",
            "claims": sorted(claims), "voices": [], "owners": []}  # fmt: skip


def _totals(rooms: "Rooms") -> Iterator[Tree]:
    """Yield totals of the busiest places, each counted from one day on and told of each month."""
    for at in range(min(50, rooms.places)):
        place = rooms.grounds[at]
        for month in range(0, 60, 3):
            day = date(2012 + month // 12, month % 12 + 1, 28)
            found = _lent(rooms, at, str(day))
            if found:
                yield parts.figure(
                    lasting_id("figure", at, month),
                    found,
                    place,
                    parts.day_of("2012-01-01", str(day), None, "span"),
                )


def _lent(rooms: "Rooms", at: int, day: str) -> list[Tree]:
    """Return counts told by claims of control at a place before a day: no claim tells a total."""
    told = [one for one in rooms.gathered.by_place.get(str(at), ()) if one["when"]["earliest"] <= day][:4]
    counts: list[dict[str, Any]] = [
        {"measure": "killed", "of": "people", "low": 900 + n, "best": 950 + n, "high": 990 + n}
        for n in range(4)
    ]
    return [{**one, **count} for one, count in zip(told, counts, strict=False)]


def _road(at: int) -> Tree:
    chance = Random(at)
    start = 35 + 10 * chance.random(), 30 + 7 * chance.random()
    points = [[round(start[0] + step * 0.01, 4), round(start[1] + step * 0.007, 4)] for step in range(40)]
    return {"name": f"R{at}", "main": at % 4 == 0, "points": points}


def _issue(at: int) -> Tree:
    return {
        "code": "source-empty",
        "item": f"made/empty-{at:05}.html",
        "said": "The source holds no text.",
        "fatal": True,
    }
