"""The dead and the hurt of one happening: totals, lists, names and later additions made into one range."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from warmonitor.language.en.sentences import sentences
from warmonitor.model import (
    Casualties,
    Claim,
    Event,
    Measure,
    Modality,
    Quantity,
    Report,
    Scope,
    Stance,
    Toll,
)
from warmonitor.stages.reconcile.counted import load_people, people_of
from warmonitor.stages.reconcile.persons import distinct

MEASURES = (Measure.KILLED, Measure.INJURED)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence of one report counts; `whole` where it counts everybody, not some of them.

    `vague` is a count without a number ("dozens"), which says nothing beside a number inside it; `own` one
    that the report gives in its own voice, `closed` a range with two ends, `open_above` "at least 5",
    `open_below` "up to 5".
    """

    report: str
    voice: tuple[str, ...]
    low: int
    high: int
    whole: bool
    vague: bool = False
    added: bool = False
    own: bool = False
    closed: bool = False
    open_above: bool = False
    open_below: bool = False


class CasualtyCount:
    """Adds up who was killed and who was hurt in each happening."""

    def __init__(self, claims: Iterable[Claim], reports: dict[str, Report]) -> None:
        self.known = {claim.id: claim for claim in claims}
        self.reports = reports
        self._starts: dict[str, list[int]] = {}

    def of(self, event: Event) -> Event:
        """Return the event with the ranges of its killed and its injured, where any are counted."""
        tolls = [self.known[claim] for claim in event.claims if claim in self.known]
        made = (self._range(measure, tolls) for measure in MEASURES)
        return replace(event, casualties=tuple(one for one in made if one))

    def _range(self, measure: Measure, claims: list[Claim]) -> Casualties | None:
        tolls = _newest([claim for claim in claims if _counts(claim, measure)])
        tellings = _with_additions([one for group in self._sentences(tolls) for one in _tellings(group)])
        if not tellings:
            return None
        low, high = _bounds(tellings, _persons(tolls))
        return Casualties(measure, low, high, tuple(sorted(claim.id for claim in tolls)))

    def _sentences(self, tolls: list[Claim]) -> Iterator[list[Claim]]:
        ranked = sorted(tolls, key=lambda claim: (claim.report, claim.quote, claim.id))
        for _, group in groupby(ranked, key=lambda claim: (claim.report, self._sentence(claim))):
            yield list(group)

    def _sentence(self, claim: Claim) -> int:
        if claim.report not in self._starts:
            report = self.reports.get(claim.report)
            self._starts[claim.report] = [one.start for one in sentences(report.text)] if report else []
        return bisect_right(self._starts[claim.report], claim.quote.start)


def _counts(claim: Claim, measure: Measure) -> bool:
    actual = claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL
    toll = claim.detail
    return actual and isinstance(toll, Toll) and toll.measure is measure and not _households(toll)


def _households(toll: Toll) -> bool:
    """Say whether a toll counts families, whose people nobody counted."""
    return people_of(toll.of, toll.measure).split()[-1] in load_people()["households"]


def _newest(claims: list[Claim]) -> list[Claim]:
    """Leave out the counts that the text says have since changed, where any other is left."""
    return [claim for claim in claims if _toll(claim).scope is not Scope.REPLACED] or claims


def _tellings(claims: list[Claim]) -> Iterator[Telling]:
    """Return what a sentence counts: each total with what is added to it, else the sum of its groups."""
    ids = {claim.id for claim in claims}
    tops = [claim for claim in claims if _toll(claim).part_of not in ids]
    wholes = [claim for claim in tops if _toll(claim).scope in {Scope.TOTAL, Scope.REPLACED}]
    runs: list[list[Claim]] = []
    for claim in tops:
        if not runs or claim in wholes:
            runs.append([])
        if claim in wholes or not wholes or _toll(claim).scope is Scope.ADDED:
            runs[-1].append(claim)
    yield from (_sum(_one_range(run), whole=any(claim in wholes for claim in run)) for run in runs if run)


def _one_range(claims: list[Claim]) -> list[Claim]:
    """Make one count of the two ends of a range: "at least three and up to seven people"."""
    if len(claims) != 2:
        return claims
    low, high = _toll(claims[0]), _toll(claims[1])
    least, most = low.quantity.low, high.quantity.high
    open_ends = low.quantity.high is None and high.quantity.low is None and high.quantity.best is None
    if least is None or most is None or least > most or not open_ends or low.of != high.of:
        return claims
    return [replace(claims[0], detail=replace(low, quantity=replace(low.quantity, high=most)))]


def _sum(claims: list[Claim], *, whole: bool) -> Telling:
    counts = [_ends(claim) for claim in claims]
    return Telling(
        report=claims[0].report,
        voice=tuple(one.speaker.said for one in claims[0].attribution),
        low=sum(low for low, _ in counts),
        high=sum(high for _, high in counts),
        whole=whole,
        vague=any(_vague(claim) for claim in claims),
        added=_toll(claims[0]).scope is Scope.ADDED,
        own=not claims[0].attribution,
        closed=_closed(_toll(claims[0]).quantity),
        open_above=_toll(claims[0]).quantity.high is None,
        open_below=_toll(claims[0]).quantity.low is None and _toll(claims[0]).quantity.best is None,
    )


def _toll(claim: Claim) -> Toll:
    assert isinstance(claim.detail, Toll)
    return claim.detail


def _ends(claim: Claim) -> tuple[int, int]:
    """Return the lowest and highest number that a count names; "at least 5" names 5 alone."""
    count = _toll(claim).quantity
    named = [number for number in (count.low, count.best, count.high) if number is not None]
    return (min(named), max(named)) if named else (0, 0)


def _closed(count: Quantity) -> bool:
    """Say whether a count is a range with numbers at both ends: "between 8 and 12"."""
    return count.low is not None and count.high is not None and count.low < count.high and not _wordy(count)


def _wordy(count: Quantity) -> bool:
    return count.approximate and count.best is None and not any(c.isdigit() for c in count.said)


def _vague(claim: Claim) -> bool:
    return _wordy(_toll(claim).quantity)


def _with_additions(tellings: list[Telling]) -> list[Telling]:
    """Add "another three died" to the total that the same report gave last."""
    made: list[Telling] = []
    for one in tellings:
        before = next((t for t in reversed(made) if t.whole), None)
        before = before if before and (before.report, before.voice) == (one.report, one.voice) else None
        made.append(_on_top(one, before) if one.added and before else one)
    return made


def _on_top(one: Telling, before: Telling) -> Telling:
    return replace(one, low=before.low + one.low, high=before.high + one.high, whole=True)


def _persons(tolls: list[Claim]) -> int:
    """Return how many persons the reports name, each once, with the kin that stand beside them unnamed."""
    named = [name.said for claim in tolls for name in _toll(claim).named]
    return len(distinct(named))


def _bounds(tellings: list[Telling], persons: int) -> tuple[int | None, int | None]:
    exact = [one for one in tellings if not one.vague]
    kept = [
        one
        for one in tellings
        if not (one.vague and any(one.low <= e.low <= one.high or one.open_above for e in exact))
    ]
    ranges = [_weighed([one for one in kept if one.report == report]) for report in {t.report for t in kept}]
    told = [one for row in ranges for one in row]
    wholes = _past(persons, [one for one in told if one.whole])
    if wholes:
        low, high = min(one.low for one in wholes), max(one.high for one in wholes)
        return _known(low, high, wholes)
    low, high = max([persons, *(one.low for one in told)]), max([persons, *(one.high for one in told)])
    return (low, high) if persons >= high else _known(low, high, told)


def _past(persons: int, wholes: list[Telling]) -> list[Telling]:
    """Leave out quoted totals below the number of persons named: they were counted before all were found."""
    floor = min(persons, max((one.high for one in wholes), default=0))
    return [one for one in wholes if one.own or one.high >= floor]


def _known(low: int, high: int, tellings: list[Telling]) -> tuple[int | None, int | None]:
    """Leave an end open that every telling leaves open: "at least 5", "up to 12"."""
    below = all(one.open_below for one in tellings)
    above = all(one.open_above for one in tellings)
    return None if below else low, None if above and not below else high


def _weighed(tellings: list[Telling]) -> list[Telling]:
    """Let a range, or a bound, that a report gives in its own voice stand for the counts that it quotes."""
    own = [one for one in tellings if one.own and one.whole]
    closed = [one for one in own if one.closed]
    if closed:
        return closed
    floor = max((one.low for one in own if one.open_above), default=0)
    return [one for one in tellings if one.low >= floor or not one.whole]
