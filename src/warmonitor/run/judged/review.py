"""Judgements applied while an account is made: after compare, ground, group and reconcile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from warmonitor.model import (
    Actor,
    ActorIndex,
    Bearing,
    Claim,
    Issue,
    Judged,
    Place,
    PlaceIndex,
    Report,
)
from warmonitor.run.judged.claims import Known, judged_claims
from warmonitor.run.judged.events import Events
from warmonitor.run.judged.figures import judged_figures
from warmonitor.run.judged.finding import finder
from warmonitor.run.judged.names import Names
from warmonitor.run.judged.records import Judgements, Minutes
from warmonitor.run.judged.reports import judged_reports
from warmonitor.stages.compare.options import Compared
from warmonitor.stages.group import Grouped
from warmonitor.stages.group.facts import Scene
from warmonitor.stages.reconcile import Reconciled


class Review:
    """The judgements on one account; without any, every step gives back what it is given.

    `texts` are the texts of its reports as written, by id.
    """

    def __init__(self, judgements: Judgements, texts: Mapping[str, str]) -> None:
        self._judgements, self._texts = judgements, texts
        self._minutes = Minutes()
        self._reports: dict[str, Report] = {}
        self.rejected: list[Claim] = []

    @property
    def bearings(self) -> tuple[Bearing, ...]:
        """Return what judgements bear on, sorted."""
        return tuple(sorted(set(self._minutes.bearings)))

    @property
    def issues(self) -> list[Issue]:
        """Return the judgements that wait to be made again; items are ids of reports."""
        return self._minutes.issues

    def compared(self, compared: Compared) -> Compared:
        """Return the reports with their strands as reviewers judge them."""
        made = judged_reports(compared, self._judgements.last(Judged.REPORT), self._minutes)
        self._reports = {report.id: report for report in made.reports}
        return made

    def grounded(
        self, claims: list[Claim], places: list[Place], actors: list[Actor]
    ) -> tuple[list[Claim], list[Place], list[Actor]]:
        """Return claims, places and actors as reviewers judge them, without the claims that they reject."""
        if not self._judgements.held:
            return claims, places, actors
        where = Names(claims, places, self._judgements.last(Judged.PLACE), self._minutes)
        where.judge(self._texts)
        who = Names(where.claims, actors, self._judgements.last(Judged.ACTOR), self._minutes)
        who.judge(self._texts)
        heard = judged_claims(
            who.claims,
            self._scene(where.records.values(), who.records.values()),
            self._texts,
            self._judgements.of(Judged.CLAIM),
            Known(
                {**where.records, **who.records},
                {**where.seen, **who.seen},
                lambda one: who.head(where.head(one)),
            ),
            self._minutes,
        )
        self.rejected = heard.rejected
        if not (heard.added or where.changed or who.changed):
            return heard.live, places, actors
        placed = {**where.records, **{one.id: one for one in heard.added if isinstance(one, Place)}}
        cast = {**who.records, **{one.id: one for one in heard.added if isinstance(one, Actor)}}
        return (
            heard.live,
            sorted(placed.values(), key=lambda one: one.id),
            sorted(cast.values(), key=lambda one: (one.name, one.id)),
        )

    def grouped(self, grouped: Grouped, places: Sequence[Place], actors: Sequence[Actor]) -> Grouped:
        """Return the events as reviewers judge them."""
        held = self._judgements.last(Judged.EVENT)
        if not held:
            return grouped
        find = finder(grouped.claims, self._texts)
        return Events(grouped, self._scene(places, actors), self._texts, find, self._minutes).judge(held)

    def reconciled(self, made: Reconciled, claims: Sequence[Claim]) -> Reconciled:
        """Return the figures by the rules that reviewers set."""
        held = self._judgements.last(Judged.FIGURE)
        if not held:
            return made
        find = finder(claims, self._texts)
        figures = judged_figures(made.figures, held, find, self._texts, self._minutes)
        return replace(made, figures=figures)

    def _scene(self, places: Iterable[Place], actors: Iterable[Actor]) -> Scene:
        return Scene(self._reports, PlaceIndex.of(places), ActorIndex.of(actors))
