"""The lists of places and actors: by how much is told of them, by name, or in the account's order."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from warmonitor.store.reader import Reader, Record
from warmonitor.store.terms import LEAST
from warmonitor.web.asked import Asked, Word, asked_of
from warmonitor.web.pages.entities.listing import ListPage, head
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.trouble import Trouble

_ROLE = {"places": "place", "actors": "actor"}
_COUNTED = ("claims", "events")
Name = Annotated[
    Word | None, Field(description="Words that stand in a name of it; the last may be begun only.")
]
Order = Annotated[
    Literal["told", "account"], Field(description="Most told of first, or in the account's order.")
]


class PlaceLine(Part):
    """A place: its name and other spellings, how surely it lies where, and how much is told of it."""

    id: str
    name: str
    also: list[str]
    precision: str
    where_prec: int | None
    inside: str | None
    country: str | None
    claims: int
    events: int


class ActorLine(Part):
    """An actor: its name and other spellings, what it is, and how much is told of it."""

    id: str
    name: str
    also: list[str]
    kind: str
    inter: int | None
    side: str | None
    status: str
    country: str | None
    claims: int
    events: int


class PlacesPage(ListPage):
    """Places; `order` is `told` where those of which most claims tell stand first."""

    title: str = "Places"
    order: str
    lines: list[PlaceLine]


class ActorsPage(ListPage):
    """Actors; `order` is `told` where those of whom most claims tell stand first."""

    title: str = "Actors"
    order: str
    lines: list[ActorLine]


AskedPlaces, AskedActors = (
    create_model(f"{kind.title()}Asked", __base__=asked_of(kind), name=(Name, None), order=(Order, "told"))
    for kind in _ROLE
)


def called_page(reader: Reader, kind: str, asked: Any) -> ListPage:
    """Return a page of places or actors.

    Raises:
        QueryError: when what is asked cannot be.
    """
    found, after = _found(reader, kind, asked)
    counts = reader.tallies(_ROLE[kind], [one["id"] for one in found], _COUNTED)
    told = head(reader, kind, asked)
    if asked.name:
        told |= {"sorted": "as the search finds them", "total": len(found), "more": after is not None}
    elif asked.order == "told":
        told |= {"sorted": "by how many claims name them; those that none names are in the other order alone"}
    made: Any = PlacesPage if kind == "places" else ActorsPage
    lines = [_line(kind, one, counts.get(one["id"], {})) for one in found]
    shown: ListPage = made(**told, order=asked.order, lines=lines, next=after)
    return shown


def _found(reader: Reader, kind: str, asked: Any) -> tuple[Sequence[Record], str | None]:
    filters = asked.filters()
    if asked.name:
        hits = reader.search(begun(asked.name), filters, asked.after, asked.limit, kind)
        return [one.record for one in hits.hits], hits.after
    if asked.order == "account" or asked.since or asked.until:
        page = reader.page(kind, filters, asked.after, asked.limit)
        return page.records, page.after
    start = _start(asked)
    found = reader.most_named(kind, _ROLE[kind], filters, start, asked.limit + 1)
    on = str(start + asked.limit) if len(found) > asked.limit else None
    return [one for one, _ in found[: asked.limit]], on


def begun(name: str) -> str:
    """Return words to search for: the last may be the beginning of a word where it is long enough."""
    last = name.rpartition(" ")[2]
    return f"{name}*" if len(last) >= LEAST and last.isalnum() else name


def _start(asked: Asked) -> int:
    if asked.after is None:
        return 0
    if not asked.after.isdecimal() or len(asked.after) > 9:
        raise Trouble(
            400, "cursor-invalid", "This is no place in the list: use one that a page gave.", "after"
        )
    return int(asked.after)


def _line(kind: str, record: Record, counts: Mapping[str, int]) -> PlaceLine | ActorLine:
    made: Any = PlaceLine if kind == "places" else ActorLine
    own = {name: record[name] for name in made.model_fields if name in record}
    also = [one for one in record["names_seen"] if one != record["name"]]
    line: PlaceLine | ActorLine = made(**own, also=also, **{name: counts.get(name, 0) for name in _COUNTED})
    return line
