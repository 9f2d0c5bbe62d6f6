"""What the program says of pairs of articles: whether they stand in one strand, how, and which was first."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from eval.copies_draw import Article
from warmonitor.model import CopyLink, RawReport, Report
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.compare import compare, links_between

INDEPENDENT = "independent"
DEPENDENT = frozenset({"reprint", "shortened", "excerpt", "rewrite"})


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: `linked` says whether both articles stand in one strand, `kind` how the two texts depend.

    `kind` is judged by these two alone. `first` is the key of the earlier article, "" where they share
    nothing; `shared` the share (0 to 1) of the copy's own words.
    """

    linked: bool = False
    kind: str = INDEPENDENT
    first: str = ""
    shared: float = 0.0

    @property
    def dependent(self) -> bool:
        """Say whether one of the two texts goes back to the other, or both to a third."""
        return self.kind in DEPENDENT


def read_reports(articles: Sequence[Article]) -> list[Report]:
    """Return the articles as the program reads them, each with its key as source, but for refused ones."""
    outlets = load_outlets()
    read = (clean(_raw(article), outlets)[0] for article in articles)
    return [report for report in read if report is not None]


def _raw(article: Article) -> RawReport:
    content = article.text.encode()
    day = article.day.isoformat() if article.day else ""
    hints = (("title", article.title), ("published", day), ("outlet", article.outlet))
    return RawReport(article.key, "text/plain", content, hashlib.sha256(content).hexdigest(), hints)


def look_up(pairs: Sequence[tuple[str, str]], reports: Sequence[Report]) -> list[Found]:
    """Return what is found of each pair of sources among all reports, in the order of the pairs."""
    strands = {report.source: report.strand for report in compare(reports).reports}
    ids = {report.source: report.id for report in reports}
    links = links_between(reports, [(ids.get(a, ""), ids.get(b, "")) for a, b in pairs])
    return [
        _found(
            a if link and link.of == ids[a] else b, link, together=_together(strands.get(a), strands.get(b))
        )
        for (a, b), link in zip(pairs, links, strict=True)
    ]


def _together(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _found(first: str, link: CopyLink | None, *, together: bool) -> Found:
    return Found(together, link.kind.value, first, link.shared) if link else Found(together)
