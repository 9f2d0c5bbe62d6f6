"""Who was first: one order over all reports, each place with its reason."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.wording import Wording

CORRECTED = re.compile(
    r"\b(?:correction|corrects|corrected|updates with|updated|recasts|adds details)\b", re.I
)
HEAD = 400  # characters at either end in which a note of correction stands
DATELINE = 120  # characters in which a dateline names the agency whose text it is
WHOLE = 0.7  # share of a story that stands in a page that holds several
APART = 0.2  # overlap of two stories in that page, at most


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """What places a report among those that share its text; the smaller is the earlier."""

    holds_several: bool
    when: date
    foreign_credit: bool
    corrected: bool
    no_byline: bool
    fewer_words: int
    id: str


REASONS = {
    "holds_several": "it holds several stories, each whole in another report",
    "when": "it was posted or written later",
    "foreign_credit": "it credits an agency, and the other is that agency's or credits none",
    "corrected": "it carries a note of correction or update",
    "no_byline": "the other names its writer",
    "fewer_words": "the other is more complete",
    "id": "nothing tells which was first; a tie, settled by id",
}


def _spans(pair: Pair, place: int) -> set[int]:
    found: set[int] = set()
    for tile in pair.shared.tiles:
        start = tile.first if place == pair.first else tile.second
        found.update(range(start, start + tile.length))
    return found


def digests(pairs: Sequence[Pair], reports: Sequence[Report], dated: Sequence[Dated]) -> set[int]:
    """Return the reports that hold two or more others whole in separate places: digests and rolling pages.

    One that is older than what it holds is no digest but what the others were cut from.
    """
    held: defaultdict[int, list[set[int]]] = defaultdict(list)
    for pair in pairs:
        for place in (pair.first, pair.second):
            other = pair.other(place)
            older = _when(reports[place], dated[place]) < _when(reports[other], dated[other]) < date.max
            if pair.share_of(other) >= WHOLE > pair.share_of(place) and not older:
                held[place].append(_spans(pair, place))
    return {
        place
        for place, spans in held.items()
        if any(
            len(a & b) < APART * min(len(a), len(b))
            for i, a in enumerate(spans)
            for b in spans[i + 1 : i + 8]
        )
    }


def _when(report: Report, dated: Dated) -> date:
    """Return when it was posted or, where the page does not say, when it was written at the earliest."""
    if dated.how is DatedHow.UNKNOWN or dated.earliest is None:
        return report.stated_date or date.max
    return max(report.stated_date or dated.earliest, dated.earliest)


def _own_text(report: Report) -> bool:
    """Say whether a text is an agency's own: by its outlet, or by its dateline where it has none."""
    outlet = (report.outlet or "").casefold()
    head = report.text[:DATELINE].casefold() if report.outlet is None else ""
    signed = any(f"({agency.casefold()})" in head for agency in report.agencies)
    return signed or any(agency.casefold() in outlet for agency in report.agencies)


def rank(report: Report, wording: Wording, dated: Dated, *, holds_several: bool) -> Rank:
    """Return the report's place among those that share its text."""
    edges = report.text[:HEAD] + report.text[-HEAD:] + (report.title or "")
    return Rank(
        holds_several=holds_several,
        when=_when(report, dated),
        foreign_credit=bool(report.agencies) and not _own_text(report),
        corrected=bool(CORRECTED.search(edges)),
        no_byline=not report.byline,
        fewer_words=-len(wording.words),
        id=report.id,
    )


def why_later(copy: Rank, of: Rank) -> str:
    """Return the first piece of evidence that puts the copy after the other."""
    fields: Mapping[str, str] = REASONS
    return next(reason for name, reason in fields.items() if getattr(copy, name) != getattr(of, name))
