"""Who was first: one order over all reports, each place with its reason."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model import CopyKind, Dated, DatedHow, Report
from warmonitor.stages.compare.dating import Dating
from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.tolls import lead_toll, settle_tolls
from warmonitor.stages.compare.updates import find_updates
from warmonitor.stages.compare.wording import Wording

CORRECTED = re.compile(
    r"\b(?:correction|corrects|corrected|updates with|(?<!last )updated|recasts|adds details)\b", re.I
)
CORRECTION = re.compile(r"\bcorrect(?:ion|s|ed)\b", re.I)
HEAD = 400  # characters at either end in which a note of correction stands
DATELINE = 120  # characters in which a dateline names the agency whose text it is
WHOLE = 0.7  # share of a story that stands in a page that holds several
APART = 0.2  # overlap of two stories in that page, at most
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """What places a report among those that share its text; the smaller is the earlier."""

    holds_several: bool
    when: date
    toll: int
    updates: bool
    foreign_credit: bool
    corrected: bool
    no_byline: bool
    fewer_words: int
    id: str


REASONS = {
    "holds_several": "it holds other stories besides, and the other stands whole in it",
    "when": "it was posted or written later",
    "toll": "its first lines give a higher toll",
    "updates": "it updates a toll that the other still gives",
    "foreign_credit": "it credits an agency, and the other is that agency's or credits none",
    "corrected": "it carries a note of correction or update",
    "no_byline": "the other names its writer",
    "fewer_words": "the other is more complete",
    "id": "nothing tells which was first; a tie, settled by id",
}


def digests(pairs: Sequence[Pair], days: Sequence[date]) -> set[int]:
    """Return the reports that hold others whole besides other things: digests and rolling pages.

    One that is older than what it holds is no digest but what the others were cut from. `days` are those
    of posting, `date.max` where not known.
    """
    held: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    items: set[int] = set()
    for pair in pairs:
        for place in (pair.first, pair.second):
            other = pair.other(place)
            if days[place] < days[other] < date.max:
                continue
            if pair.kind is CopyKind.EXCERPT and place == pair.fuller():
                items.add(place)
            if pair.share_of(other) >= WHOLE > pair.share_of(place):
                held[place].append(pair.spans(place))
    return items | {place for place, spans in held.items() if _several(spans)}


def _several(spans: Sequence[frozenset[int]]) -> bool:
    return any(
        len(a & b) < APART * min(len(a), len(b)) for i, a in enumerate(spans) for b in spans[i + 1 : i + 8]
    )


def _when(report: Report, dated: Dated, printed: date | None) -> date:
    """Return when it was posted or, where the page does not say, when it was written at the latest.

    The date printed over a text is believed before the page's data, where it is the earlier.
    """
    written = dated.latest or dated.earliest
    if dated.how is DatedHow.UNKNOWN or written is None:
        return report.stated_date or date.max
    posted = max(report.stated_date or written, written)
    return min(posted, printed) if printed else posted


def _own_text(report: Report) -> bool:
    """Say whether a text is an agency's own: by its outlet, or by its dateline where it has none."""
    outlet = (report.outlet or "").casefold()
    head = report.text[:DATELINE].casefold() if report.outlet is None else ""
    signed = any(f"({agency.casefold()})" in head for agency in report.agencies)
    return signed or any(agency.casefold() in outlet for agency in report.agencies)


def _edges(report: Report) -> str:
    return " ".join((report.text[:HEAD], report.text[-HEAD:], report.title or ""))


def is_correction(report: Report) -> bool:
    """Say whether a report carries a note that it corrects an earlier one."""
    return bool(CORRECTION.search(_edges(report)))


def _tolls(wordings: Sequence[Wording], pairs: Sequence[Pair], stories: Sequence[int]) -> list[int | None]:
    """Return the toll that each report's first lines give, as its near-copies and its story settle it."""
    same = [(pair.first, pair.second) for pair in pairs if pair.kind is CopyKind.REPRINT]
    texts = group(len(wordings), same)
    return settle_tolls([lead_toll(wording.words) for wording in wordings], texts, stories)


def _printed_late(
    days: Sequence[date], tolls: Sequence[int | None], stories: Sequence[int]
) -> Iterator[date]:
    """Yield the days, a day earlier for a state of a running story posted a day after one with more dead."""
    most: dict[tuple[int, date], int] = {}
    for key, toll in zip(zip(stories, days, strict=True), tolls, strict=True):
        most[key] = max(most.get(key, 0), toll or 0)
    for story, day, toll in zip(stories, days, tolls, strict=True):
        before = day - A_DAY if day > date.min else day
        overtaken = toll is not None and most.get((story, before), 0) > toll
        yield before if overtaken else day


def rank(
    reports: Sequence[Report], wordings: Sequence[Wording], pairs: Sequence[Pair], dating: Dating
) -> list[Rank]:
    """Return each report's place among those that share its text, in the order of the reports."""
    days = [_when(*told) for told in zip(reports, dating.close, dating.printed, strict=True)]
    several = digests(pairs, days)
    stories = group(len(reports), [(pair.first, pair.second) for pair in pairs])
    tolls = _tolls(wordings, pairs, stories)
    settled = list(_printed_late(days, tolls, stories))
    newer = sorted(find_updates(wordings, pairs))
    known, updating = tuple(settled), {place for place, _ in newer}
    for place, earlier in newer:
        settled[earlier] = min(settled[earlier], known[place])
    return [
        Rank(
            holds_several=place in several,
            when=settled[place],
            toll=tolls[place] or 0,
            updates=place in updating,
            foreign_credit=bool(report.agencies) and not _own_text(report),
            corrected=bool(CORRECTED.search(_edges(report))),
            no_byline=not report.byline,
            fewer_words=-len(wordings[place].words),
            id=report.id,
        )
        for place, report in enumerate(reports)
    ]


def why_later(copy: Rank, of: Rank) -> str:
    """Return the first piece of evidence that puts the copy after the other."""
    fields: Mapping[str, str] = REASONS
    return next(reason for name, reason in fields.items() if getattr(copy, name) != getattr(of, name))
