"""The record of each origin in one set of reports: on how many points others upheld or contradicted it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf

from warmonitor.model import Claim, SourceMark, Tally, Toll, VoiceKind
from warmonitor.stages.reconcile.grading.evidence import NAMED, Evidence
from warmonitor.stages.reconcile.grading.parties import Parties
from warmonitor.stages.reconcile.grading.rules import least_points, thresholds
from warmonitor.stages.reconcile.origins import Origins

Range = tuple[float, float]


@dataclass
class Records:
    """Points on which others speak, by origin and happening: True where they uphold it, else False."""

    kinds: Mapping[str, VoiceKind]
    points: dict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    corrected: Counter[str] = field(default_factory=Counter)

    def note(
        self, item: str, upheld: Iterable[str], contradicted: Iterable[str], told: Iterable[str]
    ) -> None:
        """Keep what an item says of its origins; one contradiction on a happening outweighs agreement."""
        wrong = set(contradicted)
        for origin in {*upheld, *wrong}:
            self.points[origin][item] = origin not in wrong and self.points[origin].get(item, True)
        for origin in told:
            self.told[origin].add(item)

    def mark(self, origin: str, without: str | None = None) -> tuple[SourceMark, str]:
        """Return the mark that an origin's record gives it, leaving one item out, and why."""
        return mark_of(self.kinds.get(origin), self.tally(origin, without))

    def tally(self, origin: str, without: str | None = None) -> Tally:
        """Return an origin's record in numbers, leaving one item out."""
        points = [right for item, right in self.points.get(origin, {}).items() if item != without]
        told = len(self.told.get(origin, set()) - {without})
        return Tally(told, len(points), sum(points), self.corrected[origin])


def mark_of(kind: VoiceKind | None, tally: Tally) -> tuple[SourceMark, str]:
    """Return the mark that a record in numbers gives to an origin of a kind, and why."""
    if kind not in NAMED:
        return SourceMark.F, "Nobody can tell who it is."
    if tally.judged < least_points():
        spoken = f"Others speak on {tally.judged} of the {tally.told} happenings that it tells of"
        return SourceMark.F, f"{spoken}: too few to judge it.{_corrections(tally.corrected)}"
    share = tally.upheld / tally.judged
    mark = next(one.mark for one in thresholds() if tally.judged >= one.least and share >= one.share)
    borne = f"Others bear it out on {tally.upheld} of the {tally.judged} happenings that they speak on too."
    return mark, borne + _corrections(tally.corrected)


def _corrections(times: int) -> str:
    """Say how often an origin corrected a count of its own, which speaks neither for nor against it."""
    return f" It corrected counts of its own {times} time{'s' if times > 1 else ''}." if times else ""


def of_happening(found: Evidence) -> tuple[set[str], set[str]]:
    """Return the origins that an event upholds, and those whose telling of it more deny than tell."""
    if len(found.against) > len(found.support):
        return set(), set(found.named)
    return (set(found.named) if len(found.sides) > 1 and not found.against else set()), set()


def of_denials(found: Evidence, origins: Origins) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the denials that more contradict than share, each by id with its origins.

    A denial is one point however many happenings it speaks to.
    """
    if len(found.against) < len(found.support):
        for claim in found.opposed:
            yield claim.id, origins.roots(claim)


def of_number(claims: Iterable[Claim], parties: Parties) -> tuple[set[str], set[str]]:
    """Return the origins whose numbers another side's meet, and those that more sides than not exclude."""
    ranges: dict[str, Range] = {}
    sides: dict[str, Range] = {}
    for claim in claims:
        for origin in parties.origins.roots(claim):
            if isinstance(claim.detail, Toll) and parties.origins.kinds[origin] in NAMED:
                ranges[origin] = _join(ranges.get(origin), _range(claim.detail))
                side = parties.of_origin(origin)
                sides[side] = _join(sides.get(side), _range(claim.detail))
    lows, highs = sorted(low for low, _ in sides.values()), sorted(high for _, high in sides.values())
    upheld, wrong = set(), set()
    for origin, (low, high) in ranges.items():
        apart = bisect_left(highs, low) + len(lows) - bisect_right(lows, high)
        meeting = len(sides) - apart - 1
        upheld |= {origin} if meeting > 0 else set()
        wrong |= {origin} if apart > meeting + 1 else set()
    return upheld - wrong, wrong


def _range(toll: Toll) -> Range:
    count = toll.quantity
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    return (float(low) if low is not None else 0.0, float(high) if high is not None else inf)


def _join(one: Range | None, other: Range) -> Range:
    return (min(one[0], other[0]), max(one[1], other[1])) if one else other
