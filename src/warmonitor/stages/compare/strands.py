"""Strands: every copy hangs on the report it shares most with, up to the one that was first."""

from collections import defaultdict
from collections.abc import Sequence

from warmonitor.model import CopyLink, Issue, Passage, Report, Strand, make_id
from warmonitor.stages.compare.align import Tile
from warmonitor.stages.compare.judge import Pair, kind_of
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.order import Rank, why_later
from warmonitor.stages.compare.wording import Wording


def _passage(copy: Wording, of: Wording, tile: Tile, *, copy_first: bool) -> Passage:
    mine, theirs = (tile.first, tile.second) if copy_first else (tile.second, tile.first)
    return Passage(copy.span(mine, tile.length), of.span(theirs, tile.length))


def _link(
    pair: Pair, wordings: Sequence[Wording], ranks: Sequence[Rank], options: CompareOptions
) -> CopyLink:
    copy_first = ranks[pair.first] > ranks[pair.second]
    copy, of = (pair.first, pair.second) if copy_first else (pair.second, pair.first)
    passages = [_passage(wordings[copy], wordings[of], t, copy_first=copy_first) for t in pair.shared.tiles]
    return CopyLink(
        copy=wordings[copy].id,
        of=wordings[of].id,
        kind=kind_of(pair.share_of(copy), pair.share_of(of), options),
        shared=round(pair.share_of(copy), 4),
        passages=tuple(sorted(passages)),
        because=why_later(ranks[copy], ranks[of]),
    )


def _parents(pairs: Sequence[Pair], ranks: Sequence[Rank]) -> dict[int, int]:
    """Return, for each copy, the earlier report that it shares most with."""
    best: dict[int, tuple[float, int, Rank, int]] = {}
    for pair in pairs:
        copy = max(pair.first, pair.second, key=lambda place: ranks[place])
        of = pair.other(copy)
        # The larger share in either direction counts, so that a page with much of its own is not lost.
        offer = (
            -round(max(pair.shared.of_first, pair.shared.of_second), 2),
            -pair.shared.words,
            ranks[of],
            of,
        )
        best[copy] = min(best.get(copy, offer), offer)
    return {copy: offer[3] for copy, offer in best.items()}


def _root(place: int, parents: dict[int, int]) -> int:
    while place in parents:
        place = parents[place]
    return place


def make_strands(
    wordings: Sequence[Wording], pairs: Sequence[Pair], ranks: Sequence[Rank], options: CompareOptions
) -> tuple[list[Strand], dict[str, str], list[Issue]]:
    """Return the strands, the report that each copy goes back to, and texts copied from two strands."""
    parents = _parents(pairs, ranks)
    roots = [_root(place, parents) for place in range(len(wordings))]
    links: defaultdict[int, list[CopyLink]] = defaultdict(list)
    issues: list[Issue] = []
    for pair in pairs:
        link = _link(pair, wordings, ranks, options)
        if roots[pair.first] == roots[pair.second]:
            links[roots[pair.first]].append(link)
        else:
            said = f"It also shares words with {link.of}, which goes back to another text."
            issues.append(Issue("copied-from-two", link.copy, said))
    members: defaultdict[int, list[str]] = defaultdict(list)
    for place, root in enumerate(roots):
        members[root].append(wordings[place].id)
    strands = [
        Strand(make_id("strand", *sorted(ids)), tuple(sorted(ids)), tuple(sorted(links[root], key=_key)))
        for root, ids in members.items()
    ]
    copies = {wordings[p].id: wordings[root].id for p, root in enumerate(roots) if p != root}
    return sorted(strands, key=lambda strand: strand.id), copies, sorted(issues)


def _key(link: CopyLink) -> tuple[str, str]:
    return link.copy, link.of


def by_id(reports: Sequence[Report]) -> list[Report]:
    """Return the reports sorted by id, each id once."""
    return sorted({report.id: report for report in sorted(reports, key=repr)}.values(), key=lambda r: r.id)
