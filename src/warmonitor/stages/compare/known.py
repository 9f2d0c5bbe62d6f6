"""What is known of reports before dates are handed on: signs in their words, look-alikes, same texts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from warmonitor.model import CopyKind, Dated, DatedHow, Report
from warmonitor.stages.compare.countries import countries_of
from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.evidence import Evidence, read_evidence
from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.learned import learned
from warmonitor.stages.compare.likeness import TRIED, Happenings, Likeness, read_telling
from warmonitor.stages.compare.wars import windows
from warmonitor.stages.compare.witnesses import Witness
from warmonitor.stages.compare.wording import Wording, with_captions

TWIN = 0.5  # share of both texts that makes them one text
TIES = {CopyKind.REPRINT, CopyKind.SHORTENED, CopyKind.REWRITE, CopyKind.QUOTATION}
CLOSE = 14  # days of the widest interval from which another report's date is inferred


@dataclass(frozen=True, slots=True)
class Known:
    """By place: the words' evidence, look-alikes, places with the same text, shares of countries.

    `ties` are the places of reports that have words of its news or of a speech in it.
    """

    reports: Sequence[Report]
    evidence: Sequence[Evidence]
    alike: Sequence[Sequence[Likeness]]
    twins: Mapping[int, frozenset[int]]
    ties: Mapping[int, frozenset[int]]
    countries: Sequence[Mapping[str, float]]
    fits: dict[int, tuple[Days, ...]] = field(default_factory=dict)
    met: dict[int, Mapping[int, float]] = field(default_factory=dict)

    def texts(self, at: int) -> list[int]:
        """Return the places of the reports with the same text, its own among them."""
        return sorted(self.twins.get(at, frozenset()) | {at})

    def tied(self, at: int) -> set[int]:
        """Return the places of the reports that have words of its text's news or of a speech in it."""
        return {other for text in self.texts(at) for other in self.ties.get(text, ())}

    def likest(self, at: int) -> Mapping[int, float]:
        """Return the places of all that are like any report with its text, with the most that one is."""
        texts = self.texts(at)
        if texts[0] not in self.met:
            best = dict.fromkeys(sorted(self.tied(at)), 1.0)
            for other in (other for text in texts for other in self.alike[text]):
                best[other.place] = max(best.get(other.place, 0.0), other.score)
            self.met[texts[0]] = best
        return self.met[texts[0]]

    def war_fits(self, at: int) -> tuple[Days, ...]:
        """Return the days that the count of a war's years allows, by starts told in look-alikes or known."""
        if at not in self.fits:
            evidence = self.evidence[at]
            near = [at, *(other.place for other in self.alike[at])] if evidence.war_years else []
            starts = {start for place in near for start in self.evidence[place].told_starts}
            self.fits[at] = windows(evidence.war_years, sorted(starts | set(evidence.known_starts)))
        return self.fits[at]


def is_close(when: Dated | None) -> bool:
    """Say whether a date is narrow enough to date others by."""
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days < CLOSE)


def witnesses(known: Known, at: int, dated: Mapping[int, Dated], *, without: int = 0) -> list[Witness]:
    """Return the dated reports that tell what this one tells, the likest first.

    What is likest to any report with the same text counts. Of reports that share its words those later than
    the ordinal `without`, where one is given, are left out: they may be copies of it.
    """
    best = [one for one in known.likest(at).items() if one[0] != at and is_close(dated.get(one[0]))]
    ranked = sorted(best, key=lambda one: (-one[1], one[0]))[:TRIED]
    tied = known.tied(at) if ranked else set()
    found = [_witness(known, at, place, score, dated[place], place in tied) for place, score in ranked]
    return [one for one in found if not (without and one.tied and one.day > without)]


def _witness(known: Known, at: int, place: int, score: float, when: Dated, tied: bool) -> Witness:
    assert when.earliest is not None  # only close dates are asked for
    assert when.latest is not None
    numbers, mine, other = learned(), known.reports[at], known.reports[place]
    same = mine.outlet is not None and mine.outlet == other.outlet
    shift = numbers.same_outlet if same else 0.0
    shift += numbers.inferred if when.how is not DatedHow.STATED else 0.0
    shift += numbers.year_named if when.earliest.year in known.evidence[at].years else 0.0
    return Witness(Days(when.earliest, when.latest), score, other.id, shift, tied)


def tie_up(pairs: Sequence[Pair]) -> dict[int, frozenset[int]]:
    """Return, for each report, those that share words of its news or of a speech."""
    ties: defaultdict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.kind in TIES:
            ties[pair.first].add(pair.second)
            ties[pair.second].add(pair.first)
    return {at: frozenset(others) for at, others in ties.items()}


def same_texts(pairs: Sequence[Pair], count: int) -> dict[int, frozenset[int]]:
    """Return, for each report, those with the same text, through as many as it takes."""
    same = [p for p in pairs if min(p.shared.of_first, p.shared.of_second) >= TWIN]
    members: defaultdict[int, set[int]] = defaultdict(set)
    for at, text in enumerate(group(count, [(p.first, p.second) for p in same])):
        members[text].add(at)
    return {at: frozenset(found) for found in members.values() if len(found) > 1 for at in found}


def gather(reports: Sequence[Report], wordings: Sequence[Wording], pairs: Sequence[Pair]) -> Known:
    """Return what is known of the reports, in their order."""
    whole = [with_captions(report, wording) for report, wording in zip(reports, wordings, strict=True)]
    index = Happenings()
    index.add([read_telling(wording) for wording in whole])
    return Known(
        reports,
        [read_evidence(report) for report in reports],
        [index.nearest(place) for place in range(len(reports))],
        same_texts(pairs, len(reports)),
        tie_up(pairs),
        [
            countries_of("\n\n".join((report.text, *report.captions)), wording)
            for report, wording in zip(reports, whole, strict=True)
        ],
    )
