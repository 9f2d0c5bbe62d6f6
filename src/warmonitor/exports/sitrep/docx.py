"""The situation report for word processors: headings, numbered notes, pictures told in words."""

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.shared import Pt

from warmonitor.exports.sitrep.pictures import png
from warmonitor.exports.sitrep.record import Grid, Line, Note, Section, Sitrep
from warmonitor.exports.sitrep.told import LEADS, clean, footer, heading, note_words, outside
from warmonitor.exports.sitrep.word import (
    bookmarked,
    described,
    linked_inside,
    linked_outside,
    repeated,
    run,
    set_language,
)
from warmonitor.exports.sitrep.zipped import steady

_DAY_ONE = datetime(2000, 1, 1)  # noqa: DTZ001 - no time of any clock: the same record gives the same bytes
_WIDE = Pt(440)
_COLUMNS = (0.14, 0.12, 0.32, 0.17, 0.13, 0.12)  # shares of the width, of the table of figures
_ISOLATED = re.compile("(\\u2068[^\\u2069]*\\u2069)")


def docx(report: Sitrep) -> bytes:
    """Return the situation report as a Word file (Office Open XML): the same record, the same bytes."""
    file = Document()
    _about(file, report)
    file.add_heading(clean(report.title), 0)
    for one in heading(report):
        file.add_paragraph(clean(one))
    for index, section in enumerate(report.sections):
        _section(file, section, 1)
        if index == 0:
            _pictures(file, report)
    _sources(file, report)
    file.add_heading("Notes", 1)
    for note in report.notes:
        _note(file, note)
    made = io.BytesIO()
    file.save(made)
    return steady(made.getvalue())


def _about(file: Opened, report: Sitrep) -> None:
    about = file.core_properties
    about.title, about.author, about.last_modified_by, about.comments = clean(report.title), "", "", ""
    about.subject = clean(f"{report.period}, {report.area}")[:250]
    about.language, about.created, about.modified, about.revision = "en-GB", _DAY_ONE, _DAY_ONE, 1
    set_language(file, "en-GB")
    file.styles["Normal"].font.size = Pt(10)
    file.sections[0].footer.paragraphs[0].add_run(clean(footer(report))).font.size = Pt(7.5)


def _section(file: Opened, section: Section, level: int) -> None:
    file.add_heading(clean(section.title), level)
    for part in section.parts:
        _section(file, part, level + 1)
    if section.parts:
        return
    if section.table:
        _grid(file, section.table)
    bullet = file.styles["List Bullet"].style_id if section.lines else None
    for line in section.lines:
        paragraph = file.add_paragraph()
        paragraph._p.style = bullet  # by its id: by its name all styles are gone through each time
        _line(paragraph, line)
    if not (section.lines or section.table):
        file.add_paragraph(clean(section.empty))
    if section.bounded:
        _line(paragraph := file.add_paragraph(), section.bounded)
        run(paragraph, f" {LEADS} {section.whole}.")


def _grid(file: Opened, grid: Grid) -> None:
    table = file.add_table(1, len(grid.columns), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, grid.columns, strict=True):
        run(cell.paragraphs[0], text, strong=True)
    repeated(table.rows[0])
    for row in grid.rows:
        cells = table.add_row().cells
        bookmarked(cells[0].paragraphs[0], _mark(row.id))
        for cell, told in zip(cells, row.cells, strict=True):
            _line(cell.paragraphs[0], told)
        _widen(cells)
    _widen(table.rows[0].cells)


def _widen(cells: Iterable[Any]) -> None:
    for cell, share in zip(cells, _COLUMNS, strict=True):
        cell.width = int(_WIDE * share)


def _line(paragraph: Any, line: Line) -> None:
    bookmarked(paragraph, _mark(line.id))
    for piece in line.pieces:
        run(paragraph, clean(piece.text), strong=piece.kind == "number")
        for note in piece.notes:
            linked_inside(paragraph, f"[{note}]", f"note_{note}")


def _mark(anchor: str) -> str:
    return anchor.replace("-", "_")


def _pictures(file: Opened, report: Sitrep) -> None:
    for picture in report.pictures:
        shape = file.add_picture(io.BytesIO(png(picture)), width=_WIDE)
        described(shape, clean(picture.title), clean(picture.said))
        file.add_paragraph(clean(picture.title), style="Caption")


def _sources(file: Opened, report: Sitrep) -> None:
    file.add_heading("Sources", 1)
    if not report.sources:
        file.add_paragraph("No report is quoted.")
        return
    table = file.add_table(1, 4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Outlet", "Title", "Written", "Goes back to"), strict=True):
        run(cell.paragraphs[0], text, strong=True)
    repeated(table.rows[0])
    for one in report.sources:
        back = [*one.agencies, *(["a copy of another report"] if one.copied else [])]
        told = (one.outlet or "outlet not known", one.title or "", one.dated, ", ".join(back))
        for cell, text in zip(table.add_row().cells, told, strict=True):
            run(cell.paragraphs[0], clean(text))


def _note(file: Opened, note: Note) -> None:
    paragraph = file.add_paragraph()
    bookmarked(paragraph, f"note_{note.number}")
    linked_inside(paragraph, f"{note.number}.", _mark(note.back), raised=False)
    run(paragraph, " ")
    for part in _ISOLATED.split(clean(note_words(note))):
        run(paragraph, part)
    if url := outside(note.url):
        run(paragraph, " ")
        linked_outside(paragraph, url)
