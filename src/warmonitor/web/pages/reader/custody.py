"""How a report came: when and whence, by which program, and where that stands in the chain."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Path, Request, Response

from warmonitor.model import Capture
from warmonitor.store.reader import Reader
from warmonitor.store.sightings import Sighting, sightings
from warmonitor.store.store import Store
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording.links import outside, page_of
from warmonitor.web.shapes import Id
from warmonitor.web.trouble import not_found

router = paged("pages")
MOST = 200  # sightings and fetches that are shown at once


class SightingLine(Part):
    """Bytes that came from a source: when (UTC), by which program, their place in the chain and hash there.

    `address` is the source where it may be a link to the world outside.
    """

    seq: int
    hash: str
    received: str
    tool: str
    source: str
    address: str | None
    media_type: str
    sha256: str
    hints: list[tuple[str, str]]


class FetchLine(Part):
    """A fetch by which a version of the page came: when (UTC), from where, with what outcome.

    `sha256` is the hash of what came, `version` that of the version before, `archive` the web archive of it.
    """

    at: str
    address: str
    final: str
    link: str | None
    status: int
    outcome: str
    size: int
    sha256: str
    version: str
    archive: str
    said: str


class CustodyPage(Page):
    """All sightings of a report, the one that counts first, its fetches, and the head of the chain.

    `sound` says whether the bytes are there and are what their hash says; `further` how many sightings and
    fetches are not shown.
    """

    report: str
    name: str | None
    read: bool
    sightings: list[SightingLine]
    fetches: list[FetchLine]
    further: int
    sound: bool
    chain: str
    raw: str


@router.get("/reports/{id}/custody", response_model=CustodyPage)
def custody(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Say how a report came, and where that stands in the chain."""
    store = desk_of(request).store
    found = sightings(store, id)
    if not found:
        raise not_found("report")
    sound = store.raw.sound(found[0].sha256)
    return answer(
        request,
        "reader/custody.html.j2",
        lambda reader: _custody(store, reader, id, found, sound),
        str(sound),
    )


def _custody(
    store: Store, reader: Reader, report: str, found: Sequence[Sighting], sound: bool
) -> CustodyPage:
    fetches = store.captures(report)
    known = reader.get("reports", report)
    return CustodyPage(
        title="How this report came",
        report=report,
        name=known["title"] or "Report without a title" if known else None,
        read=known is not None,
        sightings=[_line(one) for one in found[:MOST]],
        fetches=[_fetch(one) for one in fetches[:MOST]],
        further=max(len(found) - MOST, 0) + max(len(fetches) - MOST, 0),
        sound=sound,
        chain=str(store.head()),
        raw=f"{page_of('reports', report)}/raw",
    )


def _line(one: Sighting) -> SightingLine:
    return SightingLine(
        seq=one.seq,
        hash=one.hash,
        received=one.received,
        tool=one.tool,
        source=one.source,
        address=outside(one.source),
        media_type=one.media_type,
        sha256=one.sha256,
        hints=list(one.hints),
    )


def _fetch(one: Capture) -> FetchLine:
    fetch = one.fetch
    return FetchLine(
        at=datetime.fromtimestamp(fetch.at, UTC).isoformat(timespec="seconds"),
        address=fetch.address,
        final=fetch.final,
        link=outside(fetch.final),
        status=fetch.status,
        outcome=str(fetch.outcome),
        size=fetch.size,
        sha256=fetch.sha256,
        version=fetch.version,
        archive=one.file,
        said=fetch.said,
    )
