"""Coverage records: which reports tell of one happening, how surely, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from warmonitor.model import Claim, Coverage, Event, Report, Telling, make_id
from warmonitor.stages.group.coverage.days import REACH
from warmonitor.stages.group.coverage.evidence import Weighed, evidence, look_alikes, shared
from warmonitor.stages.group.coverage.index import CoverageIndex
from warmonitor.stages.group.coverage.signature import Signature, signature_of
from warmonitor.stages.group.coverage.words import load_table
from warmonitor.stages.group.facts import Scene

REPRINTED = 0.9  # share of a reprint's words that the first has too
NAMED = 3  # shared words that a reason names
ALONE = "no other report is found to tell of it"


def coverage_of(claims: Iterable[Claim], events: Iterable[Event], scene: Scene) -> list[Coverage]:
    """Return the reports grouped by the happening that each mainly tells of, by id.

    A reprint goes where the report goes that it copies, so that reprints never change a group; a copy with
    words of its own is compared like any report. A report that also tells of an event of another group's
    leads is listed there too, as a passage.
    """
    claims = list(claims)
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.report].append(claim)
    signed = {one.id: signature_of(one, own[one.id], scene) for one in scene.reports.values()}
    firsts = {one.id: _first(one, scene.reports, signed) for one in scene.reports.values()}
    index = CoverageIndex()
    index.add(signed[one] for one in sorted(set(firsts.values())))
    groups = [_with_copies(group, firsts, index) for group in index.groups()]
    return sorted(_linked(groups, claims, events), key=lambda one: one.id)


def _first(report: Report, reports: Mapping[str, Report], signed: Mapping[str, Signature]) -> str:
    """Return the report that this one reprints through reprints of reprints; of a circle, the least id."""
    climbed = [report.id]
    while report.copy_of in reports and _reprints(signed[report.id], signed[report.copy_of or ""]):
        report = reports[report.copy_of or ""]
        if report.id in climbed:
            return min(climbed[climbed.index(report.id) :])
        climbed.append(report.id)
    return climbed[-1]


def _reprints(copy: Signature, first: Signature) -> bool:
    """Say whether nearly all telling words of a copy are the first's too; pages of stock differ in names."""
    words = copy.words.counts.keys()
    return len(words & first.words.counts.keys()) >= REPRINTED * len(words) and not look_alikes(copy, first)


def _with_copies(group: Sequence[str], firsts: dict[str, str], index: CoverageIndex) -> list[Telling]:
    told = {one: _telling(one, group, index) for one in group}
    copies = [
        Telling(copy, told[first].sureness, first, "a copy of it")
        for copy, first in firsts.items()
        if first in told and copy != first
    ]
    return sorted([*told.values(), *copies], key=lambda one: one.report)


def _telling(report: str, group: Sequence[str], index: CoverageIndex) -> Telling:
    """Return how alike a report is to the others on average, and what it shares with the nearest."""
    others = [one for one in group if one != report]
    if not others:
        return Telling(report, 1.0, None, ALONE)
    likeness = {one: index.likeness(report, one) for one in others}
    nearest = min(others, key=lambda one: (-likeness[one], one))
    because = _because(index.weighed(report), index.weighed(nearest))
    return Telling(report, round(sum(likeness.values()) / len(others), 4), nearest, because)


def _because(one: Weighed, other: Weighed) -> str:
    """Return in words what two reports share: their rarest words, and what else is found to be the same."""
    said = one.signature.words.said
    words = ", ".join(said[key] for _, key in shared(one, other)[:NAMED])
    found = evidence(one, other)
    also = [words for name, words in load_table()["said"].items() if found[name] > 0]
    return "; ".join([f"words shared: {words}", *also])


def _linked(groups: list[list[Telling]], claims: Iterable[Claim], events: Iterable[Event]) -> list[Coverage]:
    """Return the groups with the events of their leads, and with reports that tell of these in a passage."""
    group_of = {one.report: number for number, group in enumerate(groups) for one in group}
    known = {claim.id: claim for claim in claims}
    of_group: defaultdict[int, list[str]] = defaultdict(list)
    for event in events:
        told = [known[claim] for claim in event.claims if claim in known]
        leads = {group_of[one.report] for one in told if one.quote.start < REACH}
        if len(leads) != 1:
            continue
        home = leads.pop()
        of_group[home].append(event.id)
        for report in sorted({one.report for one in told if group_of[one.report] != home}):
            if all(one.report != report for one in groups[home]):
                groups[home].append(
                    Telling(report, 1.0, None, f"a passage tells of {event.id}", passage=True)
                )
    return [_made(group, of_group[number]) for number, group in enumerate(groups)]


def _made(group: list[Telling], events: list[str]) -> Coverage:
    mine = sorted(one.report for one in group if not one.passage)
    ordered = tuple(sorted(group, key=lambda one: (one.passage, one.report)))
    return Coverage(make_id("coverage", *mine), ordered, tuple(sorted(events)))
