"""What a report rests on: its bytes as they came, and how they came."""

from dataclasses import asdict
from typing import Annotated

from fastapi import Path, Request, Response

from warmonitor.store.sightings import Sighting, sightings
from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.shapes import Custody, Id, SightingShown
from warmonitor.web.trouble import not_found

router = guarded("evidence")
ReportId = Annotated[Id, Path()]
# What came from outside is shown as text, in a file of its own, by nobody's origin.
_INERT = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Content-Type": "text/plain",
}


@router.get(
    "/api/1/reports/{id}/raw",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string", "format": "binary"}}}}},
)
def raw_bytes(request: Request, id: ReportId) -> Response:  # noqa: A002 - as it is called
    """Return the bytes of a report as they came, as a file of plain text; they are what their hash says."""
    found = _sightings(request, id)[0]
    headers = {
        "Content-Disposition": f'attachment; filename="{found.sha256}.txt"',
        "ETag": f'"{found.sha256}"',
    }
    return Response(desk_of(request).store.raw.get(found.sha256), headers=_INERT | headers)


@router.get("/api/1/reports/{id}/custody")
def custody(request: Request, id: ReportId) -> Custody:  # noqa: A002 - as it is called
    """Say when and whence a report came, by which program, and where that stands in the chain."""
    found = [SightingShown(**asdict(one)) for one in _sightings(request, id)]
    return Custody(report=id, sightings=found, chain=str(desk_of(request).store.head()))


def _sightings(request: Request, report: str) -> list[Sighting]:
    found = sightings(desk_of(request).store, report)
    if not found:
        raise not_found("report")
    return found
