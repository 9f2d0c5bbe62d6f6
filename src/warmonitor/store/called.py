"""Places and actors as other records name them: each with the name that all blocks together give it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from warmonitor.store.shelf import Row, amend, contents_of, linked

Tree = Mapping[str, Any]
NAMED = ("places", "actors")
NAMING = frozenset({"events", "figures", "control", "access", "statements", "agreements", "posts"})
_PLACE, _ACTOR = {"id", "name", "said"}, {"id", "name"}


def named(content: Any) -> Iterator[str]:
    """Yield the ids of places and actors that a record gives with their names."""
    if isinstance(content, list | tuple):
        for one in content:
            yield from named(one)
    elif isinstance(content, Mapping):
        if content.keys() in (_PLACE, _ACTOR):
            yield str(content["id"])
        else:
            yield from named(list(content.values()))


def strangers(content: Any) -> Iterator[str]:
    """Yield what is given as the name of an actor without an id."""
    if isinstance(content, list | tuple):
        for one in content:
            yield from strangers(one)
    elif isinstance(content, Mapping):
        if content.keys() == _ACTOR and content["id"] is None:
            yield str(content["name"])
        else:
            yield from strangers(list(content.values()))


def calling(content: Any, names: Mapping[str, Tree]) -> Any:
    """Return a record with the names of `names`, which has the contents of places and actors by id."""
    if isinstance(content, list | tuple):
        return [calling(one, names) for one in content]
    if not isinstance(content, Mapping):
        return content
    if content.keys() in (_PLACE, _ACTOR):
        known = names.get(str(content["id"]))
        if known is None:
            return dict(content)
        said = {"said": known["names_seen"]} if "said" in content else {}
        return {"id": content["id"], "name": known["name"], **said}
    return {key: calling(one, names) for key, one in content.items()}


def names_of(connection: Connection, ids: Collection[str]) -> dict[str, Tree]:
    """Return the contents of places and actors on the shelf, by id."""
    return {key: one for kind in NAMED for key, one in contents_of(connection, kind, ids).items()}


def called(connection: Connection, rows: Iterable[Row]) -> list[Row]:
    """Return rows with the names that places and actors have on the shelf."""
    told = list(rows)
    names = names_of(connection, {one for row in told if row.kind in NAMING for one in named(row.content)})
    return [replace(row, content=calling(row.content, names)) if row.kind in NAMING else row for row in told]


def call_again(connection: Connection, ids: Collection[str], at: str = "") -> None:
    """Give these places and actors their present names wherever rows name them."""
    for unit, rows in linked(connection, ("place", "actor"), sorted(ids)).items():
        amend(connection, unit, called(connection, [row for row in rows if row.kind in NAMING]), at)
