"""Search: records of any kind in which words stand."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import asked_of_all
from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.shapes import Hits
from warmonitor.web.tagged import tagged

router = guarded("account")
_Asked = asked_of_all()


@router.get("/api/1/search", response_model=Hits)
def search(request: Request, asked: Annotated[_Asked, Query()]) -> Response:  # type: ignore[valid-type]
    """Find records by their words, the newest first; words are never more than words."""
    return tagged(request, _found(request, asked))


def _found(request: Request, asked: Any) -> dict[str, Any]:
    reader = Reader(desk_of(request).store.database)
    found = reader.search(asked.words, asked.filters(), asked.after, asked.limit, asked.kind)
    return {"items": [asdict(hit) for hit in found.hits], "next": found.after}
