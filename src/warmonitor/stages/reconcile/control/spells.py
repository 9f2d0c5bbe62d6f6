"""Runs of a place as spells: status, what their days rest on, when they were claimed and confirmed, why."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from warmonitor.model import (
    Claim,
    ControlSpell,
    ControlStatus,
    Stretch,
    When,
    WhenPrecision,
    make_id,
)
from warmonitor.model import (
    Evidence as Ground,
)
from warmonitor.stages.reconcile.control.course import CONTESTED, NOBODY, Run
from warmonitor.stages.reconcile.control.evidence import DAY, Evidence, Sort, Telling
from warmonitor.stages.reconcile.control.tables import fade_days

BEFORE = "it is said to have lost the place"
Days = tuple[date, date]


@dataclass
class Backing:
    """What a run rests on: tellings that say so, days told of, tellings of its beginning and its end."""

    run: Run
    told: list[Telling] = field(default_factory=list)
    turns: list[Telling] = field(default_factory=list)
    denials: list[Telling] = field(default_factory=list)
    days: list[Days] = field(default_factory=list)
    open_start: bool = False

    def independent(self) -> set[str]:
        """Return the origins that are no voice of who gains by it."""
        return {root for one in self.told for root in one.independent()}

    def claims(self) -> list[Claim]:
        """Return the claims that it rests on."""
        return [claim for one in [*self.told, *self.turns] for claim in one.claims]


def backing(runs: Sequence[Run], told: Iterable[Telling]) -> list[Backing]:
    """Return the runs of a place, each with the tellings that it rests on."""
    found, starts = [Backing(run) for run in runs], [run.first for run in runs]
    for one in told:
        since, until = min(one.first - DAY, one.day), max(one.last, one.day)
        for number in range(max(0, bisect_right(starts, since) - 1), bisect_right(starts, until)):
            _back(found[number], one, first=number == 0)
    return found


def _back(backed: Backing, one: Telling, *, first: bool) -> None:
    run = backed.run
    last = run.last or date.max
    if run.state in {CONTESTED, NOBODY}:
        if run.first <= one.day <= last and _open(one, run.state):
            backed.told.append(one)
            backed.days.append((max(run.first, one.first), min(last, one.last)))
        return
    if one.sort is Sort.DENIED and one.party == run.state and run.first <= one.day <= last:
        backed.denials.append(one)
    elif one.sort is Sort.HELD and one.party == run.state and one.part is None:
        _back_held(backed, one, first=first)
    elif one.part is None and _brings(one, run.state) and run.first <= one.day <= last:
        backed.told.append(one)
        backed.days.append((max(run.first, one.first), min(last, one.last)))
    elif one.part is None and one.sort is Sort.LOST and _starts(one, run):
        backed.turns.append(one)
    elif one.part is None and _ends(one, run.state) and run.first <= one.first - DAY <= last:
        backed.turns.append(one)
        backed.days.append((one.first - DAY, one.first - DAY))
        backed.open_start |= first and run.first >= one.first - DAY


def _back_held(backed: Backing, one: Telling, *, first: bool) -> None:
    run, last = backed.run, backed.run.last or date.max
    start, end = max(run.first, one.first), min(last, one.last)
    if start > end:
        return
    backed.told.append(one)
    backed.days.append((start, end))
    said = any(claim.when.said and claim.when.earliest for claim in one.claims)
    backed.open_start |= first and run.first >= one.first and not said


def _open(one: Telling, state: str) -> bool:
    """Say whether a telling speaks of ground that is fought over, or that was left."""
    if one.sort in {Sort.DENIED, Sort.KEPT}:
        return False
    if state == NOBODY:
        return one.sort is Sort.LOST
    return one.sort in {Sort.ENTERED, Sort.CONTESTED, Sort.LOST} or one.part is not None


def _brings(one: Telling, party: str) -> bool:
    if one.sort is Sort.GAINED:
        return one.party == party
    return (one.sort is Sort.LOST and party in one.others) or (
        one.sort is Sort.ENTERED and one.party == party
    )


def _starts(one: Telling, run: Run) -> bool:
    return one.party != run.state and run.first <= one.day <= (run.last or date.max)


def _ends(one: Telling, party: str) -> bool:
    """Say whether a telling says that a party held the place until then."""
    return (one.sort is Sort.LOST and one.party == party) or (one.sort is Sort.GAINED and party in one.others)


@dataclass(frozen=True)
class Maker:
    """Makes the spells of one place, or of one part of it."""

    evidence: Evidence
    place: str
    part: str | None = None

    def spells(self, backed: Sequence[Backing]) -> list[ControlSpell]:
        """Return the spells of runs, with days of which nobody knows after what has faded."""
        found: list[ControlSpell] = []
        told = [number for number, one in enumerate(backed) if one.days]
        for number, one in enumerate(backed[told[0] :] if told else ()):
            if not number:
                first = max(one.run.first, min(start for start, _ in one.days))
                one.run = Run(one.run.state, first, one.run.last)
            status = self.status(one)
            days, faded = _warranted(one, status)
            if one.told or one.turns:
                found.append(self._spell(one, status, days, faded=faded))
            if faded and status is not ControlStatus.UNKNOWN:
                found.append(self._unknown(days[1], one))
        return found

    def status(self, one: Backing) -> ControlStatus:
        """Return how firmly it is held: claimed where only the side that gains says so."""
        if one.run.state == NOBODY or not one.days:
            return ControlStatus.UNKNOWN
        if one.run.state == CONTESTED:
            return ControlStatus.CONTESTED
        theirs = any(self._bears_out(turn, told=bool(one.told)) for turn in one.turns)
        return ControlStatus.HELD if one.independent() or theirs else ControlStatus.CLAIMED

    def _bears_out(self, turn: Telling, *, told: bool) -> bool:
        """Say whether a loss or gain at an end of a run confirms it: beside an own word, others' alone."""
        if not told:
            return bool(turn.independent()) or turn.sort is Sort.LOST
        return turn.sort is Sort.LOST and bool(turn.independent())

    def _spell(
        self, one: Backing, status: ControlStatus, days: tuple[date | None, date | None], *, faded: bool
    ) -> ControlSpell:
        held = status in {ControlStatus.HELD, ControlStatus.CLAIMED}
        names = [named for telling in [*one.told, *one.turns] for named in telling.named()]
        holder = self.evidence.parties.name(one.run.state, names) if held else None
        because = _because(one, status)
        last = max((end for _, end in one.days), default=None)
        if last is not None and (faded or one.run.last is None):
            because = f"{because}; last told of on {last}"
        claimed, confirmed = _lag(one) if held else (None, None)
        return self.make(holder, status, days, one.claims(), because, claimed=claimed, confirmed=confirmed,
                         stretches=stretches_of(one.days, days))  # fmt: skip

    def _unknown(self, after: date | None, one: Backing) -> ControlSpell:
        start = after + DAY if after else None
        because = f"nobody tells of it after {max(end for _, end in one.days)}; that no longer counts"
        last = max(end for _, end in one.days)
        told = [claim for t in [*one.told, *one.turns] if t.last >= last for claim in t.claims]
        return self.make(None, ControlStatus.UNKNOWN, (start, one.run.last), told or one.claims(), because)

    def make(  # noqa: PLR0913 - the fields of a spell
        self, holder: str | None, status: ControlStatus, days: tuple[date | None, date | None],
        told: Iterable[Claim], because: str, *, by: str | None = None, claimed: date | None = None,
        confirmed: date | None = None, stretches: tuple[Stretch, ...] = (),
    ) -> ControlSpell:  # fmt: skip
        """Return a spell of this place and part with an id made from what it says."""
        ids = tuple(sorted({claim.id for claim in told}))
        words = self.evidence.words.get((self.place, self.part)) if self.part is not None else None
        key = make_id("spell", self.place, self.part, holder, status, *days, *ids)
        when = When(*days, "", WhenPrecision.SPAN)
        return ControlSpell(
            key, self.place, holder, status, when, ids, because, words or self.part, by, claimed, confirmed,
            stretches,
        )  # fmt: skip


def _warranted(one: Backing, status: ControlStatus) -> tuple[tuple[date | None, date | None], bool]:
    """Return the days for which a run has evidence, and whether it faded before the run's end."""
    start = None if one.open_start else one.run.first
    told = max((end for _, end in one.days), default=one.run.first)
    if status is ControlStatus.UNKNOWN:
        return (start, one.run.last), False
    fades = told + timedelta(days=fade_days(status))
    if one.run.last is not None and one.run.last <= fades:
        return (start, one.run.last), False
    return (start, fades), True


def stretches_of(told: Iterable[Days], days: tuple[date | None, date | None]) -> tuple[Stretch, ...]:
    """Return the days of a spell by what they rest on: told of, between two tellings, after the last."""
    merged: list[Days] = []
    for start, end in sorted(told):
        if merged and start <= merged[-1][1] + DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    found: list[Stretch] = []
    if merged and (days[0] is None or days[0] < merged[0][0]):
        found.append(Stretch(days[0], merged[0][0] - DAY, Ground.CARRIED))
    for number, (start, end) in enumerate(merged):
        if number:
            found.append(Stretch(merged[number - 1][1] + DAY, start - DAY, Ground.INTERPOLATED))
        found.append(Stretch(start, end, Ground.TOLD))
    if merged and (days[1] is None or merged[-1][1] < days[1]):
        found.append(Stretch(merged[-1][1] + DAY, days[1], Ground.CARRIED))
    return tuple(found)


def _lag(one: Backing) -> tuple[date | None, date | None]:
    """Return the days on which the holder's own side, and on which anybody else, first said so."""
    own = [day for t in one.told for root, day in t.said_on.items() if root in t.own]
    free = [day for t in one.told for root, day in t.said_on.items() if root not in t.own]
    return min(own, default=None), min(free, default=None)


def _because(one: Backing, status: ControlStatus) -> str:
    if status is ControlStatus.UNKNOWN:
        return "left, and nobody is said to have come" if one.told else "nobody says who held it then"
    if status is ControlStatus.CONTESTED:
        fought = all(telling.sort is Sort.CONTESTED for telling in one.told)
        return ("said to be fought over or claimed by several" if fought
                else "entered or lost in part, full control not yet told")  # fmt: skip
    if not one.told:
        return BEFORE
    gained = any(telling.sort is not Sort.HELD for telling in one.told)
    origins = len(one.independent())
    said = "said to have taken it" if gained else "said to hold it"
    if status is ControlStatus.CLAIMED:
        said = "only it says so"
    elif origins > 1:
        said += f", by {origins} independent origins"
    return f"{said}, and it is denied" if one.denials else said
