"""Rows of invented events."""

from datetime import date
from typing import Any

from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row

FIRST = date(2031, 5, 30)
BATTLE, STRIKE = ("Battles", "Armed clash"), ("Explosions/Remote violence", "Air/drone strike")


def event(
    number: int,
    first: date | None = FIRST,
    last: date | None = FIRST,
    types: tuple[str | None, str | None] = BATTLE,
    **more: str,
) -> Row:
    """An invented event; `more` are links by role."""
    record = f"event-{number:03}"
    content: dict[str, Any] = {"id": record, "type": types[0], "sub_type": types[1]}
    links = (*more.items(), *(("type", one) for one in types if one))
    return Row("events", record, content, rank((str(first), record)), first, last, links)
