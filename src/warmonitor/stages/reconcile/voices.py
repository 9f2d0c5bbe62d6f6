"""Whose text a report is: its outlet, the text that it copies, the agency that is credited for it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from warmonitor.model import Claim, CopyKind, Report, Span, Step, Strand, Tie, VoiceKind, fold
from warmonitor.stages.reconcile.newsrooms import Newsrooms

DATELINE = 200  # characters of a text's head in which an agency's credit stands
WHOLE = frozenset({CopyKind.REPRINT, CopyKind.SHORTENED})


@dataclass(frozen=True, slots=True)
class Text:
    """What the reports of one strand go back to: the first of them, its agency, and the voice it has."""

    first: str
    voice: str
    kind: VoiceKind
    agency: Step | None = None


@dataclass(frozen=True)
class Voices:
    """The voice of each report: the agency, the outlet or else the strand that its text goes back to."""

    reports: Mapping[str, Report]
    newsrooms: Newsrooms
    texts: Mapping[str, Text]
    copied: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, reports: Iterable[Report], strands: Iterable[Strand], newsrooms: Newsrooms) -> "Voices":
        """Find the text that each report goes back to, and the words that a copy has from another."""
        known = {report.id: report for report in reports}
        strand_of = {key: report.strand or report.id for key, report in known.items()}
        whole: set[str] = set()
        copied: dict[str, list[Span]] = {}
        for strand in strands:
            strand_of.update(dict.fromkeys(strand.reports, strand.id))
            for link in strand.links:
                copied.setdefault(link.copy, []).extend(passage.copy for passage in link.passages)
                whole |= {link.copy} if link.kind in WHOLE else set()
        members: dict[str, list[Report]] = {}
        for key in sorted(known):
            members.setdefault(strand_of[key], []).append(known[key])
        texts = {strand: _text(strand, printed, whole, newsrooms) for strand, printed in members.items()}
        spans = {copy: tuple(sorted(found)) for copy, found in copied.items()}
        return cls(known, newsrooms, {key: texts[strand_of[key]] for key in known if strand_of[key]}, spans)

    def steps(self, report: str) -> tuple[Step, ...]:
        """Return the steps from a report to the text that it goes back to, and to that text's agency."""
        text = self.texts[report]
        steps = [Step(self._room(report) or report, self._kind(report), None, report=report)]
        if text.first != report:
            because = "its text goes back to that report"
            name = self._room(text.first) or text.first
            steps.append(Step(name, self._kind(text.first), Tie.COPIES, report=text.first, because=because))
        return (*steps, text.agency) if text.agency else tuple(steps)

    def own_words(self, claim: Claim) -> bool:
        """Say whether a claim stands in words that its report has from no other."""
        if self.texts[claim.report].first == claim.report:
            return True
        copied = self.copied.get(claim.report, ())
        return bool(copied) and not any(claim.quote.meets(span) for span in copied)

    def newsroom(self, claim: Claim) -> str:
        """Return whose people "our correspondent" are: the text's, in its own words the report's."""
        text = self.texts[claim.report]
        if text.first != claim.report and self.own_words(claim):
            return self._room(claim.report) or text.voice
        return text.voice

    def _room(self, report: str) -> str | None:
        return self.newsrooms.of_report.get(report)

    def _kind(self, report: str) -> VoiceKind:
        return VoiceKind.OUTLET if self._room(report) else VoiceKind.TEXT


def _text(strand: str, printed: list[Report], whole: set[str], newsrooms: Newsrooms) -> Text:
    def order(report: Report) -> tuple[bool, date, str]:
        return report.copy_of is not None, report.dated.earliest or date.max, report.id

    first, *copies = sorted(printed, key=order)
    credited = (_agency(one) for one in (first, *(one for one in copies if one.id in whole)))
    agency = next((step for step in credited if step), None)
    if agency:
        return Text(first.id, agency.name, VoiceKind.AGENCY, agency)
    room = newsrooms.of_report.get(first.id)
    return Text(first.id, room or strand, VoiceKind.OUTLET if room else VoiceKind.TEXT)


def _agency(report: Report) -> Step | None:
    """Return the agency that a report credits for its text: in the byline or the dateline, or as its outlet.

    An agency that only a picture's caption names is no origin of the text.
    """
    head = fold(f"{' '.join(report.byline)} {report.outlet or ''} {report.text[:DATELINE]}")
    name = next((one for one in sorted(report.agencies) if f" {fold(one)} " in f" {head} "), None)
    if name is None:
        return None
    found = re.search(rf"\b{re.escape(name)}\b", report.text[:DATELINE])
    span = Span(*found.span()) if found else None
    because = "" if span else "credited beside the text"
    return Step(name, VoiceKind.AGENCY, Tie.CREDITS, report=report.id, span=span, because=because)
