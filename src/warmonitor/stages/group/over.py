"""Attacks that several sets of reports tell of: those of one place that are one happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.language.tellings import first_tellings
from warmonitor.model import ActorIndex, Claim, Event, PlaceIndex, Told
from warmonitor.stages.group.events import attack_of
from warmonitor.stages.group.facts import Scene, sharp
from warmonitor.stages.group.later import join_later
from warmonitor.stages.group.strikes import Happening, Strike, family_of, may_be_one, strike_of

BECAUSE = "the same place and day"


@dataclass
class _Home:
    """Events taken for one, with the sets of reports that they come from."""

    events: list[Event]
    strikes: list[Strike]
    sets: set[int]

    @property
    def main(self) -> list[Strike]:
        """Return the strikes of the events' own kind: a report may tell of another one beside."""
        kinds = {family_of(event.sub_type or "") for event in self.events}
        return [one for one in self.strikes if one.family in kinds] or self.strikes

    @property
    def day(self) -> object:
        """Return the day of the events, None where no one day is known."""
        when = self.events[0].when
        return when.earliest if sharp(when) else None


def one_happening(told_by: Sequence[Sequence[Event]], told: Told) -> list[Event]:
    """Return the attacks at one place, those of several sets of reports that are one as one.

    `told_by` has the events of each set; two of one set were kept apart there and stay so. Attacks of one day
    are one where families and targets fit; what is told of again ("the strike last month") goes with the one
    that it can mean. What is one by itself stays the event that it is. The same for any order of the sets.
    """
    scene = Scene(
        {report.id: report for report in told.reports}, PlaceIndex.of(told.places), ActorIndex.of(told.actors)
    )
    known = {claim.id: claim for claim in told.claims}
    first = first_tellings(told.claims, told.reports)
    homes = _homes(told_by, known, first, scene)
    whole = [_happening(home) for home in homes]
    join_later(whole, scene)
    at = {strike.claim.id: number for number, one in enumerate(whole) for strike in one.strikes}
    gone: dict[int, list[Event]] = {}
    for number, (home, one) in enumerate(zip(homes, whole, strict=True)):
        into = number if one.strikes or not home.strikes else at[home.strikes[0].claim.id]
        gone.setdefault(into, []).extend(home.events)
    return [_event(gone[number], whole[number], known, first, scene) for number in sorted(gone)]


def _homes(
    told_by: Sequence[Sequence[Event]], known: Mapping[str, Claim], first: Mapping[str, str], scene: Scene
) -> list[_Home]:
    homes: list[_Home] = []
    for at, event in sorted(_numbered(told_by), key=lambda pair: (-len(pair[1].claims), pair[1].id)):
        strikes = [one for claim in _own(event, known, first) if (one := strike_of(claim, scene))]
        new = _Home([event], strikes, {at})
        fits = [(score, -number) for number, home in enumerate(homes)
                if new.day and home.day == new.day and at not in home.sets
                and (score := may_be_one(new.main, home.main))]  # fmt: skip
        if not fits:
            homes.append(new)
            continue
        home = homes[-max(fits)[1]]
        home.events.append(event)
        home.strikes += strikes
        home.sets.add(at)
    return homes


def _numbered(told_by: Sequence[Sequence[Event]]) -> Iterator[tuple[int, Event]]:
    for at, events in enumerate(told_by):
        for event in events:
            yield at, event


def _own(event: Event, known: Mapping[str, Claim], first: Mapping[str, str]) -> Iterable[Claim]:
    return [known[key] for key in event.claims if key in known and first[key] == key]


def _happening(home: _Home) -> Happening:
    told = {reason for event in home.events for reason in event.because.split("; ")} - {"told once", ""}
    reasons = told | ({BECAUSE} if len(home.events) > 1 else set())
    return Happening(sorted(home.strikes, key=lambda one: one.claim.id), home.events[0].when, reasons)


def _event(
    events: Sequence[Event],
    whole: Happening,
    known: Mapping[str, Claim],
    first: Mapping[str, str],
    scene: Scene,
) -> Event:
    if len(events) == 1:
        return events[0]
    ids = tuple(sorted({key for event in events for key in event.claims}))
    own = {strike.claim.id for strike in whole.strikes}
    others = [known[key] for key in ids if key in known and first[key] == key and key not in own]
    return replace(attack_of(whole, others, scene), claims=ids)
