"""Answers day by day to records: like days merged, beside what is reported, with the reason in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Access, Named, Reach, When, WhenPrecision, make_id
from warmonitor.stages.reconcile.access.answer import Answer
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.reach import Ground
from warmonitor.stages.reconcile.access.timeline import DAY, Days, Standing, meets
from warmonitor.stages.reconcile.access.told import Said

FEW = 4


@dataclass(frozen=True, slots=True)
class Stay:
    """How a place stood and what its roads led to through some days."""

    place: str
    days: Days
    standing: Standing
    answer: Answer
    because: str

    def like(self, other: "Stay") -> bool:
        """Say whether the next days tell nothing new."""
        key, theirs = (
            (s.standing.name, s.standing.fought, s.answer.reach, s.answer.way, s.because)
            for s in (self, other)
        )
        places = [[(c.road, c.place, c.holder) for c in s.answer.closures] for s in (self, other)]
        follows = self.days[1] is not None and other.days[0] == self.days[1] + DAY
        return follows and key == theirs and places[0] == places[1]

    def with_days(self, other: "Stay") -> "Stay":
        """Return both as one, with the claims of both."""
        claims = tuple(sorted({*self.answer.claims, *other.answer.claims}))
        return replace(self, days=(self.days[0], other.days[1]), answer=replace(self.answer, claims=claims))


def merged(stays: Iterable[Stay]) -> list[Stay]:
    """Return stays of one place, given in the order of time, with like days as one."""
    found: list[Stay] = []
    for stay in stays:
        if found and found[-1].like(stay):
            found[-1] = found[-1].with_days(stay)
        else:
            found.append(stay)
    return found


def why(standing: Standing, answer: Answer, names: dict[str, str]) -> str:
    """Return why, in one sentence without a full stop."""
    way = answer.way
    said = {
        Reach.OPEN: f"a road over own ground leads to {way.to}" if way else "",
        Reach.THROUGH: f"the road to {way.to} crosses ground of {_list(way.through)}" if way else "",
        Reach.UNKNOWN: f"nobody is said to hold the ground on the way out: {_some(answer.untold)}",
        Reach.CUT_OFF: _closed(answer, names),
    }[answer.reach]
    asked = "who holds it after the fight" if standing.after else "who held it before"
    said += f"; fought over, asked for {asked}" if standing.fought else ""
    return said + ("; that it holds the place is its own word" if standing.alone else "")


def _list(names: Sequence[str | None]) -> str:
    return ", ".join(dict.fromkeys(name or "nobody named" for name in names))


def _closed(answer: Answer, names: dict[str, str]) -> str:
    spots = [
        f"{one.road} at {names.get(one.place, one.place)}" + (f" ({one.holder})" if one.holder else "")
        for one in answer.closures
    ]
    return f"every road out is closed: {_some(spots)}" if spots else "no road leads out"


def _some(words: Sequence[str]) -> str:
    more = f" and {len(words) - FEW} more" if len(words) > FEW else ""
    return ", ".join(words[:FEW]) + more


def record(stay: Stay, said: Sequence[Said], parties: Parties) -> Access:
    """Return the record of a stay, beside what is reported of the place in its days."""
    told = [one for one in said if meets(one.days, stay.days) and _of_holder(one, stay.standing, parties)]
    agrees, beside = _agrees(stay.answer.reach, told)
    first, last = stay.days
    key = make_id("access", stay.place, stay.standing.name, first, last, stay.answer.reach)
    return Access(
        key, stay.place, stay.standing.name, When(first, last, "", WhenPrecision.SPAN), stay.answer.reach,
        stay.answer.way, stay.answer.closures, stay.answer.claims, tuple(sorted({one.claim for one in told})),
        agrees, stay.because + beside,
    )  # fmt: skip


def _of_holder(one: Said, standing: Standing, parties: Parties) -> bool:
    """Say whether a report of a siege is of those who hold the place: not of others inside, nor by them."""
    if standing.party is None:
        return True
    if one.by is not None and parties.actors.fights(one.by) and _friends(one.by, standing, parties):
        return False
    return one.inside is None or _friends(one.inside, standing, parties)


def _friends(named: Named, standing: Standing, parties: Parties) -> bool:
    body = parties.party(named)
    return standing.party is not None and parties.ground(standing.party, body) is Ground.OWN


def _agrees(computed: Reach, told: Sequence[Said]) -> tuple[bool | None, str]:
    cut = {one.cut for one in told}
    if not cut:
        return None, ""
    if len(cut) > 1:
        return None, "; reports say both that it is cut off and that it is not"
    said = "reported as cut off" if True in cut else "reported as not cut off"
    if computed is Reach.UNKNOWN:
        return None, f"; {said}"
    agrees = (computed is Reach.CUT_OFF) is (True in cut)
    return agrees, f"; {said} too" if agrees else f"; but {said}"
