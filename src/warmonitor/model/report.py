"""Reports, as received and as read, and how their texts depend on each other."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from warmonitor.model.ids import make_id
from warmonitor.model.span import Span


@dataclass(frozen=True, slots=True)
class RawReport:
    """Bytes exactly as received, before anything is understood of them.

    `source` is the path or URL as given, with `#n` for the n-th record of an archive or feed;
    `media_type` is a MIME type such as "text/html"; `sha256` is the hex digest of `content`;
    `hints` are fields that the container gives beside the text (url, title, published, outlet, author).
    """

    source: str
    media_type: str
    content: bytes
    sha256: str
    hints: tuple[tuple[str, str], ...] = ()

    @property
    def report_id(self) -> str:
        """Return the id of the report in it: the same bytes at one address, or under one name, are one."""
        address = dict(self.hints).get("url") or self.source.rsplit("/", 1)[-1]
        return make_id("report", self.sha256, address)

    @property
    def rank(self) -> tuple[list[str], int, str, tuple[tuple[str, str], ...]]:
        """Return what records that give the same report are ordered by; the first of them counts."""
        path, mark, number = self.source.rpartition("#")
        if not (mark and number.isdecimal() and number.isascii()):
            path, number = self.source, "0"
        return path.split("/"), int(number), self.media_type, self.hints


class DatedHow(StrEnum):
    """Where the time of writing comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dated:
    """When a report was really written: an interval of days, both included, and the reason for it."""

    earliest: date | None = None
    latest: date | None = None
    how: DatedHow = DatedHow.UNKNOWN
    because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One article, freed from its page.

    `text` is the article body in reading order, paragraphs apart by a blank line, title and captions
    not in it; every offset of every record counts its Unicode code points. `agencies` are the
    agencies credited, by the name of the outlet register; `captions` are picture captions.
    `dated`, `copy_of` and `strand` stay empty until compare has seen the report among the others.
    """

    id: str
    source: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    byline: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    stated_date: date | None = None
    captions: tuple[str, ...] = ()
    url: str | None = None
    dated: Dated = field(default_factory=Dated)
    copy_of: str | None = None
    strand: str | None = None


class CopyKind(StrEnum):
    """What the words are that two texts share; the last two are no dependence of one text on the other."""

    REPRINT = "reprint"
    SHORTENED = "shortened"
    REWRITE = "rewrite"
    EXCERPT = "excerpt"
    QUOTATION = "quotation"
    STOCK = "stock"

    @property
    def dependent(self) -> bool:
        """Say whether words of one text reached the other, or of a third text both."""
        return self not in {CopyKind.QUOTATION, CopyKind.STOCK}


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words that stand in two reports: `copy` in the copy's text, `of` in the other's."""

    copy: Span
    of: Span


@dataclass(frozen=True, slots=True, order=True)
class Altered:
    """Words that two texts have between the same words: `copy` in the copy's text, `of` in the other's."""

    copy: Span
    of: Span


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Report `copy` repeats report `of`; `shared` is the share (0 to 1) of its own words found there.

    `because` says why the copy is the later one, `kind_because` why it is of its kind; `changes` are figures
    that differ inside a passage, or any words where the copy carries a note of correction.
    """

    copy: str
    of: str
    kind: CopyKind
    shared: float
    passages: tuple[Passage, ...] = ()
    because: str = ""
    kind_because: str = ""
    changes: tuple[Altered, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Reports that go back to one text; a report that copies nothing is a strand of its own.

    `beside` are links of its reports to those of other strands: a quotation or stock that both have, or a
    second text that the copy goes back to. They join nothing.
    """

    id: str
    reports: tuple[str, ...]
    links: tuple[CopyLink, ...] = ()
    beside: tuple[CopyLink, ...] = ()
