"""What the group stage reads off a claim before it compares claims: windows, sentences, keys."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.language.en.sentences import sentences
from warmonitor.language.speakers import speaker_roots
from warmonitor.model import (
    ActorIndex,
    Claim,
    Named,
    PlaceIndex,
    PlacePrecision,
    Report,
    Span,
    When,
    WhenPrecision,
)

FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
LONGEST_HAPPENING = 8  # days; what runs longer is a campaign


@lru_cache
def load_families() -> dict[str, Any]:
    """Return the table of families of attack, ACLED terms and words."""
    text = files("warmonitor.stages.group").joinpath("data", "families.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@dataclass
class Scene:
    """The records that claims are compared against, with what was read off them kept."""

    reports: dict[str, Report]
    places: PlaceIndex
    actors: ActorIndex

    def text(self, report: str) -> str:
        """Return the text of a report, "" where it was not given."""
        return self.reports[report].text if report in self.reports else ""

    def sentence(self, claim: Claim) -> int:
        """Return the number of the sentence that the claim's quote starts in."""
        return bisect_right(self._starts.get(claim.report, ()), claim.quote.start)

    def sentence_text(self, claim: Claim) -> str:
        """Return the text from the start of the claim's sentence to the start of the next."""
        starts, number = self._starts.get(claim.report, []), self.sentence(claim)
        first = starts[number - 1] if number else 0
        return self.text(claim.report)[first : starts[number] if number < len(starts) else None]

    def speakers(self, claim: Claim) -> tuple[str, ...]:
        """Return the organisations behind the claim; empty where the outlet speaks for itself."""
        return speaker_roots(claim, self.text(claim.report), self.actors)

    def spot(self, claim: Claim) -> str | None:
        """Return the first place of the claim that is narrow enough to tell happenings apart."""
        return next((named.id for named in claim.where if named.id and self.fine(named)), None)

    def area(self, claim: Claim) -> str | None:
        """Return the first place of the claim, however wide."""
        return next((named.id for named in claim.where if named.id), None)

    def fine(self, named: Named) -> bool:
        """Say whether a place is a town, a village, a site or the ground around one."""
        place = self.places.known.get(named.id or "")
        if place is not None and place.precision not in FINE:
            return place.precision is PlacePrecision.UNKNOWN and named.precision in FINE
        return place is not None or named.precision in FINE

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the keys of the parties whose side is known."""
        named = (Named(one.name, Span(0, 0), id=one.id) for one in self.actors.known.values())
        return frozenset(self.actors.party(one) for one in named if self.actors.side(one))

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {key: [one.start for one in sentences(report.text)] for key, report in self.reports.items()}


def order(claim: Claim) -> tuple[Any, ...]:
    """Return a sort key that rests on what the claim says, then on its id."""
    return (claim.report, claim.quote, claim.kind, claim.id)


def span_key(when: When) -> tuple[int, date, date, str]:
    """Return a sort key for a time: narrow ones first, then by their days."""
    days = when.days()
    return (10**6 if days is None else days, when.earliest or date.max, when.latest or date.max, when.said)


def sharp(when: When) -> bool:
    """Say whether a time is one known day."""
    return when.earliest is not None and when.earliest == when.latest and bool(when.said)


def campaign(when: When) -> bool:
    """Say whether a time is that of a campaign: an open start, or more days than one happening takes."""
    days = when.days()
    if days is None:
        return when.known()
    return days > LONGEST_HAPPENING or (when.precision is WhenPrecision.SPAN and days > 3)


def gap(one: When, other: When) -> int:
    """Return how many days lie between two times, 0 where they can share a day."""
    if one.meets(other):
        return 0
    first, second = sorted((one, other), key=lambda when: when.earliest or date.min)
    return ((second.earliest or date.min) - (first.latest or date.max)).days


def narrow(one: When, other: When) -> When:
    """Return the days that two times share, or the narrower of them where they share none."""
    earliest = max(one.earliest or date.min, other.earliest or date.min)
    latest = min(one.latest or date.max, other.latest or date.max)
    if earliest > latest:
        return min(one, other, key=lambda when: (when.days() or 10**6, when.earliest or date.min))
    precision = min(one, other, key=lambda when: when.days() or 10**6).precision
    return When(
        None if earliest == date.min else earliest,
        None if latest == date.max else latest,
        one.said or other.said,
        WhenPrecision.DAY if earliest == latest else precision,
    )


def days_of(when: When) -> tuple[date, ...]:
    """Return the days of a short time, with one day more on each side where it is not sharp."""
    if when.earliest is None or when.latest is None:
        return ()
    slack = 0 if sharp(when) else 1
    first = when.earliest - timedelta(days=slack)
    return tuple(first + timedelta(days=step) for step in range((when.latest - first).days + 1 + slack))
