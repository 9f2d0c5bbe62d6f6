"""What a later report tells of again ("the strike last month"), where one happening alone can be meant."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from warmonitor.language.targets import STEM
from warmonitor.model import Attack, When, fold
from warmonitor.stages.group.facts import Scene, load_families, sharp
from warmonitor.stages.group.strikes import Happening, Strike, one_attack

REMEMBERED_DAYS = 366  # a strike told of without a time is looked for this far back
LEAD = 3  # words before a quote in which an article or a genitive stands


def join_later(happenings: Iterable[Happening], scene: Scene) -> list[Happening]:
    """Return the happenings, those told of again by later reports joined to the one that they can mean."""
    looked = _Later([one for one in happenings if one.strikes], scene)
    for late in sorted(looked.found, key=_order):
        if late.strikes and all(looked.told_again(strike) for strike in late.strikes):
            homes = looked.homes(late)
            if len(homes) == 1:
                _join(homes[0], late)
    return [one for one in looked.found if one.strikes]


def _order(one: Happening) -> tuple[date, str]:
    return one.when.earliest or date.max, min(strike.claim.id for strike in one.strikes)


def _join(home: Happening, late: Happening) -> None:
    for strike in late.strikes:
        home.add(strike, "told of again by a later report")
    late.strikes = []


class _Later:
    def __init__(self, found: list[Happening], scene: Scene) -> None:
        self.found = found
        self.scene = scene
        self._by_place: dict[str, list[Happening]] = {}
        for one in found:
            for place in sorted(
                {place for strike in one.strikes for place in (strike.spot, strike.area) if place}
            ):
                self._by_place.setdefault(place, []).append(one)

    def told_again(self, strike: Strike) -> bool:
        """Say whether a strike is told of from afar: of no day, and of no time only where it is definite."""
        if strike.campaign or sharp(strike.when):
            return False
        return self._definite(strike) if not strike.when.known() else one_attack(strike.claim, self.scene)

    def _definite(self, strike: Strike) -> bool:
        text = self.scene.text(strike.report)
        lead = text[: strike.claim.quote.start].casefold().split()[-LEAD:]
        return bool(set(lead) & _definite_words()) or any(word.endswith(("'s", "’s")) for word in lead)

    def homes(self, late: Happening) -> list[Happening]:
        """Return the happenings of one day that are meant, those with the same target before others."""
        places = {place for strike in late.strikes for place in (strike.spot or strike.area,) if place}
        wider = {place for one in places for place in self.scene.places.around(one)}
        near = {id(one): one for place in sorted(places | wider) for one in self._by_place.get(place, ())}
        fits = [one for one in near.values() if one is not late and self._fits(late, one)]
        return [one for one in fits if self._aim(late) & self._aim(one)] or [
            one for one in fits if not (self._aim(late) and self._aim(one))
        ]

    def _fits(self, late: Happening, home: Happening) -> bool:
        if not home.strikes or home.strikes[0].campaign or not _one_day(home.when):
            return False
        reports = {strike.report for strike in late.strikes}
        if reports & {strike.report for strike in home.strikes} or not self._before(home.when, late, reports):
            return False
        pairs = [(one, other) for one in late.strikes for other in home.strikes]
        return all(
            _told_as(one, other) and self._one_doer(one, other) for one, other in pairs
        ) and self._here(late, home)

    def _before(self, when: When, late: Happening, reports: set[str]) -> bool:
        day = when.earliest or date.max
        if late.when.known():
            return (late.when.earliest or date.max) <= day <= (late.when.latest or date.min)
        written = [self.scene.reports[one].dated.latest for one in reports if one in self.scene.reports]
        known = [one for one in written if one]
        return bool(known) and min(known) - timedelta(days=REMEMBERED_DAYS) <= day <= min(known)

    def _here(self, late: Happening, home: Happening) -> bool:
        """Say whether the towns named can be one; where a report names none, the same target must be told."""
        here = {strike.spot for strike in late.strikes if strike.spot}
        there = {strike.spot for strike in home.strikes if strike.spot}
        if not here or not there:
            return bool(self._aim(late) & self._aim(home))
        around = self.scene.places.around
        return any(
            one == other or one in around(other) or other in around(one) for one in here for other in there
        )

    def _aim(self, happening: Happening) -> frozenset[str]:
        """Return the stems of the targets, without those of the names of the places."""
        spots = {place for strike in happening.strikes for place in (strike.spot, strike.area) if place}
        names = (name for spot in spots for name in self.scene.places.names.get(spot, ()))
        places = {word[:STEM] for name in names for word in fold(name).split()}
        return frozenset({stem for strike in happening.strikes for stem in strike.target} - places)

    def _one_doer(self, one: Strike, other: Strike) -> bool:
        return len({self._doer(one), self._doer(other)} - {None}) < 2

    def _doer(self, strike: Strike) -> str | None:
        """Return the key of a doer whose side is known; a description tells nobody from anybody."""
        detail = strike.claim.detail
        named = detail.perpetrator if isinstance(detail, Attack) else None
        known = named is not None and named.id in self.scene.actors.known
        return strike.perpetrator if known and strike.perpetrator in self.scene.sides else None


def _one_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _told_as(one: Strike, other: Strike) -> bool:
    told_as: list[list[str]] = load_families()["told_as"]
    two = {one.family, other.family}
    return len(two) == 1 or any(two <= set(families) for families in told_as)


@lru_cache
def _definite_words() -> frozenset[str]:
    return frozenset(load_families()["definite"])
