"""The Reader: a report with its claims marked where they stand, and one of them opened."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from fastapi import Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import Span
from warmonitor.store.filters import Filters
from warmonitor.store.reader import MOST, Reader, Record
from warmonitor.web.asked import Word
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.reader.copied import Copy, Passage, copied_passages, copies_of
from warmonitor.web.pages.reader.legend import Legend, Sign, Wanted, legend, letters, sign
from warmonitor.web.pages.reader.marking import (
    Paragraph,
    claim_marks,
    paragraphs,
    parts,
    passage_marks,
    quote_marks,
)
from warmonitor.web.pages.reader.telling import Telling, telling
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import outside, page_of
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_SPEECHES = 200


class Head(Part):
    """What stands over the text: who wrote it when, and when it was really written, with the reason."""

    id: str
    outlet: str | None
    byline: list[str]
    agencies: list[str]
    language: str | None
    stated: str | None
    dated: str
    how: str
    because: str
    source: str
    address: str | None
    strand: str | None
    copy_of: str | None


class Opened(Part):
    """The claim that is open, those before and after it, and what else is marked over its first words."""

    telling: Telling
    before: str | None
    after: str | None
    close: str
    beside: list[str]


class ReportPage(Page):
    """A report: its text in pieces, `signs` how each record over them is marked, and filters of the marks.

    A long text is shown by parts, `part` is the one of `parts` that is here.
    `shown` of `marked` claims pass the filters; `whole` is false where a report has more than are looked at,
    `gone` true where the claim that is asked for is not in the account.
    """

    head: Head
    paragraphs: list[Paragraph]
    part: int
    parts: int
    captions: list[str]
    signs: dict[str, Sign]
    legend: Legend
    filtered: bool
    marked: int
    shown: int
    whole: bool
    gone: bool
    first: str | None
    open: Opened | None
    copies: list[Copy]
    copies_shown: bool
    passages: list[Passage]


class Asked(BaseModel):
    """What of a report is asked for."""

    model_config = ConfigDict(extra="forbid")

    claim: Id | None = Field(None, description="The claim that is open.")
    kind: Word | None = Field(None, description="Mark claims of this kind alone.")
    speaker: Word | None = Field(None, description="Mark what this speaker says; * is the outlet itself.")
    stance: Word | None = Field(None, description="Mark claims put like this.")
    part: int | None = Field(None, ge=1, le=1_000_000, description="Which part of a long text.")
    copies: Literal["1"] | None = Field(None, description="Show passages that are copied.")


@router.get("/reports/{id}", response_model=ReportPage)
def report(
    request: Request,
    id: Annotated[Id, Path()],  # noqa: A002 - as it is called
    asked: Annotated[Asked, Query()],
) -> Response:
    """Show a report with its claims marked."""
    return answer(request, "reader/report.html.j2", _View(id, asked).page)


class _View:
    """What of a report is wanted."""

    def __init__(self, report: str, asked: Asked) -> None:
        self._report, self._claim, self._part, self._copies = report, asked.claim, asked.part, asked.copies
        self._wanted = Wanted(asked.kind, asked.speaker, asked.stance)

    def page(self, reader: Reader) -> ReportPage:
        report = record_of(reader, "reports", self._report, "report")
        found = reader.page("claims", Filters(report=self._report), limit=MOST)
        claims = [*found.records, *self._further(reader, found.records)]
        shown = [one for one in claims if self._wanted.meets(one) or one["id"] == self._claim]
        speeches = self._speeches(reader)
        made = copies_of(reader, report)
        spans = copied_passages(made) if self._copies else []
        marks = [
            *claim_marks(shown),
            *quote_marks(speeches, self._report),
            *passage_marks([one.span for one in spans]),
        ]
        every = parts(report["text"])
        part = self._part_of(every, shown)
        return ReportPage(
            title=report["title"] or "Report without a title",
            head=_head(report),
            paragraphs=paragraphs(report["text"], marks, every[part]),
            part=part + 1,
            parts=len(every),
            captions=list(report["captions"]),
            signs=dict(self._signs(report, claims, shown, speeches)),
            legend=legend(claims, self._wanted),
            filtered=self._wanted != Wanted(),
            marked=len(claims),
            shown=sum(map(self._wanted.meets, claims)),
            whole=found.after is None,
            gone=self._claim is not None and all(one["id"] != self._claim for one in claims),
            first=self._address(shown[0]["id"]) if shown else None,
            open=self._opened(reader, shown),
            copies=made,
            copies_shown=bool(self._copies),
            passages=spans,
        )

    def _address(self, claim: str | None) -> str:
        """Return where a claim of this report is open, all else as it is; None opens none."""
        asked = {"kind": self._wanted.kind, "speaker": self._wanted.speaker, "stance": self._wanted.stance}
        part = str(self._part) if self._part and not claim else None
        told = page_of("reports", self._report, claim=claim, **asked, copies=self._copies, part=part)
        return f"{told}#{claim}" if claim else told

    def _part_of(self, every: Sequence[Span], shown: Sequence[Record]) -> int:
        """Return which part is shown, from 0: that of the open claim, else the one that is asked for."""
        opened = next((one["quote"]["start"] for one in shown if one["id"] == self._claim), None)
        if opened is None:
            return min((self._part or 1) - 1, len(every) - 1)
        return next((n for n, one in enumerate(every) if opened < one.end), 0)

    def _further(self, reader: Reader, claims: Sequence[Record]) -> list[Record]:
        """Return the claim that is asked for where it is not among the first of the report."""
        if self._claim is None or any(one["id"] == self._claim for one in claims):
            return []
        found = reader.get("claims", self._claim)
        return [found] if found and found["report"] == self._report else []

    def _speeches(self, reader: Reader) -> Sequence[Record]:
        if self._wanted != Wanted():
            return ()
        return reader.page("statements", Filters(report=self._report), limit=_SPEECHES).records

    def _signs(
        self, report: Record, claims: Sequence[Record], shown: Sequence[Record], speeches: Sequence[Record]
    ) -> Iterator[tuple[str, Sign]]:
        named = letters(claims)
        for claim in shown:
            yield claim["id"], sign(claim, named, report["outlet"], self._address(claim["id"]))
        for one in speeches:
            title = f"Words of {words.called(one['speaker']) or 'a speaker'} that other reports give too"
            href = page_of("statements", one["id"])
            yield (
                one["id"],
                Sign(kind="statement", letters="", stance="", title=title, href=href, elsewhere=True),
            )

    def _opened(self, reader: Reader, shown: Sequence[Record]) -> Opened | None:
        at = next((number for number, one in enumerate(shown) if one["id"] == self._claim), None)
        if at is None:
            return None
        here = shown[at]
        before, after = shown[at - 1 : at] if at else (), shown[at + 1 : at + 2]
        return Opened(
            telling=telling(reader, here, self._address(here["id"])),
            before=next((self._address(one["id"]) for one in before), None),
            after=next((self._address(one["id"]) for one in after), None),
            close=self._address(None),
            beside=[one["id"] for one in shown if one is not here and _meet(one, here)],
        )


def _meet(one: Record, other: Record) -> bool:
    first, second = one["quote"], other["quote"]
    return bool(first["start"] < second["end"] and second["start"] < first["end"])


def _head(report: Record) -> Head:
    dated = report["dated"]
    return Head(
        id=report["id"],
        outlet=report["outlet"],
        byline=list(report["byline"]),
        agencies=list(report["agencies"]),
        language=report["language"],
        stated=words.day(report["stated_date"]) if report["stated_date"] else None,
        dated=words.when(dated),
        how=dated["how"],
        because=dated["because"],
        source=report["source"],
        address=outside(report["url"]),
        strand=report["strand"],
        copy_of=report["copy_of"],
    )
