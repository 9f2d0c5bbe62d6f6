"""Messages of MUC-3 and MUC-4 as reports: the dateline gives town, day and agency, marks of the desk go.

Source of the format: text-headers-info beside the messages.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Dated, DatedHow, Report, make_id
from warmonitor.reference.actors import load_actors
from warmonitor.reference.casing import name_speller
from warmonitor.reference.gazetteer import load_gazetteer

_MESSAGE = re.compile(
    r"^((?:DEV|TST\d)-MUC\d-\d{4})\b[^\n]*\n(.*?)(?=^(?:DEV|TST\d)-MUC\d-\d{4}\b|\Z)", re.M | re.S
)
_DATELINE = re.compile(
    r"\s*(?P<place>[^,\n]{2,60}?)\s*,\s*(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z]{3})[A-Z]*\.?(?:\s+(?P<year>\d{2}))?"
    r"|NO DATE)?\s*(?:\([^)]*\))?\s*--\s*",
)
_MARKS = re.compile(
    r"\[(?:TEXT|SUMMARY|EXCERPTS?|CONTINUED|REPORT|COMMENTARY|STATEMENT|SPEECH|ARTICLE|COMMUNIQUE|BULLETIN|SIC"
    r"|EDITORIAL[^\]]*|STATION COMMENTARY|NEWS CONFERENCE[^\]]*|INTERVIEW[^\]]*|(?:BEGIN|END) RECORDING"
    r"|PASSAGE OMITTED|[^\]]*AS (?:HEARD|RECEIVED|PUBLISHED|PRINTED)|(?:FEW )?WORDS? INDISTINCT|NO CITY"
    r"|QUOTATION MARKS[^\]]*)\]"
)
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_CENTURY = 1900


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a report, with the town and country of its dateline as they stand in it."""

    id: str
    place: str
    report: Report


def read_messages(paths: list[Path]) -> dict[str, Message]:
    """Return the messages of the files by id, their text in mixed case."""
    spell = name_speller(load_gazetteer(), load_actors())
    found: dict[str, Message] = {}
    for path in paths:
        year = None
        for match in _MESSAGE.finditer(path.read_text(encoding="latin-1")):
            place, dated, text = _parts(match.group(2), year)
            year = dated.latest.year if dated.latest else year
            text = fold_case(text, load_parser(), spell)
            report = Report(make_id("report", match.group(1)), match.group(1), "", text, language="en",
                            stated_date=dated.latest, dated=dated)  # fmt: skip
            found[match.group(1)] = Message(match.group(1), place, report)
    return found


def _parts(body: str, year: int | None) -> tuple[str, Dated, str]:
    """Return dateline's place, the day of writing and the running text, paragraphs apart by a blank line.

    A dateline that leaves its year out has that of the message before it.
    """
    place, dated = "", Dated()
    if match := _DATELINE.match(body):
        place, dated = match["place"], _dated(match, year)
        body = body[match.end() :]
    body = _MARKS.sub(" ", body)
    paragraphs = re.split(r"\n\s*\n", body)
    flat = (re.sub(r"\s+", " ", one).strip() for one in paragraphs)
    return place, dated, "\n\n".join(one for one in flat if one)


def _dated(match: re.Match[str], before: int | None) -> Dated:
    year = _CENTURY + int(match["year"]) if match["year"] else before
    if match["day"] is None or match["month"] not in _MONTHS or year is None:
        return Dated()
    try:
        day = date(year, _MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return Dated()
    return Dated(day, day, DatedHow.STATED, "its dateline")
