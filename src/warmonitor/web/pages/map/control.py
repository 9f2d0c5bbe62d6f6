"""Who held what: spells of control as a list, and each with its days told and the sentences of it."""

from typing import Annotated

from fastapi import Path, Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.map.territory import (
    EVIDENCE,
    Among,
    Ends,
    PlaceNamed,
    Record,
    among,
    ends,
    on_map,
    place_called,
    place_of,
    told_day,
)
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import MOST, Sentence, sentences
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")


class SpellLine(Part):
    """A spell: where, how it stood, on which days, and the last day that its holder was confirmed."""

    id: str
    place: PlaceNamed
    part: str | None
    status: str
    words: str
    when: Ends
    confirmed: str | None


class ControlPage(Page):
    """Spells in the account's order; `next` leads to the next page of them."""

    title: str = "Control"
    spells: list[SpellLine]
    next: str | None


class Stretch(Part):
    """Days of a spell and what they rest on: told, interpolated or carried."""

    when: Ends
    evidence: str
    said: str


class SpellPage(SpellLine, Page):
    """A spell with what its days rest on, the first sentences of it, and the other spells of its place."""

    by: str | None
    claimed: str | None
    because: str
    stretches: list[Stretch]
    claims: int
    sentences: list[Sentence]
    others: list[Among]
    map: str


@router.get("/control", response_model=ControlPage)
def control(request: Request, asked: Annotated[asked_of("control"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show who held what."""
    return answer(request, "map/control.html.j2", lambda reader: _control(reader, asked))


@router.get("/control/{id}", response_model=SpellPage)
def spell(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Show a spell of control and what it rests on."""
    return answer(request, "map/spell.html.j2", lambda reader: _spell(reader, id))


def _control(reader: Reader, asked: Asked) -> ControlPage:
    found = reader.page("control", asked.filters(), asked.after, asked.limit)
    return ControlPage(spells=[_line(one) for one in found.records], next=found.after)


def _line(one: Record) -> SpellLine:
    return SpellLine(
        id=one["id"],
        place=place_of(one),
        part=one["part"],
        status=one["status"],
        words=spell_words(one),
        when=ends(one),
        confirmed=one["confirmed"],
    )


def spell_words(one: Record) -> str:
    """Return how ground stood, with who surrounds it."""
    told, by = words.spell_words(one), one["by"]
    return f"surrounded by {by}{told.removeprefix('surrounded')}" if by else told


def _spell(reader: Reader, record: str) -> SpellPage:
    one = record_of(reader, "control", record, "spell of control")
    line = _line(one)
    return SpellPage(
        title=f"Control: {place_called(line.place)}",
        **dict(line),
        by=one["by"],
        claimed=one["claimed"],
        because=one["because"],
        stretches=[_stretch(part) for part in one["stretches"]],
        claims=len(one["claims"]),
        sentences=sentences(reader, one["claims"], MOST),
        others=among(reader, "control", one, _spell_and_part),
        map=on_map(told_day(one), record),
    )


def _stretch(part: Record) -> Stretch:
    return Stretch(when=ends(part), evidence=part["evidence"], said=EVIDENCE[part["evidence"]])


def _spell_and_part(one: Record) -> str:
    return spell_words(one) + (f" ({one['part']})" if one["part"] else "")
