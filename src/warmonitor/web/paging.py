"""Pages of lists: so many at a time, and after which one."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query

from warmonitor.web.shapes import Id

MOST, USUAL = 1000, 100
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
After = Annotated[Id | None, Query(description="The `next` of the page before.")]

T = TypeVar("T")


def page(found: Sequence[T], limit: int) -> tuple[list[T], Any]:
    """Return the first of what was found, and the last of them where there are more.

    One more than `limit` is to be asked for.
    """
    items = list(found[:limit])
    return items, items[-1] if len(found) > limit else None
