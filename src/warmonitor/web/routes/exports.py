"""The account in the forms that others use: a file at a time, made in full before it is sent."""

from datetime import date
from typing import Annotated

from fastapi import Path, Query, Request, Response

from warmonitor import __version__
from warmonitor.exports import SHAPES, ExportError, File, Made, Wanted, export
from warmonitor.store.reader import Reader
from warmonitor.store.store import REFERENCE
from warmonitor.web.asked import Day, Word
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.shapes import Shapes, ShapeShown
from warmonitor.web.spool import spooled
from warmonitor.web.trouble import Trouble, not_found

router = guarded("exports")
FileName = Annotated[str, Path(pattern=r"^[a-z0-9_.-]{1,64}$")]


@router.get("/api/1/exports")
def list_exports(request: Request) -> Shapes:
    """List the forms, and the files of each; one whose library is not installed has none."""
    desk = desk_of(request)
    shapes = [
        ShapeShown(name=one.name, said=one.said, files=_names(one.name, desk)) for one in SHAPES.values()
    ]
    return Shapes(items=shapes)


def _names(shape: str, desk: Desk) -> list[str]:
    try:
        return [file.name for file in _files(shape, desk, Wanted())]
    except ExportError:
        return []


@router.get(
    "/api/1/exports/{shape}/{file}",
    response_class=Response,
    responses={
        200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
    },
)
def get_export(
    request: Request,
    shape: Annotated[str, Path(pattern="^[a-z]{1,16}$", description="One of the forms.")],
    file: FileName,
    since: Annotated[Day | None, Query(description="First day.")] = None,
    until: Annotated[Day | None, Query(description="Last day.")] = None,
    place: Annotated[Word | None, Query(description="A place, by a name or its id.")] = None,
) -> Response:
    """Return one file of a form; what reviewers rejected or marked sensitive is not in it."""
    wanted = Wanted(_day(since, "since"), _day(until, "until"), place)
    if shape not in SHAPES:
        raise not_found("form")
    try:
        found = next((one for one in _files(shape, desk_of(request), wanted) if one.name == file), None)
    except ExportError as error:
        raise Trouble(409, error.code, str(error), "shape") from error
    if found is None:
        raise not_found("file")
    return spooled(found.chunks, found.media_type, found.name)


def _files(shape: str, desk: Desk, wanted: Wanted) -> list[File]:
    reader, references = Reader(desk.store.database), desk.store.given(REFERENCE)
    told = tuple({"kind": one.kind, "name": one.name, "licence": one.licence} for one in references)
    return export(shape, reader, Made(__version__, "store", told, str(desk.store.head())), wanted)


def _day(words: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise Trouble(400, "day-invalid", "This is no day of the calendar.", name) from None
