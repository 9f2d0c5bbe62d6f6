"""The lists of the account: each paged and filtered, and each record by its id."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Path, Query, Request, Response

from warmonitor.store.fields import KINDS
from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Counted, Id, Record
from warmonitor.web.tagged import tagged

router = guarded("account")
LISTS = tuple(kind for kind in KINDS if kind != "judgements")


def _lister(kind: str) -> Callable[..., Response]:
    model = asked_of(kind)

    def listed(request: Request, asked: Annotated[model, Query()]) -> Response:  # type: ignore[valid-type]
        return page_of(request, kind, asked)

    return listed


def page_of(request: Request, kind: str, asked: Asked) -> Response:
    """Return a page of a list, tagged by how the account stands."""
    reader, total = Reader(desk_of(request).store.database), getattr(asked, "total", False)
    found = reader.page(kind, asked.filters(), asked.after, asked.limit, total)
    content: dict[str, Any] = {"items": found.records, "next": found.after}
    return tagged(request, content | ({"total": found.total} if total else {}))


def _getter(kind: str) -> Callable[..., Response]:
    def record(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
        found = record_of(Reader(desk_of(request).store.database), kind, id)
        return tagged(request, found)

    return record


for _kind in LISTS:
    router.add_api_route(
        f"/api/1/{_kind}",
        _lister(_kind),
        methods=["GET"],
        response_model=Counted,
        name=f"list_{_kind}",
        description=f"The list `{_kind}` of the account, in its order.",
        responses={304: {"description": "It is as it was."}},
    )
    router.add_api_route(
        f"/api/1/{_kind}/{{id}}",
        _getter(_kind),
        methods=["GET"],
        response_model=Record,
        name=f"get_{_kind}",
        description=f"One record of `{_kind}`, as account.json has it.",
        responses={304: {"description": "It is as it was."}},
    )
