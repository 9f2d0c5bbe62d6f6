"""Independent origins: who stands at the far end of each claim, counted once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from warmonitor.language.speakers import speaker_roots
from warmonitor.model import ActorIndex, Claim, Report, Strand, fold

DATELINE = 200  # characters of a text's head in which an agency's credit stands


@dataclass
class Origins:
    """The origins of claims: root speakers by name, or the text that a report goes back to.

    A copied text is one origin however often it is printed, and so is a speaker whoever quotes it.
    """

    reports: dict[str, Report]
    actors: ActorIndex
    voices: dict[str, str]
    _kept: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Report], strands: Iterable[Strand], actors: ActorIndex) -> "Origins":
        """Name the voice of each report: the agency, the outlet or else the strand that it goes back to."""
        known = {report.id: report for report in reports}
        strand_of = {key: report.strand or report.id for key, report in known.items()}
        for strand in strands:
            strand_of.update(dict.fromkeys(strand.reports, strand.id))
        members: dict[str, list[Report]] = {}
        for key in sorted(known):
            members.setdefault(strand_of[key], []).append(known[key])
        names = {strand: _voice(strand, printed) for strand, printed in members.items()}
        return cls(known, actors, {key: names[strand_of[key]] for key in known})

    def roots(self, claim: Claim) -> tuple[str, ...]:
        """Return the origins of one claim: names, sorted."""
        if claim.id not in self._kept:
            self._kept[claim.id] = self._roots(claim)
        return self._kept[claim.id]

    def _roots(self, claim: Claim) -> tuple[str, ...]:
        report = self.reports.get(claim.report)
        speakers = speaker_roots(claim, report.text if report else "", self.actors)
        if not speakers:
            return (self.voices.get(claim.report, claim.report),)
        return tuple(sorted({self._name(speaker) for speaker in speakers}))

    def _name(self, speaker: str) -> str:
        actor = self.actors.known.get(speaker)
        return actor.name if actor else speaker

    def of_all(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the independent origins of several claims: sorted, each once."""
        return tuple(sorted({root for claim in claims for root in self.roots(claim)}))

    def named(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the origins in words: a text with no known outlet is "a report"."""
        known = set(self.voices.values()) - {report.outlet for report in self.reports.values()}
        unnamed = {voice for voice in known if voice.startswith("strand-") or voice in self.reports}
        return tuple(sorted({"a report" if root in unnamed else root for root in self.of_all(claims)}))


def _voice(strand: str, printed: list[Report]) -> str:
    first = min(
        printed, key=lambda report: (report.copy_of is not None, report.dated.earliest or date.max, report.id)
    )
    return _agency(first) or first.outlet or strand


def _agency(report: Report) -> str | None:
    """Return the agency that a report credits for its text: in the byline or the dateline, or as its outlet.

    An agency that only a picture's caption names is no origin of the text.
    """
    head = fold(f"{' '.join(report.byline)} {report.outlet or ''} {report.text[:DATELINE]}")
    return next((agency for agency in sorted(report.agencies) if f" {fold(agency)} " in f" {head} "), None)
