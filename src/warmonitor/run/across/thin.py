"""Claims taken out of a block with as much of their reports as judging them needs."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

from warmonitor.language.en.sentences import sentences
from warmonitor.model import (
    Account,
    Actor,
    ActorIndex,
    Claim,
    Event,
    Place,
    PlaceIndex,
    Report,
    Span,
    Strand,
    Told,
)
from warmonitor.run.across.walk import named_in
from warmonitor.run.walk import with_every

HEAD = 200  # characters of a text in which an agency's credit stands
GAP = "\n\n"


class Block:
    """The account of one block with what is looked up in it."""

    def __init__(self, part: Account) -> None:
        """Index the account."""
        self.part = part
        self.claims = {claim.id: claim for claim in part.claims}
        self.reports = {report.id: report for report in part.reports}
        self.cast, self.atlas = ActorIndex.of(part.actors), PlaceIndex.of(part.places)
        self._sentences: dict[str, list[Span]] = {}

    @cached_property
    def strands(self) -> dict[str, Strand]:
        """Return the strands of several reports, by report."""
        return {key: one for one in self.part.strands if len(one.reports) > 1 for key in one.reports}

    @cached_property
    def _events(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.part.events:
            for claim in event.claims:
                found.setdefault(claim, []).append(event)
        return found

    def events_of(self, claims: Iterable[str]) -> list[Event]:
        """Return the events that some claims belong to, by id."""
        found = {event.id: event for claim in claims for event in self._events.get(claim, ())}
        return [found[key] for key in sorted(found)]

    def told(self, claims: Iterable[Claim], actors: Iterable[str] = ()) -> Told:
        """Return claims as they are taken out of the block; `actors` are wanted too."""
        of_report: dict[str, list[Claim]] = {}
        for claim in sorted({one.id: one for one in claims}.values(), key=lambda one: one.id):
            of_report.setdefault(claim.report, []).append(claim)
        strands = {one.id: one for key in of_report if (one := self.strands.get(key))}
        firsts: dict[str, list[Claim]] = {
            key: [] for one in strands.values() for key in one.reports if not self._is_copy(key)
        }
        found: list[Claim] = []
        reports: list[Report] = []
        moves: dict[str, Callable[[Span], Span]] = {}
        for key, own in sorted({**firsts, **of_report}.items()):
            report, moves[key] = self._excerpt(self.reports[key], own)
            reports.append(report)
            found += [with_every(one, Span, moves[key]) for one in own]
        kept = tuple(_strand(strands[key], moves) for key in sorted(strands))
        named = {one.id for claim in found for one in named_in(claim) if one.id}
        return Told(tuple(sorted(found, key=lambda one: one.id)), tuple(reports), kept,
                    self._places(named), self._actors({*named, *actors}))  # fmt: skip

    def _is_copy(self, report: str) -> bool:
        return report not in self.reports or self.reports[report].copy_of is not None

    def _excerpt(self, report: Report, claims: list[Claim]) -> tuple[Report, Callable[[Span], Span]]:
        """Return a report with its head and the sentences of claims alone, and where their spans go."""
        spans = [Span(0, min(HEAD, len(report.text)))]
        for claim in claims:
            words = [claim.quote, *claim.restated, *(one.span for one in named_in(claim))]
            spans += [sentence for span in words for sentence in self._around(report, span)]
        kept = _merged(spans)
        text = GAP.join(one.of(report.text) for one in kept)
        thin = replace(report, text=text, title=None, captions=(), sha256="", source="",
                       dated=replace(report.dated, because=""))  # fmt: skip
        return thin, _move(kept)

    def _around(self, report: Report, span: Span) -> list[Span]:
        if report.id not in self._sentences:
            self._sentences[report.id] = sentences(report.text)
        found = self._sentences[report.id]
        last = bisect_right(found, span.end, key=lambda one: one.start)
        first = max(0, bisect_right(found, span.start, key=lambda one: one.start) - 1)
        return [one for one in found[first:last] if one.meets(span)] or [span]

    def _places(self, ids: set[str]) -> tuple[Place, ...]:
        wanted = {one for key in ids if key in self.atlas.known for one in (key, *self.atlas.around(key))}
        return tuple(replace(self.atlas.known[key], because="", runner_up=None) for key in sorted(wanted))

    def _actors(self, ids: set[str]) -> tuple[Actor, ...]:
        wanted = {one for key in ids if key in self.cast.known for one in self.cast.lineage(key)}
        return tuple(_plain(self.cast.known[key]) for key in sorted(wanted & set(self.cast.known)))


def _plain(actor: Actor) -> Actor:
    """Return an actor without what only its own record tells; a force without a name keeps its words."""
    seen = () if any(letter.isupper() for letter in actor.name) else actor.names_seen
    return replace(actor, because="", backers=(), names_seen=seen)


def _merged(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for one in sorted(spans):
        if kept and one.start <= kept[-1].end:
            kept[-1] = kept[-1].join(one)
        else:
            kept.append(one)
    return kept


def _move(kept: list[Span]) -> Callable[[Span], Span]:
    """Return where a span of the whole text lies in the stretches kept; what was left out is cut off."""
    starts = [one.start for one in kept]
    news, at = [], 0
    for one in kept:
        news.append(at)
        at += one.end - one.start + len(GAP)

    def place(offset: int) -> int:
        number = max(0, bisect_right(starts, offset) - 1)
        return news[number] + min(max(0, offset - starts[number]), kept[number].end - starts[number])

    return lambda span: Span(place(span.start), place(span.end))


def _strand(strand: Strand, moves: dict[str, Callable[[Span], Span]]) -> Strand:
    """Return a strand with the links between the reports that are taken out."""
    links = tuple(
        replace(
            link,
            passages=tuple(_moved(one, moves[link.copy], moves[link.of]) for one in link.passages),
            changes=tuple(_moved(one, moves[link.copy], moves[link.of]) for one in link.changes),
            because="", kind_because="",
        )
        for link in strand.links
        if link.copy in moves and link.of in moves
    )  # fmt: skip
    return Strand(strand.id, tuple(one for one in strand.reports if one in moves), links)


def _moved(one: Any, copy: Callable[[Span], Span], of: Callable[[Span], Span]) -> Any:
    return replace(one, copy=copy(one.copy), of=of(one.of))
