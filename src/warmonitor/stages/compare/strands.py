"""Strands: reports that go back to one text, with their links and what is odd about them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import CopyLink, Issue, Passage, Report, Strand, make_id
from warmonitor.stages.compare.align import Tile
from warmonitor.stages.compare.changes import Text, changed_figures, changes
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.order import Rank, is_correction, why_later
from warmonitor.stages.compare.pairs import Found
from warmonitor.stages.compare.ties import find_parents, tie
from warmonitor.stages.compare.wording import Wording


@dataclass(frozen=True, slots=True)
class Made:
    """Strands by id, the report that each copy goes back to, and what was odd."""

    strands: list[Strand]
    copies: dict[str, str]
    issues: list[Issue]


def _passage(copy: Wording, of: Wording, tile: Tile, *, copy_first: bool) -> Passage:
    mine, theirs = (tile.first, tile.second) if copy_first else (tile.second, tile.first)
    return Passage(copy.span(mine, tile.length), of.span(theirs, tile.length))


def _link(pair: Pair, texts: Sequence[Text], ranks: Sequence[Rank]) -> CopyLink:
    copy_first = ranks[pair.first] > ranks[pair.second]
    copy, of = (pair.first, pair.second) if copy_first else (pair.second, pair.first)
    mine, theirs = texts[copy], texts[of]
    shared = pair.shared if copy_first else pair.shared.turned()
    passages = [_passage(mine.wording, theirs.wording, t, copy_first=True) for t in shared.tiles]
    return CopyLink(
        copy=mine.report.id,
        of=theirs.report.id,
        kind=pair.kind,
        shared=round(shared.of_first, 4),
        passages=tuple(sorted(passages)),
        because=why_later(ranks[copy], ranks[of]),
        kind_because=pair.why(),
        changes=changes(mine, theirs, shared, corrected=is_correction(mine.report)),
    )


def _told(link: CopyLink) -> tuple[str, str]:
    return link.copy, link.of


def make_strands(reports: Sequence[Report], found: Found, ranks: Sequence[Rank]) -> Made:
    """Return the strands, what each copy goes back to, and issues: copied from two, figures changed."""
    texts = [Text(report, wording) for report, wording in zip(reports, found.wordings, strict=True)]
    parents = find_parents(found.wordings, found.pairs, ranks)
    strand_of = tie(len(reports), found.pairs, parents)
    links: defaultdict[int, list[CopyLink]] = defaultdict(list)
    beside: defaultdict[int, list[CopyLink]] = defaultdict(list)
    issues: list[Issue] = []
    for pair in (*found.pairs, *found.beside):
        link = _link(pair, texts, ranks)
        copy = max(pair.first, pair.second, key=lambda place: ranks[place])
        same = strand_of[pair.first] == strand_of[pair.second]
        if same and pair.kind.dependent:
            links[strand_of[copy]].append(link)
        elif not same:
            beside[strand_of[copy]].append(link)
        if pair.kind.dependent and not same:
            said = f"It also shares words with {link.of}, which goes back to another text."
            issues.append(Issue("copied-from-two", link.copy, said))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, strand in enumerate(strand_of):
        members[strand].append(place)
    strands = sorted(
        (_strand([reports[p].id for p in places], links[at], beside[at]) for at, places in members.items()),
        key=lambda strand: strand.id,
    )
    firsts = {at: min(places, key=lambda place: ranks[place]) for at, places in members.items()}
    copies = {reports[p].id: reports[firsts[at]].id for p, at in enumerate(strand_of) if p != firsts[at]}
    issues += changed_figures(strands, {report.id: report.text for report in reports})
    return Made(strands, copies, sorted(issues))


def _strand(ids: Sequence[str], links: Sequence[CopyLink], beside: Sequence[CopyLink]) -> Strand:
    return Strand(
        make_id("strand", *sorted(ids)),
        tuple(sorted(ids)),
        tuple(sorted(links, key=_told)),
        tuple(sorted(beside, key=_told)),
    )


def by_id(reports: Sequence[Report]) -> list[Report]:
    """Return the reports sorted by id, each id once."""
    return sorted({report.id: report for report in sorted(reports, key=repr)}.values(), key=lambda r: r.id)
