"""Judgements: made, undone and listed; how a subject stands; what nobody has judged yet."""

from typing import Annotated, Any

from fastapi import BackgroundTasks, Header, Path, Query, Request, Response

from warmonitor.model import Judged, Judgement
from warmonitor.store.judgement_pages import Wanted, page
from warmonitor.store.judgements import judge, standing, undoing
from warmonitor.store.reader import Reader, Record
from warmonitor.store.subjects import LISTS
from warmonitor.store.weighing import queue as waiting
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.identity import asking
from warmonitor.web.judging import Finder, custody_now, held_of, judgement_of, moment
from warmonitor.web.paging import USUAL, Limit
from warmonitor.web.reviewing import (
    HeldPage,
    HeldShown,
    Of,
    Queue,
    Standing,
    ToJudge,
    ToUndo,
    WaitingPage,
    shown,
    shown_waiting,
)
from warmonitor.web.shapes import Id
from warmonitor.web.tagged import tagged
from warmonitor.web.trouble import Trouble

router = guarded("review")
IfMatch = Annotated[
    str | None,
    Header(description='The version of the subject that was seen, as an entity tag: "3".'),
]
JudgementId = Annotated[Id, Path()]
Place = Annotated[str | None, Query(pattern="^[0-9]{1,18}$", description="The `next` of the page before.")]
_SCANNED = 5000  # records that are looked at for one page of the queue


@router.post("/api/1/judgements", status_code=201)
def make(
    request: Request, response: Response, later: BackgroundTasks, given: ToJudge, if_match: IfMatch = None
) -> HeldShown:
    """Judge; refused with both versions where somebody else judged the same meanwhile."""
    desk, version = desk_of(request), _seen(if_match)
    return _kept(desk, judgement_of(desk, given, version, asking(request).member.name), response, later)


@router.post("/api/1/judgements/{id}/undo", status_code=201)
def undo(
    request: Request,
    response: Response,
    later: BackgroundTasks,
    id: JudgementId,  # noqa: A002 - as it is called
    given: ToUndo,
    if_match: IfMatch = None,
) -> HeldShown:
    """Take a judgement back, one's own or another's."""
    desk, version = desk_of(request), _seen(if_match)
    back = undoing(held_of(desk, id), asking(request).member.name, moment(desk), given.why, version)
    return _kept(desk, back, response, later)


def _kept(desk: Desk, judgement: Judgement, response: Response, later: BackgroundTasks) -> HeldShown:
    held = judge(desk.store, judgement, custody_now(desk))
    later.add_task(desk.refresh)
    response.headers["ETag"] = f'"{held.version}"'
    return shown(held)


def _seen(if_match: str | None) -> int:
    """Return the version that a reviewer saw."""
    version = (if_match or "").strip().removeprefix("W/").strip('"')
    if not (version.isascii() and version.isdecimal() and len(version) < 10):
        said = 'Send the version that you saw: If-Match: "0" where nothing was judged yet.'
        raise Trouble(400, "version-missing", said, "if-match")
    return int(version)


@router.get("/api/1/judgements")
def list_judgements(
    request: Request,
    record: Annotated[Id | None, Query(description="Id of a record that they are of.")] = None,
    by: Annotated[str | None, Query(max_length=200, description="Name of a reviewer.")] = None,
    standing: Annotated[bool, Query(description="Those alone that stand.")] = False,
    after: Place = None,
    limit: Limit = USUAL,
) -> HeldPage:
    """List judgements in the order in which they were made: all of them, or the history of a record."""
    found, last = page(desk_of(request).store, Wanted(record, by, standing), int(after or 0), limit)
    return HeldPage(items=[shown(held) for held in found], next=str(last) if last else None)


@router.get("/api/1/judgements/{id}")
def get_judgement(request: Request, id: JudgementId) -> HeldShown:  # noqa: A002 - as it is called
    """Show a judgement."""
    return shown(held_of(desk_of(request), id))


@router.get("/api/1/subject", response_model=Standing)
def subject(request: Request, of: Annotated[Of, Query()]) -> Response:
    """Say how a subject stands: which version is to be sent with a judgement of it."""
    desk = desk_of(request)
    key = Finder(desk).subject(of).key
    version, held = standing(desk.store, key)
    content = Standing(subject=key, version=version, items=[shown(one) for one in held])
    return tagged(request, content.model_dump(mode="json"), f'"{version}"')


@router.get("/api/1/queue", response_model=WaitingPage)
def queue(request: Request, after: Place = None, limit: Limit = USUAL) -> Response:
    """List what is in doubt, the weightiest first, as it was weighed when the account was last made."""
    start = int(after or 0)
    found, total = desk_of(request).store.database.read(lambda connection: waiting(connection, start, limit))
    items = [shown_waiting(one) for one in found]
    on = str(start + limit) if start + limit < total else None
    return tagged(request, {"items": items, "next": on, "total": total})


def _unjudged_of(kind: Judged) -> Any:
    listed = LISTS[kind]
    model = asked_of(listed)

    def unjudged(request: Request, asked: Annotated[model, Query()]) -> Queue:  # type: ignore[valid-type]
        return _unjudged(request, listed, asked)

    return unjudged


def _unjudged(request: Request, kind: str, asked: Asked) -> Queue:
    reader, scanned, after = Reader(desk_of(request).store.database), 0, asked.after
    items: list[Record] = []
    while len(items) < asked.limit and scanned < _SCANNED:
        found = reader.page(kind, asked.filters(), after, asked.limit - len(items))
        items += [one for one in found.records if not one.get("judgements")]
        scanned, after = scanned + len(found.records), found.after
        if after is None:
            break
    return Queue(items=items, next=after)


for _kind in LISTS:
    router.add_api_route(
        f"/api/1/unjudged/{LISTS[_kind]}",
        _unjudged_of(_kind),
        methods=["GET"],
        name=f"unjudged_{LISTS[_kind]}",
        response_model=Queue,
        description=f"Those of `{LISTS[_kind]}` that nobody has judged yet; a page may be short.",
    )
