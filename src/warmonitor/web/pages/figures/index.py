"""Figures as a list: each a range, with who is counted for what, where and when."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import Query, Request, Response

from warmonitor.model import Measure
from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.figures.parts import FigureLine, FiguresPage, Linked
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

router = paged("pages")


@router.get("/figures", response_model=FiguresPage)
def figures(request: Request, asked: Annotated[asked_of("figures"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show the figures of the account."""
    return answer(request, "figures/index.html.j2", lambda reader: _figures(reader, asked))


def _figures(reader: Reader, asked: Asked) -> FiguresPage:
    filters = asked.filters()
    found = reader.page("figures", filters, asked.after, asked.limit)
    return FiguresPage(
        place=_chosen(reader, filters.place),
        measures=list(Measure),
        figures=list(_lines(found.records)),
        next=found.after,
    )


def _chosen(reader: Reader, place: str | None) -> Linked | None:
    if place is None:
        return None
    found = reader.get("places", place)
    return Linked(id=place, name=(found or {}).get("name") or place, href=page_of("places", place))


def _lines(records: Sequence[Record]) -> Iterator[FigureLine]:
    for one in records:
        chosen = words.figure_range(one)
        yield FigureLine(
            id=one["id"],
            counted=words.counted(one),
            place=place_of(one["place"]),
            when=words.when(one["when"]),
            range=chosen,
            rule=one["rule"],
            origins=len(one["origins"]),
            differ=one["low"] != one["high"],
            apart=len(one["apart"]),
            href=page_of("figures", one["id"]),
        )


def place_of(place: dict[str, Any] | None) -> Linked | None:
    """Return the place of a figure; one that has no page leads nowhere and is None."""
    if not place or not place["id"]:
        return None
    said = next(iter(place["said"]), None)
    return Linked(
        id=place["id"], name=place["name"] or said or "name not known", href=page_of("places", place["id"])
    )
