"""What waits for a reviewer: records in doubt, those first on which most rests."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from warmonitor.store.fields import LINKS, at

Record = Mapping[str, Any]
Each = Callable[[str], Iterable[Record]]

DOUBTED = ("issues", "disputes", "figures", "claims", "places", "actors")
NAMED = {"places": "place", "actors": "actor"}  # by the role in which claims are linked to them
MOST = 1 << 62  # people: both databases keep numbers of 63 bits and a sign
WIDE = 2.0  # a figure is in doubt where its ends are so many times apart


class Doubt(IntEnum):
    """Why a record waits; what is doubted more has the larger number."""

    NAME = 1  # an actor that no register knows
    GROUND = 2  # a place that was not located, or could be another
    READING = 3  # a claim of whom or what nobody can tell where or when
    WIDE = 4  # a figure of which origins say very different things
    DISPUTE = 5  # claims that cannot all be true
    AGAIN = 6  # a judgement that no longer fits


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record in doubt: its list, id and a word for it, why it waits, and what rests on it.

    `deaths` is the largest number of people killed that its claims tell, `events` how many events they do.
    """

    kind: str
    id: str
    called: str
    doubt: Doubt
    deaths: int = 0
    events: int = 0

    @property
    def rank(self) -> tuple[int, str, str]:
        """Return what the list is sorted by: doubt times weight, in which only the size of numbers counts."""
        weight = 1 + self.deaths.bit_length() + self.events.bit_length()
        return -self.doubt * weight, self.kind, self.id


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim tells of: people killed, events; and whether a judgement bears on it."""

    deaths: int = 0
    events: int = 0
    judged: bool = False


def waiting(each: Each) -> list[Waiting]:
    """Return all that waits, the weightiest first; `each` yields the records of a list of the account."""
    events = Counter(key for event in each("events") for key in event["claims"])
    told = {one["id"]: told_by(one, events[one["id"]]) for one in each("claims")}
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for claim in each("claims"):
        for kind in ("places", "actors"):
            for key in named(claim, kind):
                naming[key].append(claim["id"])
    found = []
    for kind in DOUBTED:
        for one in each(kind):
            claims = naming[one["id"]] if kind in NAMED else claims_of(kind, one)
            if waits := weighed(kind, one, [told.get(key, Told()) for key in claims]):
                found.append(waits)
    return sorted(found, key=lambda one: one.rank)


def told_by(claim: Record, events: int) -> Told:
    """Return what a claim tells of, of which so many events rest on it."""
    killed = claim.get("measure") == "killed"
    deaths = (claim["high"] or claim["best"] or claim["low"] or 0) if killed else 0
    return Told(min(deaths, MOST), events, bool(claim.get("judgements")))


def named(claim: Record, kind: str) -> set[str]:
    """Return the places or actors that a claim names, by id."""
    return {str(one) for path in LINKS["claims"][NAMED[kind]] for one in at(claim, path) if one}


def claims_of(kind: str, record: Record) -> list[str]:
    """Return the claims on which a record rests that lists them; a claim rests on itself."""
    return [record["id"]] if kind == "claims" else list(record.get("claims", ()))


def weighed(kind: str, record: Record, told: Iterable[Told], fits: bool | None = None) -> Waiting | None:
    """Return how a record waits by what its claims tell of, None where nobody doubts it.

    `fits` says of one that was accepted whether that still fits it; where it does it waits no more.
    """
    rests = list(told)
    doubt = doubt_of(kind, record)
    if doubt is not None and fits is not None:
        doubt = None if fits else Doubt.AGAIN
    if doubt is None or (doubt == Doubt.DISPUTE and any(one.judged for one in rests)):
        return None
    deaths, events = max((one.deaths for one in rests), default=0), sum(one.events for one in rests)
    return Waiting(kind, item_of(kind, record), called(kind, record), doubt, deaths, events)


def doubt_of(kind: str, record: Record) -> Doubt | None:
    """Return why a record waits by what it says itself; a dispute whose claims were judged waits no more."""
    if kind == "issues":
        return Doubt.AGAIN if record["code"] == "judgement-open" else None
    if kind == "disputes":
        return Doubt.DISPUTE
    doubt, tells = _TELLS[kind]
    return doubt if tells(record) and not record.get("judgements") else None


def item_of(kind: str, record: Record) -> str:
    """Return the id by which a record is listed: of an issue, what it is about."""
    return str(record["item"] if kind == "issues" else record["id"])


def called(kind: str, record: Record) -> str:
    """Return words for a record."""
    if kind == "figures":
        place = f" in {record['place']['name']}" if record["place"] else ""
        return f"{record['low']} to {record['high']} {record['of']} {record['measure']}{place}"
    return str(next(iter(at(record, _CALLED[kind]))))


_CALLED = {
    "issues": "said",
    "disputes": "about",
    "claims": "quote.text",
    "places": "name",
    "actors": "name",
}


def _wide(figure: Record) -> bool:
    low, high = figure["low"], figure["high"]
    apart = low is not None and high is not None and high > low and high >= WIDE * low
    return apart and len(figure["origins"]) > 1


def _unread(claim: Record) -> bool:
    nowhere = not any(where["place"] for where in claim["where"])
    never = claim["when"]["earliest"] is None and claim["when"]["latest"] is None
    return claim["kind"] in {"toll", "control", "attack"} and nowhere and never


def _unlocated(place: Record) -> bool:
    return place["latitude"] is None or bool(place["runner_up"])


def _new(actor: Record) -> bool:
    return bool(actor["status"] == "new")


_TELLS: Mapping[str, tuple[Doubt, Callable[[Record], bool]]] = {
    "figures": (Doubt.WIDE, _wide),
    "claims": (Doubt.READING, _unread),
    "places": (Doubt.GROUND, _unlocated),
    "actors": (Doubt.NAME, _new),
}
