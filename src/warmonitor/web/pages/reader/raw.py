"""The bytes of a report as they came, as inert text: a part at a time, with how they were read told."""

import codecs
import re
from typing import Annotated, Literal

from fastapi import Path, Query, Request, Response

from warmonitor.model import StoreError
from warmonitor.store.sightings import Sighting, sightings
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording.links import listed, page_of
from warmonitor.web.shapes import Id
from warmonitor.web.trouble import not_found

router = paged("pages")
PART = 100_000  # bytes that are shown at once
_ROW, _HEX_PART = 16, 8_000  # bytes of a line, and of a page, in hexadecimal
HEX = "hex"
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_FURTHEST = 1 << 40
Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "windows-1252", "windows-1251", "windows-1256", "hex"]


class RawPage(Page):
    """Some bytes of a report as text: from byte `start` up to `end` of `size`, read as `encoding`.

    `because` says why as that, `replaced` whether some were none of it. `text` is None where the bytes are
    gone, or are not what their hash says.
    """

    report: str
    sha256: str
    media_type: str
    source: str
    encoding: str
    because: str
    text: str | None
    replaced: bool
    start: int
    end: int
    size: int
    before: str | None
    after: str | None
    download: str


@router.get("/reports/{id}/raw", response_model=RawPage)
def raw(
    request: Request,
    id: Annotated[Id, Path()],  # noqa: A002 - as it is called
    start: Annotated[int, Query(ge=0, le=_FURTHEST, description="The first byte that is shown.")] = 0,
    encoding: Annotated[Encoding | None, Query(description="As what the bytes are read.")] = None,
) -> Response:
    """Show the bytes of a report as text that nothing is done with."""
    found = sightings(desk_of(request).store, id)
    if not found:
        raise not_found("report")
    content = _content(request, found[0])
    whole = "gone" if content is None else "there"
    return answer(
        request, "reader/raw.html.j2", lambda _: _page(id, found[0], content, start, encoding), whole
    )


def _content(request: Request, sighting: Sighting) -> bytes | None:
    try:
        return desk_of(request).store.raw.get(sighting.sha256)
    except StoreError:
        return None


def _page(
    report: str, sighting: Sighting, content: bytes | None, start: int, asked: Encoding | None
) -> RawPage:
    encoding, because = (asked, "chosen here") if asked else guessed(content or b"", sighting.media_type)
    size = len(content or b"")
    first, last = part(content or b"", min(start, size), encoding)
    text, replaced = read((content or b"")[first:last], encoding, first)
    here = f"{page_of('reports', report)}/raw"
    step = last - first or PART
    return RawPage(
        title="The bytes of this report",
        report=report,
        sha256=sighting.sha256,
        media_type=sighting.media_type,
        source=sighting.source,
        encoding=encoding,
        because=because,
        text=None if content is None else text,
        replaced=replaced,
        start=first,
        end=last,
        size=size,
        before=listed(here, start=str(max(first - step, 0)), encoding=asked) if first else None,
        after=listed(here, start=str(last), encoding=asked) if last < size else None,
        download=f"/api/1{here}",
    )


def guessed(content: bytes, media_type: str) -> tuple[str, str]:
    """Return as what bytes are shown where nobody says so, and why: a guess for this page alone."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding, "the bytes begin with its mark"
    if b"\0" in content[:PART]:
        return HEX, "there are bytes that no text has"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content[:PART], final=len(content) <= PART)
    except UnicodeDecodeError:
        return "windows-1252", f"they are no UTF-8; the source calls them {media_type}"
    return "utf-8", "they are sound UTF-8"


def part(content: bytes, start: int, encoding: str) -> tuple[int, int]:
    """Return from which byte to which a part is shown, no character cut."""
    if encoding == HEX:
        first = start - start % _ROW
        return first, min(first + _HEX_PART, len(content))
    return _edge(content, start, encoding), _edge(content, min(start + PART, len(content)), encoding)


def _edge(content: bytes, at: int, encoding: str) -> int:
    """Return where the character begins in which a byte stands."""
    if encoding.startswith("utf-16"):
        return at if at == len(content) else at - at % 2
    if encoding == "utf-8" and at < len(content):
        for back in range(4):
            if at >= back and content[at - back] & 0xC0 != 0x80:
                return at - back
    return at


def read(content: bytes, encoding: str, start: int) -> tuple[str, bool]:
    """Return bytes as text, and whether some were no text of that encoding."""
    if encoding == HEX:
        return "\n".join(_row(content, at, start) for at in range(0, len(content), _ROW)), False
    try:
        return _told(content.decode(encoding)), False
    except UnicodeDecodeError:
        return _told(content.decode(encoding, "replace")), True


def _told(text: str) -> str:
    """Return text in which nothing that turns the direction of words is hidden."""
    return _TURNS.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def _row(content: bytes, at: int, start: int) -> str:
    row = content[at : at + _ROW]
    plain = "".join(chr(one) if 32 <= one < 127 else "·" for one in row)
    return f"{start + at:08x}  {row.hex(' '):<{_ROW * 3}} {plain}"
