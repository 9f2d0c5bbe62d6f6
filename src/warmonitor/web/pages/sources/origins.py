"""Origins: whoever a claim goes back to, with the mark that its record earns, its owners and its claims."""

from typing import Annotated, Any

from fastapi import Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.database import Database
from warmonitor.store.fields import record_id
from warmonitor.store.quoting import of_speaker
from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.naming import SourceNamed, speaker_named
from warmonitor.web.pages.sources.quoting import Quoting, quoting
from warmonitor.web.pages.wording.evidence import Sentence, sentences
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_SENTENCES = 50
MARKS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}


class OriginLine(Part):
    """An origin: its kind, its mark with the reason, its owners, and how many claims go back to it."""

    id: str
    named: SourceNamed
    kind: str
    mark: str
    mark_said: str
    because: str
    owners: list[dict[str, Any]]
    voices: list[str]
    claims: int
    href: str


class OriginsPage(Page):
    """Origins by name; `next` leads on."""

    title: str = "Origins"
    origins: list[OriginLine]
    next: str | None


class OriginPage(Page):
    """An origin, who prints its words, and its claims as sentences from the `start`-th on."""

    origin: OriginLine
    quoting: Quoting
    sentences: list[Sentence]
    start: int
    next: int | None


class AskedOrigin(BaseModel):
    """Which of its sentences are shown."""

    model_config = ConfigDict(extra="forbid")
    after: int = Field(0, ge=0, le=10_000_000, description="How many sentences are passed over.")


@router.get("/origins", response_model=OriginsPage)
def origins(request: Request, asked: Annotated[asked_of("origins"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show the origins that claims go back to."""
    return answer(request, "sources/origins.html.j2", lambda reader: _origins(reader, asked))


@router.get("/origins/{id}", response_model=OriginPage)
def origin(request: Request, id: Annotated[Id, Path()], asked: Annotated[AskedOrigin, Query()]) -> Response:  # noqa: A002 - as it is called
    """Show an origin with its claims."""
    database = desk_of(request).store.database
    return answer(
        request, "sources/origin.html.j2", lambda reader: _origin(database, reader, id, asked.after)
    )


def _origins(reader: Reader, asked: Asked) -> OriginsPage:
    found = reader.page("origins", asked.filters(), asked.after, asked.limit)
    return OriginsPage(origins=[origin_line(one) for one in found.records], next=found.after)


def _origin(database: Database, reader: Reader, wanted: str, start: int) -> OriginPage:
    found = record_of(reader, "origins", wanted, "origin")
    claims, name = found["claims"], found["name"]
    return OriginPage(
        title=speaker_named(name).said,
        origin=origin_line(found),
        quoting=quoting(of_speaker(database, name)),
        sentences=sentences(reader, claims[start : start + _SENTENCES]),
        start=start,
        next=start + _SENTENCES if len(claims) > start + _SENTENCES else None,
    )


def origin_line(one: Record) -> OriginLine:
    """Return an origin as it stands in a list."""
    key = record_id("origins", one)
    return OriginLine(
        id=key,
        named=speaker_named(one["name"]),
        kind=one["kind"],
        mark=one["mark"],
        mark_said=MARKS.get(one["mark"], "not known"),
        because=one["because"],
        owners=one["owners"],
        voices=one["voices"],
        claims=len(one["claims"]),
        href=page_of("origins", key),
    )
