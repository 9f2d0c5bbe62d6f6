"""Attacks told by several reports, brought together as happenings; look-alikes kept apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from warmonitor.language.targets import target_stems
from warmonitor.model import Attack, Claim, ClaimKind, PlacePrecision, When, WhenPrecision
from warmonitor.stages.group.facts import (
    LONGEST_HAPPENING,
    Scene,
    campaign,
    days_of,
    load_families,
    narrow,
    order,
    sharp,
)

SAME_TARGET_KM = 10.0  # two named towns, one target: the reports differ in the town that they name
NEAR_KM = 20.0  # at least one of the two says only "near"
AREA_KM = 150.0  # a town may lie this far from the centre of the region that another report names
CAMPAIGN_START_DAYS = 10
NEXT_SENTENCES = 2


@dataclass(frozen=True)
class Strike:
    """One attack claim with what comparing needs."""

    claim: Claim
    family: str
    spot: str | None
    area: str | None
    near: bool
    when: When
    campaign: bool
    target: frozenset[str]
    target_is_actor: bool
    perpetrator: str | None
    speakers: tuple[str, ...]
    sentence: int

    @property
    def report(self) -> str:
        """Return the id of the report that tells of it."""
        return self.claim.report

    @property
    def afar(self) -> bool:
        """Say whether one strike is told of from afar, within more days than a happening takes."""
        return not self.campaign and (self.when.days() or 0) > LONGEST_HAPPENING


@dataclass
class Happening:
    """Strikes taken for one, with the reasons for which each joined the first."""

    strikes: list[Strike]
    when: When
    reasons: set[str] = field(default_factory=set)

    def add(self, strike: Strike, reason: str) -> None:
        """Take in one more strike and narrow the time."""
        self.strikes.append(strike)
        self.reasons.add(reason)
        if strike.when.known():
            self.when = narrow(self.when, strike.when) if self.when.known() else strike.when

    @property
    def spots(self) -> list[Strike]:
        """Return the strikes that name a town, one for each town."""
        return list({strike.spot: strike for strike in self.strikes if strike.spot}.values())


def strike_of(claim: Claim, scene: Scene) -> Strike | None:
    """Return what comparing needs of an attack claim, None where the claim is no attack."""
    detail = claim.detail
    if claim.kind is not ClaimKind.ATTACK or not isinstance(detail, Attack):
        return None
    spot, area = scene.spot(claim), scene.area(claim)
    near = any(named.id == spot and named.precision == PlacePrecision.NEAR for named in claim.where)
    target = detail.target
    return Strike(
        claim=claim,
        family=family_of(detail.sub_type),
        spot=spot,
        area=area if area != spot else None,
        near=near,
        when=claim.when if claim.when.said else When(),
        campaign=bool(claim.when.said) and campaign(claim.when) and not one_attack(claim, scene),
        target=target_stems(target, scene.actors),
        target_is_actor=bool(target and target.id in scene.actors.known),
        perpetrator=scene.actors.party(detail.perpetrator) if detail.perpetrator else None,
        speakers=scene.speakers(claim),
        sentence=scene.sentence(claim),
    )


def one_attack(claim: Claim, scene: Scene) -> bool:
    """Say whether the words tell of one attack in a closed time: "the strike last month", not "strikes"."""
    when = claim.when
    if when.earliest is None or when.latest is None or not isinstance(claim.detail, Attack):
        return False
    since = when.precision is WhenPrecision.SPAN and (when.days() or 0) > LONGEST_HAPPENING
    return not since and bool(_single_pattern().match(claim.quote.of(scene.text(claim.report))))


@lru_cache
def _single_pattern() -> re.Pattern[str]:
    nouns = "|".join(load_families()["single"])
    return re.compile(rf"(?:[\w'’-]+\s+){{0,3}}?(?:{nouns})\b", re.IGNORECASE)


def family_of(sub_type: str) -> str:
    """Return the family of a sub-event type: those that reports take for one another."""
    families: dict[str, list[str]] = load_families()["families"]
    return next((name for name, types in families.items() if sub_type in types), sub_type)


class Gathering:
    """Happenings by day, by report and, for campaigns, by place, so that few are looked at for each claim."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Happening] = []
        self._by_day: dict[date, list[int]] = {}
        self._by_report: dict[str, list[int]] = {}
        self._campaigns: dict[str, list[int]] = {}

    def gather(self, strikes: Iterable[Strike]) -> list[Happening]:
        """Return the happenings: located strikes first, the others where only one of them fits."""
        ranked = sorted(strikes, key=_rank)
        for strike in ranked:
            if strike.campaign:
                self._take(strike, self._campaign_of(strike))
            elif strike.afar:
                self._take(strike, None)
            elif strike.spot:
                self._take(strike, self._best(strike, self._near_in_time(strike), self._same_spot))
        loose = [one for one in ranked if not (one.campaign or one.afar or one.spot)]
        waiting = [strike for strike in loose if not self._joined_by_target(strike)]
        for strike in sorted(waiting, key=lambda one: (not one.target, _rank(one))):
            same_target = self._only(strike, self._near_in_time(strike), self._same_target)
            told_on = same_target or self._only(strike, self._in_report(strike), self._same_telling)
            self._take(strike, told_on or self._only(strike, self._near_in_time(strike), self._same_word))
        return self.found

    def _joined_by_target(self, strike: Strike) -> bool:
        home = self._only(strike, self._near_in_time(strike), self._same_target)
        if home is not None:
            self._take(strike, home)
        return home is not None

    def _take(self, strike: Strike, home: tuple[int, str] | None) -> None:
        if home is None:
            self.found.append(Happening([strike], strike.when))
            number = len(self.found) - 1
        else:
            number = home[0]
            self.found[number].add(strike, home[1])
        shelves: list[list[int]] = [self._by_report.setdefault(strike.report, [])]
        if strike.campaign:
            shelves.append(self._campaigns.setdefault(strike.spot or strike.area or "", []))
        else:
            shelves.extend(self._by_day.setdefault(day, []) for day in days_of(strike.when))
        for shelf in shelves:
            if number not in shelf:
                shelf.append(number)

    def _near_in_time(self, strike: Strike) -> Iterator[int]:
        seen: set[int] = set()
        for day in days_of(strike.when):
            for number in self._by_day.get(day, ()):
                if number not in seen and _times_fit(strike.when, self.found[number].when):
                    seen.add(number)
                    yield number

    def _in_report(self, strike: Strike) -> Iterator[int]:
        for number in self._by_report.get(strike.report, ()):
            when = self.found[number].when
            if not self.found[number].strikes[0].campaign and _times_fit(strike.when, when):
                yield number

    def _best(self, strike: Strike, numbers: Iterable[int], rule: Any) -> tuple[int, str] | None:
        fits = [(self._score(strike, number), -number, reason) for number in numbers
                if (reason := rule(strike, self.found[number]))]  # fmt: skip
        fits.sort(reverse=True)
        if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0] and not sharp(strike.when)):
            return None
        return -fits[0][1], fits[0][2]

    def _only(self, strike: Strike, numbers: Iterable[int], rule: Any) -> tuple[int, str] | None:
        fits = [(number, reason) for number in numbers if (reason := rule(strike, self.found[number]))]
        return fits[0] if len(fits) == 1 else None

    def _score(self, strike: Strike, number: int) -> tuple[int, int]:
        others = self.found[number].strikes
        targets = max(len(strike.target & other.target) for other in others)
        return targets, sum(
            bool(strike.perpetrator) and strike.perpetrator == other.perpetrator for other in others
        )

    def _campaign_of(self, strike: Strike) -> tuple[int, str] | None:
        for number in self._campaigns.get(strike.spot or strike.area or "", ()):
            first = self.found[number].strikes[0]
            starts = first.when.earliest, strike.when.earliest
            if first.family != strike.family or not starts[0] or not starts[1]:
                continue
            if abs((starts[0] - starts[1]).days) <= CAMPAIGN_START_DAYS:
                return number, "the same campaign at the same place"
        return None

    def _same_spot(self, strike: Strike, home: Happening) -> str | None:
        if not all(_families_fit(strike, other, exact=True) for other in home.strikes):
            return None
        if any(_two_tellings(strike, other) for other in home.strikes):
            return None
        for other in home.spots:
            reason = self._reach(strike, other)
            if reason and _targets_fit(strike, home):
                return reason
        return None

    def _reach(self, strike: Strike, other: Strike) -> str | None:
        here, there = strike.spot or "", other.spot or ""
        if here == there:
            return "the same place and day"
        if here in self.scene.places.around(there) or there in self.scene.places.around(here):
            return "one place lies in the other, on the same day"
        km = self.scene.places.km(here, there)
        shared = strike.target & other.target
        if not shared:
            return None
        if km is None:  # a place that nobody can locate keeps no strike apart
            return "the same target on the same day, one place not located"
        limit = NEAR_KM if strike.near or other.near else SAME_TARGET_KM
        return f"the same target, {km:.0f} km apart, on the same day" if km <= limit else None

    def _same_target(self, strike: Strike, home: Happening) -> str | None:
        if not any(strike.target & other.target for other in home.strikes):
            return None
        if not all(_families_fit(strike, other, exact=False) for other in home.strikes):
            return None
        if any(_two_tellings(strike, other) for other in home.strikes) or not self._area_fits(strike, home):
            return None
        return "the same target on the same day"

    def _same_telling(self, strike: Strike, home: Happening) -> str | None:
        for other in home.strikes:
            if other.report != strike.report or not _families_fit(strike, other, exact=False):
                continue
            apart = abs(other.sentence - strike.sentence)
            if apart == 0 and other.speakers != strike.speakers:
                return "two accounts of one strike in one sentence"
            again = not strike.target and not strike.area and strike.when == other.when
            if 0 < apart <= NEXT_SENTENCES and again and _perpetrators_fit(strike, other):
                return "told on in the next sentence"
        return None

    def _same_word(self, strike: Strike, home: Happening) -> str | None:
        """Two reports that quote one speaker on one day, neither with a place, tell of one strike."""
        for other in home.strikes:
            if other.report == strike.report or other.spot or other.area != strike.area:
                return None
            quoted = strike.speakers and strike.speakers == other.speakers and sharp(strike.when)
            if not quoted or strike.perpetrator != other.perpetrator or strike.family != other.family:
                return None
            if strike.target and other.target and not strike.target & other.target:
                return None
        return "one speaker on one day, quoted again"

    def _area_fits(self, strike: Strike, home: Happening) -> bool:
        if strike.area is None:
            return True
        places = self.scene.places
        for other in home.strikes:
            if other.spot is None:
                if other.area not in (None, strike.area):
                    return False
                continue
            km = places.km(strike.area, other.spot)
            if strike.area not in places.around(other.spot) and km is not None and km > AREA_KM:
                return False
        return True


def may_be_one(told: Sequence[Strike], others: Sequence[Strike]) -> tuple[int, int] | None:
    """Return how much two attacks of one place and day have in common, None where they are two.

    They are two where their families do not go together, or all targets differ and one voice tells of both.
    """
    pairs = [(one, other) for one in told for other in others]
    shared = sum(bool(one.target & other.target) for one, other in pairs)
    if not pairs or not all(_families_fit(one, other, exact=not shared) for one, other in pairs):
        return None
    named = [(one, other) for one, other in pairs if one.target and other.target]
    if named and not shared and not all(_told_otherwise(one, other) for one, other in named):
        return None
    return 1 + shared, sum(bool(a.perpetrator) and a.perpetrator == b.perpetrator for a, b in pairs)


def _told_otherwise(one: Strike, other: Strike) -> bool:
    """Say whether two voices may mean one target by two names, one of them a party's."""
    return (one.target_is_actor or other.target_is_actor) and one.speakers != other.speakers


def _rank(strike: Strike) -> tuple[Any, ...]:
    known = not strike.when.known(), not sharp(strike.when), not strike.target, strike.near
    return (*known, strike.when.earliest or date.max, strike.family, strike.spot or "", order(strike.claim))


def _times_fit(one: When, other: When) -> bool:
    if sharp(one) and sharp(other):
        return one.earliest == other.earliest
    return bool(set(days_of(one)) & set(days_of(other)))


def _families_fit(one: Strike, other: Strike, *, exact: bool) -> bool:
    if one.family == other.family:
        return True
    loose = [one.family, other.family] in load_families()["loose"] or [
        other.family,
        one.family,
    ] in load_families()["loose"]
    return loose and (not exact or bool(one.target & other.target))


def _two_tellings(one: Strike, other: Strike) -> bool:
    """One report that names two targets or two perpetrators in one voice tells of two strikes."""
    if one.report != other.report or one.speakers != other.speakers:
        return False
    targets = bool(one.target and other.target) and not one.target & other.target
    return targets or not _perpetrators_fit(one, other)


def _perpetrators_fit(one: Strike, other: Strike) -> bool:
    return not one.perpetrator or not other.perpetrator or one.perpetrator == other.perpetrator


def _targets_fit(strike: Strike, home: Happening) -> bool:
    named = [other for other in home.strikes if other.target]
    if not strike.target or not named:
        return True
    if any(strike.target & other.target for other in named):
        return True
    actors = strike.target_is_actor or any(other.target_is_actor for other in named)
    return actors and all(other.speakers != strike.speakers for other in named)
