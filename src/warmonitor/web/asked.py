"""What may be asked of a list: the filters that its records have, days, and which page."""

from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from warmonitor.model import Measure, QueryError
from warmonitor.store.fields import LINKS, ROLES, TOLD
from warmonitor.store.filters import NAMES, Filters
from warmonitor.store.reader import MOST
from warmonitor.store.terms import LONGEST

USUAL = 100
_DAYS = ("since", "until")
_EVERYWHERE = ("report", "outlet")  # what a record rests on, if anything
_CHAINS = frozenset({"quotes", "quoted"})  # asked for by pages alone, which know how they are written
_SAID = {
    "place": "Id of a place.",
    "actor": "Id of an actor.",
    "report": "Id of a report that it rests on.",
    "outlet": "Outlet of such a report.",
    "claim": "Id of a claim.",
    "event": "Id of an event.",
    "strand": "Id of a strand.",
    "origin": "Name of an origin.",
    "country": "Country, by two letters.",
    "measure": "What is counted.",
    "type": "A word by which records of this kind are sorted.",
    "status": "How it stands.",
    "alone": "Outlet that alone tells of it in words of its own.",
    "first": "Outlet that told of it first.",
    "copied": "Outlet whose text others copy in it.",
    "copies": "Outlet that copies a text of others in it.",
    "corrected": "Outlet that gives another figure later.",
    "since": "First day.",
    "until": "Last day.",
}
_OF_ALL = tuple(role for role in ROLES if not any(role in told for told in TOLD.values()) or role == "status")
Word = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    Field(json_schema_extra={"format": "date"}),
]
Cursor = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{1,2000}$")]


class Asked(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    after: Cursor | None = Field(None, description="The `next` of the page before.")
    limit: int = Field(USUAL, ge=1, le=MOST, description="How many at most.")

    def filters(self) -> Filters:
        """Return the filters.

        Raises:
            QueryError: when they cannot be met together, or a day is none.
        """
        given = {name: found for name in NAMES if (found := getattr(self, name, None)) is not None}
        return Filters(**{name: _day(word) if name in _DAYS else word for name, word in given.items()})


@cache
def asked_of(kind: str) -> type[Asked]:
    """Return what may be asked of the list of a kind."""
    own = {
        *LINKS.get(kind, ()),
        *TOLD.get(kind, ()),
        *(_EVERYWHERE if kind not in {"places", "actors", "roads"} else ()),
    }
    names = [*(role for role in ROLES if role in own - _CHAINS), *_DAYS]
    return _model(f"Asked of {kind}", names, total=(bool, Field(False, description="Whether to count all.")))


@cache
def asked_of_all() -> type[Asked]:
    """Return what may be asked of all lists together, by words."""
    words = (
        Annotated[str, StringConstraints(max_length=LONGEST)],
        Field(description='All words, a "phrase", -word not, word* with any ending.'),
    )
    return _model("Asked of all", [*_OF_ALL, *_DAYS], words=words, kind=(Word | None, Field(None)))


def _model(name: str, names: list[str], **more: Any) -> type[Asked]:
    fields: dict[str, Any] = {one: (_type(one), Field(None, description=_SAID[one])) for one in names}
    made: type[Asked] = create_model(name.title().replace(" ", ""), __base__=Asked, **fields, **more)
    return made


def _type(name: str) -> Any:
    if name in _DAYS:
        return Day | None
    return Measure | None if name == "measure" else Word | None


def _day(words: Any) -> Any:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise QueryError("day-invalid", "This is no day of the calendar; write it as 2015-05-31.") from None
