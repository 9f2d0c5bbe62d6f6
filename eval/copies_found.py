"""What the program says of pairs of articles: whether they stand in one strand, how, and which was first."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.copies_draw import Article
from warmonitor.model import RawReport, Report, Strand
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.compare import Compared

NONE = "none"


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: `kind` is "none" where the two stand in no strand, "" where no link joins them inside it.

    `first` is the key of the earlier article, "" where nothing is linked; `shared` the share (0 to 1) of the
    copy's own words.
    """

    kind: str = NONE
    first: str = ""
    shared: float = 0.0

    @property
    def linked(self) -> bool:
        """Say whether both articles stand in one strand."""
        return self.kind != NONE


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


def look_up(pairs: Sequence[tuple[str, str]], compared: Compared) -> list[Found]:
    """Return what was found of each pair of sources, in their order.

    A text that several reports bear is linked to others through one of them: links are looked up by texts.
    """
    by_source = {report.source: report for report in compared.reports}
    links = _links(compared.strands, {report.id: report.text for report in compared.reports})
    return [_found(a, b, by_source, links) for a, b in pairs]


Links = Mapping[frozenset[str], tuple[str, Found]]


def _links(strands: Sequence[Strand], texts: Mapping[str, str]) -> Links:
    return {
        frozenset((texts[link.copy], texts[link.of])): (
            texts[link.of],
            Found(link.kind.value, "", link.shared),
        )
        for strand in strands
        for link in strand.links
    }


def _found(a: str, b: str, by_source: Mapping[str, Report], links: Links) -> Found:
    one, other = by_source.get(a), by_source.get(b)
    if one is None or other is None or one.strand != other.strand:
        return Found()
    link = links.get(frozenset((one.text, other.text)))
    if link is None:
        return Found("")
    earlier, found = link
    return Found(found.kind, a if earlier == one.text else b, found.shared)
