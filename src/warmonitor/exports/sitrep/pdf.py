"""The situation report as PDF by Typst, from data and a template of our own; nothing is fetched."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal

import typst

from warmonitor.exports.sitrep.record import Grid, Line, Section, Sitrep
from warmonitor.exports.sitrep.scripts import boxed
from warmonitor.exports.sitrep.told import (
    LEADS,
    clean,
    footer,
    heading,
    isolated,
    note_words,
    outside,
    source_words,
)

_DATA = files("warmonitor.exports.sitrep").joinpath("data")
_FONTS = files("warmonitor.exports.sitrep").joinpath("fonts")


def pdf(report: Sitrep) -> bytes:
    """Return the situation report as a tagged PDF without a date: the same record, the same bytes."""
    return compiled("sitrep.typ", {"report": json.dumps(_tree(report))}, "pdf")


def compiled(template: str, inputs: dict[str, str], form: Literal["pdf", "png"]) -> bytes:
    """Return what Typst makes of a template of ours, with our own fonts; `form` is pdf or png."""
    with as_file(_DATA) as folder:
        made = typst.Compiler(
            _template(template),
            root=str(folder),
            font_paths=_fonts(),
            package_path=str(folder),
            package_cache_path=str(folder),
            sys_inputs=inputs,
        ).compile(format=form)
    if not isinstance(made, bytes):
        msg = f"“{template}” is to give one file."
        raise TypeError(msg)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that come with Typst and with us, so that files are alike on every machine."""
    with as_file(_FONTS) as folder:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


@cache
def _template(name: str) -> bytes:
    return _DATA.joinpath(name).read_bytes()


def _tree(report: Sitrep) -> dict[str, Any]:
    """Return what the template reads; every text is whole, so that it only puts them in place."""
    told = [*_texts(report), *heading(report)]
    return {
        "title": clean(report.title),
        "heading": [clean(one) for one in (*heading(report), boxed(told)) if one],
        "footer": clean(footer(report)),
        "sections": [_section(one) for one in report.sections],
        "pictures": [
            {"title": clean(one.title), "said": clean(one.said), "svg": clean(one.svg)}
            for one in report.pictures
        ],
        "sources": [{"said": clean(source_words(one)), "url": outside(one.url)} for one in report.sources],
        "notes": [
            {
                "number": note.number,
                "said": clean(note_words(note)),
                "url": outside(note.url),
                "back": note.back,
            }
            for note in report.notes
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": clean(section.title),
        "lines": [_line(line) for line in section.lines],
        "parts": [_section(part) for part in section.parts],
        "table": _table(section.table) if section.table else None,
        "empty": clean(section.empty),
        "bounded": _line(section.bounded) if section.bounded else None,
        "leads": f" {LEADS} ",
        "whole": section.whole,
    }


def _table(table: Grid) -> dict[str, Any]:
    rows = [{"id": row.id, "cells": [_line(cell) for cell in row.cells]} for row in table.rows]
    return {"columns": table.columns, "rows": rows}


def _line(line: Line) -> dict[str, Any]:
    pieces = [
        {
            "text": clean(isolated(piece.text) if piece.kind == "name" else piece.text),
            "kind": piece.kind,
            "notes": piece.notes,
        }
        for piece in line.pieces
    ]
    return {"id": line.id, "pieces": pieces}


def _texts(report: Sitrep) -> Iterator[str]:
    """Yield what stands in a file in letters from outside."""
    yield from (piece.text for line in report.lines() for piece in line.pieces)
    yield from map(note_words, report.notes)
    yield from map(source_words, report.sources)
