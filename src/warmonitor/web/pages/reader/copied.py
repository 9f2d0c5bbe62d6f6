"""Copies that a report is one side of: which text goes back to which, and the passages they share."""

from collections.abc import Iterator, Sequence

from warmonitor.model import Span
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed

MOST = 50  # copies that are told


class Passage(Part):
    """A stretch of this report that stands in another; offsets in code points, `href` shows both."""

    start: int
    end: int
    other: str
    href: str

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


class Copy(Part):
    """Another report that this one copies (`copied`) or that copies this one; why, and what they share."""

    report: str
    outlet: str | None
    title: str | None
    dated: str
    copied: bool
    kind: str
    because: str
    href: str
    passages: list[Passage]


def copies_of(reader: Reader, report: Record) -> list[Copy]:
    """Return the copies of a report in its strand, those that it copies first, up to `MOST`."""
    strand = reader.get("strands", report["strand"]) if report["strand"] else None
    links = list(_links(strand, report["id"]))[:MOST] if strand else []
    others = {one["id"]: one for one in reader.some("reports", [_other(one, report["id"]) for one in links])}
    return [
        _copy(one, report["id"], others[key]) for one in links if (key := _other(one, report["id"])) in others
    ]


def copied_passages(made: Sequence[Copy]) -> list[Passage]:
    """Return the passages that a report copies, in the order of `copies_of`."""
    return [passage for one in made if one.copied for passage in one.passages]


def _links(strand: Record, report: str) -> Iterator[Record]:
    every = [*strand["links"], *strand.get("beside", ())]
    yield from (one for one in every if one["copy"] == report)
    yield from (one for one in every if one["of"] == report)


def _other(link: Record, report: str) -> str:
    return str(link["of"] if link["copy"] == report else link["copy"])


def _copy(link: Record, report: str, other: Record) -> Copy:
    copied = link["copy"] == report
    href = listed("/compare", one=report, other=other["id"])
    spans = [Span(*(one[:2] if copied else one[2:])) for one in link["passages"]]
    return Copy(
        report=other["id"],
        outlet=other["outlet"],
        title=other["title"],
        dated=words.when(other["dated"]),
        copied=copied,
        kind=link["kind"],
        because=link["because"],
        href=href,
        passages=[Passage(start=one.start, end=one.end, other=other["id"], href=href) for one in spans],
    )
