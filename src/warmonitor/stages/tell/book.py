"""Look-ups over one account, made once and handed to every writer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from warmonitor.model import (
    Account,
    Actor,
    Bearing,
    Claim,
    CopyLink,
    Judged,
    Named,
    OriginPath,
    Place,
    PlacePrecision,
    Report,
    Span,
    Strand,
)

# A province often has the name of its capital.
WIDE = {PlacePrecision.DISTRICT, PlacePrecision.PROVINCE}


@dataclass(frozen=True)
class Book:
    """One account with its records found by id; an id that leads nowhere gives None."""

    account: Account

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.account.reports}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.account.claims}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.account.places}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.account.actors}

    @cached_property
    def in_order(self) -> tuple[Report, ...]:
        """Reports as readers see them: earliest written first, those of unknown time last."""
        return tuple(
            sorted(
                self.account.reports,
                key=lambda r: (
                    r.dated.earliest or r.dated.latest or date.max,
                    r.copy_of is not None,
                    r.source,
                    r.id,
                ),
            )
        )

    @cached_property
    def report_numbers(self) -> dict[str, int]:
        """The number, from 1, that the pages call each report by."""
        return {report.id: number for number, report in enumerate(self.in_order, 1)}

    @cached_property
    def strands(self) -> dict[str, Strand]:
        """Strands by id."""
        return {strand.id: strand for strand in self.account.strands}

    @cached_property
    def copied(self) -> tuple[CopyLink, ...]:
        """The copied pairs, strand by strand."""
        return tuple(link for strand in self.account.strands for link in strand.links)

    @cached_property
    def beside(self) -> tuple[CopyLink, ...]:
        """Pairs that share words and are joined by none: speech, stock, or a second text of a copy."""
        return tuple(link for strand in self.account.strands for link in strand.beside)

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        """The number, from 1, that the pages call each claim by."""
        return {claim.id: number for number, claim in enumerate(self.account.claims, 1)}

    @cached_property
    def claims_of_report(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each report, in the order of its text."""
        found: dict[str, list[Claim]] = {report.id: [] for report in self.account.reports}
        for claim in self.account.claims:
            found.setdefault(claim.report, []).append(claim)
        return {
            report: tuple(sorted(claims, key=lambda c: (c.quote, c.kind, c.id)))
            for report, claims in found.items()
        }

    @cached_property
    def paths(self) -> dict[str, tuple[OriginPath, ...]]:
        """The ways back to the origins of each claim."""
        found: dict[str, list[OriginPath]] = {}
        for path in self.account.paths:
            found.setdefault(path.claim, []).append(path)
        return {claim: tuple(paths) for claim, paths in found.items()}

    @cached_property
    def bearings(self) -> dict[tuple[Judged, str], tuple[Bearing, ...]]:
        """The judgements that bear on each record, by its kind and id, in the order of each subject."""
        found: dict[tuple[Judged, str], list[Bearing]] = {}
        for one in self.account.judged:
            found.setdefault((one.kind, one.record), []).append(one)
        return {key: tuple(told) for key, told in found.items()}

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The claims that a reviewer rejected, which count nowhere."""
        return frozenset(self.account.rejected)

    def known(self, claims: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims with these ids, in the given order, leaving out ids that are not there."""
        return tuple(self.claims[claim] for claim in claims if claim in self.claims)

    def reports_of(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the reports that claims stand in, as readers see reports."""
        found = {claim.report for claim in self.known(claims)}
        return tuple(report.id for report in self.in_order if report.id in found)

    def strands_of(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the strands that the reports of claims go back to, sorted."""
        strands = {self.reports[report].strand for report in self.reports_of(claims)}
        return tuple(sorted(strand for strand in strands if strand))

    @cached_property
    def told_with(self) -> dict[str, tuple[str, ...]]:
        """The other reports that tell mainly of the same happening as each report does."""
        groups = [[t.report for t in one.reports if not t.passage] for one in self.account.coverage]
        return {report: tuple(one for one in group if one != report) for group in groups for report in group}

    def words(self, report: str, span: Span) -> str:
        """Return the words of a report at a span, "" where the report is not there."""
        found = self.reports.get(report)
        return span.of(found.text) if found else ""

    def quoted(self, claim: Claim) -> str:
        """Return the words that say the claim."""
        return self.words(claim.report, claim.quote)

    def place_name(self, place: str | None) -> str | None:
        """Return a place's name, or its id where the account does not list it."""
        if place is None:
            return None
        return self.places[place].name if place in self.places else place

    def place_label(self, place: str | None) -> str | None:
        """Return a place's name, with what it is where it is as wide as a district or a province."""
        known = self.places.get(place) if place else None
        wide = known is not None and known.precision in WIDE
        return f"{known.name} ({known.precision})" if known and wide else self.place_name(place)

    def actor_name(self, actor: str) -> str:
        """Return an actor's name; what is no id of the account is a name already."""
        return self.actors[actor].name if actor in self.actors else actor

    def called(self, named: Named) -> str:
        """Return the best name for what was said: the resolved one, else the reports' own words."""
        if named.name:
            return named.name
        if named.id in self.actors:
            return self.actors[named.id].name
        return self.places[named.id].name if named.id in self.places else named.said
