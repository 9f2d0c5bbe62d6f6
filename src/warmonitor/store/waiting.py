"""What waits for a reviewer: records in doubt, those first on which most rests."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

Record = Mapping[str, Any]
Each = Callable[[str], Iterable[Record]]

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


def waiting(each: Each) -> list[Waiting]:
    """Return all that waits, the weightiest first; `each` yields the records of a list of the account."""
    around = _Around(each)
    found = [*_again(each), *_disputes(each, around), *_figures(each, around), *_claims(each, around),
             *_places(each, around), *_actors(each, around)]  # fmt: skip
    return sorted(found, key=lambda one: one.rank)


class _Around:
    """What rests on each claim, and on each place and actor that claims name."""

    def __init__(self, each: Each) -> None:
        self.events: Counter[str] = Counter(key for event in each("events") for key in event["claims"])
        self.deaths: dict[str, int] = {}
        self.naming: defaultdict[str, list[str]] = defaultdict(list)
        self.judged: set[str] = set()
        for claim in each("claims"):
            if claim.get("measure") == "killed":
                self.deaths[claim["id"]] = claim["high"] or claim["best"] or claim["low"] or 0
            if claim.get("judgements"):
                self.judged.add(claim["id"])
            for key in set(_named(claim)):
                self.naming[key].append(claim["id"])

    def of(self, claims: Iterable[str]) -> tuple[int, int]:
        """Return the deaths that some claims tell of, and how many events they do."""
        told = list(claims)
        return max((self.deaths.get(one, 0) for one in told), default=0), sum(
            self.events[one] for one in told
        )


def _named(claim: Record) -> Iterator[str]:
    yield from (one["place"] for one in claim["where"] if one["place"])
    yield from (one["actor"] for one in claim["attribution"] if one["actor"])
    for role in ("party", "counterparty", "perpetrator", "target"):
        if (one := claim.get(role)) and one["actor"]:
            yield one["actor"]


def _again(each: Each) -> Iterator[Waiting]:
    for issue in each("issues"):
        if issue["code"] == "judgement-open":
            yield Waiting("issues", issue["item"], issue["said"], Doubt.AGAIN)


def _disputes(each: Each, around: _Around) -> Iterator[Waiting]:
    for one in each("disputes"):
        if not around.judged & set(one["claims"]):
            yield Waiting("disputes", one["id"], one["about"], Doubt.DISPUTE, *around.of(one["claims"]))


def _figures(each: Each, around: _Around) -> Iterator[Waiting]:
    for one in each("figures"):
        low, high = one["low"], one["high"]
        wide = low is not None and high is not None and high > low and high >= WIDE * low
        if wide and len(one["origins"]) > 1 and not one.get("judgements"):
            place = f" in {one['place']['name']}" if one["place"] else ""
            called = f"{low} to {high} {one['of']} {one['measure']}{place}"
            yield Waiting("figures", one["id"], called, Doubt.WIDE, *around.of(one["claims"]))


def _claims(each: Each, around: _Around) -> Iterator[Waiting]:
    for one in each("claims"):
        nowhere = not any(where["place"] for where in one["where"])
        never = one["when"]["earliest"] is None and one["when"]["latest"] is None
        unread = one["kind"] in {"toll", "control", "attack"} and nowhere and never
        if unread and not one.get("judgements"):
            yield Waiting("claims", one["id"], one["quote"]["text"], Doubt.READING, *around.of([one["id"]]))


def _places(each: Each, around: _Around) -> Iterator[Waiting]:
    for one in each("places"):
        if (one["latitude"] is None or one["runner_up"]) and not one.get("judgements"):
            told = around.of(around.naming[one["id"]])
            yield Waiting("places", one["id"], one["name"], Doubt.GROUND, *told)


def _actors(each: Each, around: _Around) -> Iterator[Waiting]:
    for one in each("actors"):
        if one["status"] == "new" and not one.get("judgements"):
            told = around.of(around.naming[one["id"]])
            yield Waiting("actors", one["id"], one["name"], Doubt.NAME, *told)
