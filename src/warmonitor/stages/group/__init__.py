"""group: claims of many reports become happenings."""

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.model import Actor, ActorIndex, Claim, Coverage, Event, Place, PlaceIndex, Report
from warmonitor.stages.group.coverage.made import coverage_of
from warmonitor.stages.group.events import make_events
from warmonitor.stages.group.facts import Scene
from warmonitor.stages.group.restate import join_restated

__all__ = ["NAME", "VERSION", "Grouped", "group"]

NAME = "group"
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Grouped:
    """The claims, each fact of a report's speaker once, the events they tell of, the reports by happening."""

    claims: list[Claim]
    events: list[Event]
    coverage: list[Coverage]


def group(
    claims: Iterable[Claim], reports: Iterable[Report], places: Iterable[Place], actors: Iterable[Actor]
) -> Grouped:
    """Join restatements inside each report, then bring claims, and whole reports, on one happening together.

    The events come without origins: those are counted by reconcile.
    """
    scene = Scene({report.id: report for report in reports}, PlaceIndex.of(places), ActorIndex.of(actors))
    joined = join_restated(claims, scene)
    events = make_events(joined, scene)
    return Grouped(joined, events, coverage_of(joined, events, scene))
