"""Reports judged to go back to one text, or not to: strands joined and parted after compare."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from warmonitor.model import CopyKind, CopyLink, Held, Report, Strand, Verdict, make_id
from warmonitor.run.judged.pairs import Sets, joined, pairs_of
from warmonitor.run.judged.records import Minutes
from warmonitor.stages.compare.options import Compared

BECAUSE = "a reviewer judged that they go back to one text"


def judged_reports(compared: Compared, held: Sequence[Held], minutes: Minutes) -> Compared:
    """Return the reports and strands as reviewers judge them; strands that nobody judged stay as they are."""
    known = {report.id: report for report in compared.reports}
    here = [one for one in held if {one.judgement.subject.id, one.judgement.subject.other} <= known.keys()]
    if not here:
        return compared
    pile = _Pile(known, _touched(compared.strands, here))
    sets, against = joined(here)
    for one in against:
        minutes.wait(one, one.judgement.subject.id, "other judgements say that the two are different")
    made = pile.strands(sets, pairs_of(here, Verdict.SAME))
    for one in here:
        pair = (one.judgement.subject.id, one.judgement.subject.other or "")
        for report in pair:
            minutes.bear(one, [report], _was(known[report]))
    copies = {report: (copy_of, strand.id) for strand, copy_of in made for report in strand.reports}
    touched = {strand.id for strand in pile.touched}
    return replace(
        compared,
        reports=[_placed(report, copies) for report in compared.reports],
        strands=sorted(
            [*(s for s in compared.strands if s.id not in touched), *(strand for strand, _ in made)],
            key=lambda strand: strand.id,
        ),
    )


def _touched(strands: Iterable[Strand], held: Iterable[Held]) -> list[Strand]:
    judged = {one for by in held for one in (by.judgement.subject.id, by.judgement.subject.other)}
    return [strand for strand in strands if judged & set(strand.reports)]


def _was(report: Report) -> str:
    return f"a copy of {report.copy_of}" if report.copy_of else "no copy"


def _placed(report: Report, copies: dict[str, tuple[str, str]]) -> Report:
    if report.id not in copies:
        return report
    first, strand = copies[report.id]
    return replace(report, copy_of=None if first == report.id else first, strand=strand)


@dataclass(frozen=True, slots=True)
class _Pile:
    """The reports by id, and the strands in which any is judged."""

    known: dict[str, Report]
    touched: list[Strand]

    def strands(self, sets: Sets, same: Sequence[tuple[str, str, Held]]) -> list[tuple[Strand, str]]:
        """Return the strands made anew, each with its first report; the strongest links join first."""
        links = [link for strand in self.touched for link in (*strand.links, *strand.beside)]
        tied = [link for strand in self.touched for link in strand.links]
        for link in sorted(tied, key=lambda one: (-one.shared, one.copy, one.of)):
            sets.join(link.copy, link.of)
        for strand in self.touched:
            loose = [one for one in strand.reports if not any(one in (k.copy, k.of) for k in tied)]
            for one in loose:
                sets.join(self._first(strand.reports), one)
        members: defaultdict[str, list[str]] = defaultdict(list)
        for strand in self.touched:
            for report in strand.reports:
                members[sets.home(report)].append(report)
        links += [self._link(one, other) for one, other, _ in same if not _linked(links, one, other)]
        judged = {frozenset((one, other)) for one, other, _ in same}
        return [self._strand(sorted(ids), links, judged) for ids in members.values()]

    def _link(self, one: str, other: str) -> CopyLink:
        of, copy = sorted((one, other), key=self._age)
        return CopyLink(copy, of, CopyKind.REWRITE, 0.0, because=BECAUSE, kind_because=BECAUSE)

    def _strand(
        self, ids: list[str], links: Sequence[CopyLink], judged: set[frozenset[str]]
    ) -> tuple[Strand, str]:
        mine = sorted((link for link in links if link.copy in ids), key=lambda one: (one.copy, one.of))
        within = [_tie(one, judged) for one in mine if one.of in ids]
        joins = tuple(one for one in within if one.kind.dependent)
        beside = tuple(one for one in mine if one.of not in ids)
        return Strand(make_id("strand", *ids), tuple(ids), joins, beside), self._first(ids)

    def _first(self, ids: Iterable[str]) -> str:
        return min(ids, key=self._age)

    def _age(self, report: str) -> tuple[bool, date, str]:
        """Return what reports are ordered by: no copy, then the earlier written."""
        one = self.known[report]
        return one.copy_of is not None, one.dated.earliest or one.dated.latest or date.max, one.id


def _linked(links: Iterable[CopyLink], one: str, other: str) -> bool:
    return any({link.copy, link.of} == {one, other} for link in links)


def _tie(link: CopyLink, judged: set[frozenset[str]]) -> CopyLink:
    """Return a link inside a strand; one that joined nothing joins where a reviewer says so."""
    if link.kind.dependent or frozenset((link.copy, link.of)) not in judged:
        return link
    return replace(link, kind=CopyKind.EXCERPT, kind_because=BECAUSE)
