"""Reports that arrive, one after the other: each held against all that came before, and kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.model import CopyLink, Report
from warmonitor.run.index import ReportIndex
from warmonitor.stages.compare import compare
from warmonitor.stages.tell.words import beside_words, copy_words


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report, whether it was there already, and its links with those it shares words with, by id."""

    report: Report
    known: bool
    links: tuple[CopyLink, ...] = ()
    near: tuple[Report, ...] = ()

    def lines(self) -> list[str]:
        """Return what is to be told of it: a line, and one more for each link and each change in it."""
        if self.known:
            return [f"{self.report.source}: was there already"]
        if not self.links:
            return [f"{self.report.source}: a text of its own"]
        return [line for link in self.links for line in self._of_link(link)]

    def _of_link(self, link: CopyLink) -> Iterator[str]:
        mine, other = self.report, next(one for one in self.near if one.id in {link.copy, link.of})
        copy, of = (mine, other) if link.copy == mine.id else (other, mine)
        if not link.kind.dependent:
            told = f"{beside_words(link.kind)} {other.source}"
        elif copy is mine:
            told = f"{copy_words(link.kind)} of {of.source}"
        else:
            told = f"the earlier text; {copy.source} is its {copy_words(link.kind)}"
        why = "; ".join(reason for reason in (link.kind_because, link.because) if reason)
        yield f"{mine.source}: {told} ({why})"
        for change in link.changes:
            here, there = change.copy.of(copy.text), change.of.of(of.text)
            yield f"    “{here}” in {copy.source} where {of.source} has “{there}”"


def arrive(index: ReportIndex, reports: Sequence[Report]) -> Iterator[Arrival]:
    """Yield each report with how its text depends on the earlier ones; it is kept by then.

    It is judged among those that share words with it, and no others: what is stock of its site, and when it
    was written, is what these tell.
    """
    for report in reports:
        before = len(index)
        near = [index[one.number] for one in index.add(report)]
        if len(index) == before:
            yield Arrival(report, known=True)
        else:
            yield Arrival(report, False, _links(report, near), tuple(near))


def _links(report: Report, near: Sequence[Report]) -> tuple[CopyLink, ...]:
    strands = compare([report, *near]).strands if near else []
    links = (link for strand in strands for link in (*strand.links, *strand.beside))
    return tuple(link for link in links if report.id in {link.copy, link.of})
