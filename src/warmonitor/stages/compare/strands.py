"""Strands: reports that go back to one text, with their links and what is odd about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def _passage(copy: Wording, of: Wording, tile: Tile) -> Passage:
    return Passage(copy.span(tile.first, tile.length), of.span(tile.second, tile.length))


def make_link(pair: Pair, texts: Sequence[Text], ranks: Sequence[Rank]) -> tuple[int, int, CopyLink]:
    """Return the places of the copy and of the other, and their link."""
    copy_first = ranks[pair.first] > ranks[pair.second]
    copy, of = (pair.first, pair.second) if copy_first else (pair.second, pair.first)
    mine, theirs = texts[copy], texts[of]
    shared = pair.shared if copy_first else pair.shared.turned()
    passages = [_passage(mine.wording, theirs.wording, tile) for tile in shared.tiles]
    link = CopyLink(
        copy=mine.report.id,
        of=theirs.report.id,
        kind=pair.kind,
        shared=round(shared.of_first, 4),
        passages=tuple(sorted(passages)),
        because=why_later(ranks[copy], ranks[of]),
        kind_because=pair.why(),
        changes=changes(mine, theirs, shared, corrected=is_correction(mine.report)),
    )
    return copy, of, link


def _copied_from_two(strands: Sequence[Strand]) -> Iterator[Issue]:
    """Yield an issue for each copy that also goes back to a text of another strand."""
    for link in (link for strand in strands for link in strand.beside if link.kind.dependent):
        said = f"It also shares words with {link.of}, which goes back to another text."
        yield Issue("copied-from-two", link.copy, said)


def _gather(
    reports: Sequence[Report], strand_of: Sequence[int], links: Sequence[tuple[int, int, CopyLink]]
) -> list[Strand]:
    """Return the strands by id; each link, with its two places, goes to the strand of its copy."""
    members: defaultdict[int, list[str]] = defaultdict(list)
    for report, strand in zip(reports, strand_of, strict=True):
        members[strand].append(report.id)
    joins: defaultdict[int, list[CopyLink]] = defaultdict(list)
    beside: defaultdict[int, list[CopyLink]] = defaultdict(list)
    for copy, of, link in links:
        if strand_of[copy] != strand_of[of]:
            beside[strand_of[copy]].append(link)
        elif link.kind.dependent:
            joins[strand_of[copy]].append(link)
    made = [_strand(ids, joins[strand], beside[strand]) for strand, ids in members.items()]
    return sorted(made, key=lambda strand: strand.id)


def _strand(ids: Sequence[str], links: Sequence[CopyLink], beside: Sequence[CopyLink]) -> Strand:
    def told(link: CopyLink) -> tuple[str, str]:
        return link.copy, link.of

    links, beside = sorted(links, key=told), sorted(beside, key=told)
    return Strand(make_id("strand", *sorted(ids)), tuple(sorted(ids)), tuple(links), tuple(beside))


def make_strands(reports: Sequence[Report], found: Found, ranks: Sequence[Rank]) -> Made:
    """Return the strands, what each copy goes back to, and issues: copied from two, figures changed."""
    texts = [Text(report, wording) for report, wording in zip(reports, found.wordings, strict=True)]
    strand_of = tie(len(reports), found.pairs, find_parents(found.wordings, found.pairs, ranks))
    links = [make_link(pair, texts, ranks) for pair in (*found.pairs, *found.beside)]
    strands = _gather(reports, strand_of, links)
    firsts: dict[int, int] = {}
    for place in sorted(range(len(reports)), key=lambda place: ranks[place]):
        firsts.setdefault(strand_of[place], place)
    copies = {
        reports[place].id: reports[firsts[strand]].id
        for place, strand in enumerate(strand_of)
        if place != firsts[strand]
    }
    changed = changed_figures(strands, {report.id: report.text for report in reports})
    return Made(strands, copies, sorted([*_copied_from_two(strands), *changed]))


def by_id(reports: Sequence[Report]) -> list[Report]:
    """Return the reports sorted by id, each id once."""
    return sorted({report.id: report for report in sorted(reports, key=repr)}.values(), key=lambda r: r.id)
