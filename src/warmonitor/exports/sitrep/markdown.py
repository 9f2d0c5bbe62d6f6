"""The situation report in Markdown: footnotes lead from each sentence to the words in their report."""

from collections.abc import Iterator

from warmonitor.exports.sitrep.record import Grid, Line, Note, Section, Sitrep, Source
from warmonitor.exports.sitrep.told import LEADS, heading, note_words, outside, source_words
from warmonitor.model.markdown import escaped, plain


def markdown(report: Sitrep) -> bytes:
    """Return the situation report as UTF-8; pictures are told in words."""
    lines = [f"# {plain(report.title)}", "", *(f"{plain(one)}  " for one in heading(report)), ""]
    for section in report.sections:
        lines += _section(section, 2)
    for picture in report.pictures:
        lines += [f"**{plain(picture.title)}.** {plain(picture.said)}", ""]
    sources = [f"- {_source(one)}" for one in report.sources] or ["No report is quoted."]
    lines += ["## Sources", "", *sources, "", "## Notes", ""]
    lines += [f"[^{note.number}]: {_note(note)}" for note in report.notes]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {plain(section.title)}"
    yield ""
    for part in section.parts:
        yield from _section(part, level + 1)
    if section.parts:
        return
    yield from _grid(section.table) if section.table else ()
    yield from (f"- {_line(line)}" for line in section.lines)
    if not (section.lines or section.table):
        yield plain(section.empty)
    if section.bounded:
        yield from ("", _line(section.bounded) + f" {LEADS} `{section.whole}`.")
    yield ""


def _grid(grid: Grid) -> Iterator[str]:
    rows = [[plain(one) for one in grid.columns], ["---"] * len(grid.columns)]
    rows += [[_line(cell) for cell in row.cells] for row in grid.rows]
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line) -> str:
    first, *rest = line.pieces
    told = [plain(first.text) + _space(first.text) + _marks(first.notes)]
    return "".join([*told, *(escaped(piece.text) + _marks(piece.notes) for piece in rest)])


def _space(text: str) -> str:
    return " " if text[-1:].isspace() else ""


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{note}]" for note in notes)


def _note(note: Note) -> str:
    return f"{plain(note_words(note))} `{note.href.partition('#')[2]}`" + _outside(note.url)


def _source(source: Source) -> str:
    return plain(source_words(source)) + _outside(source.url)


def _outside(url: str | None) -> str:
    """Return an address as text; who reads it may follow it."""
    found = outside(url)
    return f" {escaped(found)}" if found else ""
