"""Statements: one speech in the wordings and translations of those who report it, side by side."""

from collections.abc import Mapping, Sequence

from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.lines import Named
from warmonitor.web.pages.entities.ways import review_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.records import record_of

MOST = 100  # wordings that are shown


class Wording(Part):
    """A speech as one report words it; `language` is the report's, by its code, if known."""

    text: str
    language: str | None
    outlet: str | None
    title: str | None
    dated: str
    href: str


class StatementLine(Part):
    """A statement: who speaks, how many wordings there are, and the first of them."""

    id: str
    speaker: Named
    wordings: int
    first: str
    outlets: list[str]
    languages: list[str]


class StatementPage(Page):
    """A statement, with its wordings in the order of the reports' days."""

    id: str
    speaker: Named
    wordings: list[Wording]
    total: int
    review: str | None


def statement_lines(reader: Reader, statements: Sequence[Record]) -> list[StatementLine]:
    """Return statements as lines; their reports are read together."""
    wanted = [quote["report"] for one in statements for quote in one["quotes"][:MOST]]
    reports = {one["id"]: one for one in reader.some("reports", wanted)}
    return [_line(one, reports) for one in statements]


def statement_page(reader: Reader, record: str) -> StatementPage:
    """Return the page of a statement.

    Raises:
        Trouble: 404 when it is not there.
    """
    found = record_of(reader, "statements", record, "statement")
    quotes = found["quotes"][:MOST]
    reports = {one["id"]: one for one in reader.some("reports", [one["report"] for one in quotes])}
    told = sorted((one for one in quotes if one["report"] in reports), key=lambda one: _day(one, reports))
    return StatementPage(
        title=f"What {found['speaker']['name']} said",
        id=record,
        speaker=_speaker(found),
        wordings=[_wording(one, reports[one["report"]]) for one in told],
        total=len(found["quotes"]),
        review=review_of("statements", record),
    )


def _line(statement: Record, reports: Mapping[str, Record]) -> StatementLine:
    known = [reports[one["report"]] for one in statement["quotes"][:MOST] if one["report"] in reports]
    return StatementLine(
        id=statement["id"],
        speaker=_speaker(statement),
        wordings=len(statement["quotes"]),
        first=words.shortened(statement["quotes"][0]["text"]),
        outlets=sorted({one["outlet"] for one in known if one["outlet"]}),
        languages=sorted({one["language"] for one in known if one["language"]}),
    )


def _speaker(statement: Record) -> Named:
    return Named(id=statement["speaker"]["id"], name=statement["speaker"]["name"])


def _day(quote: Record, reports: Mapping[str, Record]) -> tuple[str, str, int]:
    return reports[quote["report"]]["dated"]["earliest"] or "9999", quote["report"], quote["start"]


def _wording(quote: Record, report: Record) -> Wording:
    return Wording(
        text=quote["text"],
        language=report["language"],
        outlet=report["outlet"],
        title=report["title"],
        dated=words.when(report["dated"]),
        href=page_of("reports", report["id"]),
    )
