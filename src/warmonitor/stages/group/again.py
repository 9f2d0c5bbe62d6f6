"""What one report tells of again: "the strike", or the same attack by another of its sources."""

from collections.abc import Iterable

from warmonitor.language.speakers import further_pattern
from warmonitor.language.targets import SHORT, STEM, load_generic
from warmonitor.model import Attack, When, fold
from warmonitor.stages.group.facts import Scene, load_families
from warmonitor.stages.group.strikes import Happening, Strike

DEFINITE = frozenset({"the", "this", "that", "its"})
INDEFINITE = frozenset({"a", "an"})
OTHER = frozenset({"earlier", "previous", "prior", "similar", "other", "first"})


def fold_again(happenings: Iterable[Happening], scene: Scene) -> list[Happening]:
    """Return the happenings, those that a report only tells of again joined to the one told before.

    A happening is joined where all that is known of it comes from one report, and neither place, time, doer
    nor target speaks against it.
    """
    folded = _Folding(list(happenings), scene)
    for report in sorted(folded.by_report):
        folded.read(report)
    return [one for one in folded.found if one.strikes]


class _Folding:
    def __init__(self, found: list[Happening], scene: Scene) -> None:
        self.found = found
        self.scene = scene
        self.by_report: dict[str, list[tuple[Strike, Happening]]] = {}
        for happening in found:
            for strike in happening.strikes:
                if not strike.campaign:
                    self.by_report.setdefault(strike.report, []).append((strike, happening))

    def read(self, report: str) -> None:
        """Walk through a report and join each happening that it tells of again."""
        told: list[Happening] = []
        for strike, happening in sorted(self.by_report[report], key=lambda pair: pair[0].claim.quote):
            home = next((one for one in reversed(told) if strike in one.strikes), None)
            home = home or next((one for one in reversed(told) if self._again(strike, happening, one)), None)
            if home is None:
                home = happening
            elif strike in happening.strikes and home is not happening:
                _join(home, happening)
            told = [*(one for one in told if one is not home), home]

    def _again(self, strike: Strike, happening: Happening, home: Happening) -> bool:
        alone = {one.report for one in happening.strikes} == {strike.report}
        if not alone or happening is home or not self._can_be(strike):
            return False
        pairs = [(one, other) for one in happening.strikes for other in home.strikes]
        fits = all(_told_as(one, other) and self._one_doer(one, other) for one, other in pairs) and _times(
            happening.when, home.when
        )
        return fits and self._places(happening, home) and self._aim(strike, home)

    def _one_doer(self, one: Strike, other: Strike) -> bool:
        doers = {self._doer(one), self._doer(other)} - {None}
        return len(doers) < 2

    def _doer(self, strike: Strike) -> str | None:
        """Return the key of a doer who is told apart from others: not plain "aircraft"."""
        detail = strike.claim.detail
        named = detail.perpetrator if isinstance(detail, Attack) else None
        return strike.perpetrator if named is not None and named.id in self.scene.actors.known else None

    def _can_be(self, strike: Strike) -> bool:
        lead = self._lead(strike)
        return not set(lead) & OTHER and not further_pattern().search(" ".join(lead))

    def _lead(self, strike: Strike) -> list[str]:
        return self.scene.text(strike.report)[: strike.claim.quote.start].lower().split()[-2:]

    def _places(self, happening: Happening, home: Happening) -> bool:
        here = {strike.spot for strike in happening.strikes if strike.spot}
        there = {strike.spot for strike in home.strikes if strike.spot}
        if not here or not there or here & there:
            return True
        around = self.scene.places.around
        return any(one in around(other) or other in around(one) for one in here for other in there)

    def _aim(self, strike: Strike, home: Happening) -> bool:
        """Say whether the target speaks for one happening: shared, not told, or "the strike on …"."""
        targets = [other.target for other in home.strikes if other.target]
        shared = any(strike.target & target for target in targets)
        if set(self._lead(strike)) & INDEFINITE:
            return shared or (strike.spot in {other.spot for other in home.strikes} - {None})
        if not strike.target or not targets or shared:
            return True
        definite = self._lead(strike)[-1:] and self._lead(strike)[-1] in DEFINITE
        if definite and not strike.target_is_actor:
            return True
        told = (self._stems(other) for other in home.strikes if other.report == strike.report)
        return any(strike.target & stems for stems in told)

    def _stems(self, strike: Strike) -> frozenset[str]:
        """Return the stems of the sentence of a strike, whatever was taken for its target."""
        words = fold(self.scene.sentence_text(strike.claim)).split()
        return frozenset(word[:STEM] for word in words if len(word) > SHORT and word not in load_generic())


def _told_as(one: Strike, other: Strike) -> bool:
    told_as: list[list[str]] = load_families()["told_as"]
    two = {one.family, other.family}
    return len(two) == 1 or any(two <= set(families) for families in told_as)


def _times(one: When, other: When) -> bool:
    return not one.known() or not other.known() or one.meets(other)


def _join(home: Happening, happening: Happening) -> None:
    for strike in happening.strikes:
        home.add(strike, "told of again in the report")
    happening.strikes = []
