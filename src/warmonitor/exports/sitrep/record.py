"""The record of a situation report: sentences in pieces, with notes that lead to the words."""

from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

# How a piece of a sentence is shown: our words, days, text from outside, a number of the account, how many
# records there are.
Kind = Literal["words", "days", "name", "number", "count"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class Piece(_Record):
    """A piece of a sentence; `notes` are numbers of notes, `href` an address in the reading room."""

    text: str
    kind: Kind = "words"
    notes: tuple[int, ...] = ()
    href: str | None = None


class Line(_Record):
    """A sentence, or what stands in a cell; `id` is the anchor to which its notes lead back, "" for none."""

    pieces: tuple[Piece, ...]
    id: str = ""

    @property
    def text(self) -> str:
        """The sentence without its notes."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of its notes, each once, in order."""
        return tuple(dict.fromkeys(note for piece in self.pieces for note in piece.notes))


class Row(_Record):
    """A row of a table, a cell for each of its columns; `id` as of a sentence."""

    cells: tuple[Line, ...]
    id: str = ""


class Grid(_Record):
    """A table; every row has notes."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Section(_Record):
    """A heading with sentences, a table or further headings; `empty` is said where there is none of them.

    `total` is how many records could be told of and `told` how many are, `more` whether there are even more
    than `total`; `whole` is the address in the reading room of all of them, None where all are told of here.
    """

    id: str
    title: str
    lines: tuple[Line, ...] = ()
    table: Grid | None = None
    parts: tuple["Section", ...] = ()
    empty: str = "The reports read say nothing of this."
    told: int = 0
    total: int = 0
    more: bool = False
    whole: str | None = None

    @property
    def bounded(self) -> Line | None:
        """What is said where not all is told, None where it is."""
        if self.whole is None:
            return None
        total = f"{'more than ' if self.more else ''}{self.total:,}"
        count = Piece(text=f"{self.told:,} of {total}", kind="count", href=self.whole)
        return Line(pieces=(Piece(text="The weightiest "), count, Piece(text=".")))


class Note(_Record):
    """Who says what a sentence tells, in which words of which report.

    `later` says that the report was written after the period; `start` and `end` are characters of its text;
    `href` leads to the words in the reading room, `url` is where the report was published, if anywhere;
    `back` is the id of the first sentence or row that it stands behind.
    """

    number: int
    claim: str
    report: str
    outlet: str | None
    title: str | None
    dated: str
    speakers: str
    doubt: str
    quote: str
    start: int
    end: int
    later: bool
    language: str | None
    href: str
    url: str | None
    back: str = ""


class Source(_Record):
    """A report that notes lead to."""

    report: str
    outlet: str | None
    title: str | None
    dated: str
    agencies: tuple[str, ...]
    copied: bool
    href: str
    url: str | None


class Picture(_Record):
    """A map or plot as SVG, `width` by `height` units; `said` tells in words what is to be seen."""

    id: str
    title: str
    said: str
    width: int
    height: int
    svg: str

    @property
    def src(self) -> str:
        """The picture as an address that holds it whole."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode('utf-8', 'replace')).decode('ascii')}"


class Sitrep(_Record):
    """A situation report of a period and an area; `chain` is the head of the chain of what was given."""

    title: str = "Situation report"
    since: date
    until: date
    period: str
    area: str
    made: str
    chain: str | None
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[Source, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Yield all sentences and cells in order."""
        for section in self.sections:
            yield from _lines(section)


def _lines(section: Section) -> Iterator[Line]:
    yield from section.lines
    yield from (cell for row in (section.table.rows if section.table else ()) for cell in row.cells)
    for part in section.parts:
        yield from _lines(part)
