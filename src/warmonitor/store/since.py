"""What of the account is new, changed or gone by day: how each record was when the day began."""

import json
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Index, SmallInteger, String, Table, Text, text

from warmonitor.store.fields import LINKS, at
from warmonitor.store.schema import METADATA

Tree = Mapping[str, Any]
_MOST = 40  # links of a record that went, by which the one that takes its place is found
_WHEN = ("earliest", "latest")
_SHORT = ("id", "name", *_WHEN)

# What is told of a record as it was; that of reports and claims is told by what came in.
TOLD: Mapping[str, tuple[str, ...]] = {
    "events": ("type", "sub_type", "place", "when"),
    "figures": ("measure", "of", "place", "when", "low", "high", "rule", "rules"),
    "control": ("status", "holder", "place", "part", *_WHEN),
    "access": ("place", "computed", "holder", *_WHEN),
    "disputes": ("about", "kind"),
    "agreements": ("names", "kind", "parties", "state", "when"),
    "posts": ("sort", "owner", "place", "state"),
    "statements": ("speaker", "quotes"),
    "actors": ("name", "country", "kind"),
    "places": ("name", "inside", "country", "precision"),
}
# Lists whose ids move when claims join, and by which links the record is known again.
MOVED: Mapping[str, str] = {
    **dict.fromkeys(("events", "figures", "control", "disputes", "agreements", "posts"), "claim"),
    "access": "place",
    "statements": "report",
}


class What(IntEnum):
    """What became of a record on a day; one that moved went on under another id.

    Of one that changed in its details the same is told in few words, by as many links.
    """

    OPEN = 0
    NEW = 1
    CHANGED = 2
    GONE = 3
    MOVED = 4
    DETAILS = 5


SINCE = Table(
    "shelf_since",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),  # UTC, by the clock of whoever put it
    Column("thread", String(80), nullable=False),  # the same for all ids that a record has had
    Column("was", String(64), nullable=False),  # its version when the day began, "" where it was not there
    Column("told", Text, nullable=False),  # ASCII JSON: what is told of it as it was, "" likewise
    Column("what", SmallInteger, nullable=False),
    Index("shelf_since_what", "kind", "what", "day", "id", "thread"),
    Index("shelf_since_thread", "kind", "thread", "day", "what"),
)


class Before(NamedTuple):
    """A record before it is changed or taken away; of one that is new `version` and `content` are ""."""

    kind: str
    id: str
    version: str = ""
    content: str = ""


class Stand(NamedTuple):
    """How the shelf stands: its number, the day on which the first record came, and since when it is kept."""

    number: int
    made: str
    kept: str

    def turns(self, day: str) -> bool:
        """Say whether records turn on a day: none does where it is not said, or all are new on it."""
        return bool(day and self.number) and day != self.made

    def begun(self, day: str) -> dict[str, str]:
        """Return which of its days a day is, by their names."""
        if not day or self.kept:
            return {}
        return {"kept": day} if self.number else {"made": day, "kept": day}


def keep(connection: Connection, day: str, turned: Iterable[Before]) -> None:
    """Keep how records were when a day began: as they are before they are first touched on it."""
    rows = [
        {"kind": one.kind, "id": one.id, "day": day, "was": one.version, "told": _told(one)}
        for one in turned
        if one.kind in TOLD
    ]
    if rows:
        connection.execute(_KEEP, rows)


_KEEP = text(
    "INSERT INTO shelf_since (kind, id, day, thread, was, told, what) "
    "VALUES (:kind, :id, :day, :id, :was, :told, 0) "
    "ON CONFLICT (kind, id, day) DO UPDATE SET what = 0"
)


def _told(one: Before) -> str:
    return json.dumps(gist(one.kind, json.loads(one.content))) if one.content else ""


def gist(kind: str, content: Tree) -> dict[str, Any]:
    """Return what is told of a record in few words; `by` are links of it, of which it has `links` in all."""
    told = {name: _short(content.get(name)) for name in TOLD[kind]}
    if kind == "figures":
        told["rules"] = [_ends(one) for one in content.get("rules", ()) if one["rule"] == told["rule"]]
    if kind == "statements":
        told["quotes"] = [{"text": one["text"]} for one in content.get("quotes", ())[:1]]
    by = linked(kind, content)
    return {**told, "links": len(by), "by": by[:_MOST]}


def alike(kind: str, one: Tree, other: Tree) -> bool:
    """Say whether the same is told of a record at two times, by as many links; each is its gist."""
    return all(one[name] == other[name] for name in (*TOLD[kind], "links"))


def linked(kind: str, content: Tree) -> list[str]:
    """Return by what a record is known again, sorted."""
    paths = LINKS[kind].get(MOVED.get(kind, ""), ())
    return sorted({str(one) for path in paths for one in at(content, path) if one})


def _short(one: Any) -> Any:
    """Return what stands in a record without how it is said."""
    if isinstance(one, list):
        return [_short(each) for each in one]
    return {name: one[name] for name in _SHORT if name in one} if isinstance(one, dict) else one


def _ends(rule: Tree) -> dict[str, Any]:
    return {name: rule[name] for name in ("rule", "low", "high")}
