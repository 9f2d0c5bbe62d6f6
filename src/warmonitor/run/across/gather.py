"""Records of every kind put together as an account, each list in its order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from warmonitor.model import (
    Access,
    Account,
    Actor,
    Agreement,
    ControlSpell,
    Dispute,
    Event,
    Figure,
    Issue,
    KeptPost,
    Place,
    RoadLine,
    Source,
)

Record = (
    Access | Actor | Agreement | ControlSpell | Dispute | Event | Figure | Issue | KeptPost | Place | RoadLine
    | Source
)  # fmt: skip
LISTS: dict[type, str] = {
    Access: "access", Actor: "actors", Agreement: "agreements", ControlSpell: "control",
    Dispute: "disputes", Event: "events", Figure: "figures", Issue: "issues", KeptPost: "posts",
    Place: "places", RoadLine: "roads", Source: "sources",
}  # fmt: skip


def gathered(first: Account, parts: Sequence[Account], records: Iterable[Record]) -> Account:
    """Return the account of what stays within each part and of the records over them, each once."""
    lists: dict[str, list[Any]] = {
        of.name: [one for part in parts for one in getattr(part, of.name)]
        for of in fields(Account)
        if isinstance(getattr(first, of.name), tuple)
    }
    for record in records:
        lists[LISTS[type(record)]].append(record)
    place = {claim.id: at for at, claim in enumerate(sorted(lists["claims"], key=_ORDER["claims"]))}
    order = {**_ORDER, "paths": lambda one: (place.get(one.claim, len(place)), one.origin)}
    made: dict[str, Any] = {name: _sorted(found, order.get(name)) for name, found in lists.items()}
    return replace(first, **made)


def _sorted(found: list[Any], key: Callable[[Any], Any] | None) -> tuple[Any, ...]:
    once = list(dict.fromkeys(found))
    return tuple(sorted(once, key=key) if key else once)


_ORDER: dict[str, Callable[[Any], Any]] = {
    "reports": lambda one: one.id,
    "strands": lambda one: one.id,
    "claims": lambda one: (one.report, one.quote, one.id),
    "events": lambda one: (str(one.when.earliest), one.id),
    "figures": lambda one: (one.measure, one.of, one.id),
    "control": lambda one: (one.place, one.part or "", str(one.when.earliest or ""), one.status, one.id),
    "disputes": lambda one: (one.kind, one.about, one.id),
    "statements": lambda one: (one.speaker, one.id),
    "places": lambda one: one.id,
    "actors": lambda one: (one.name, one.id),
    "agreements": lambda one: one.id,
    "issues": lambda one: one,
    "sources": lambda one: one.name,
    "coverage": lambda one: one.id,
    "access": lambda one: (one.place, str(one.when.earliest or ""), one.id),
    "posts": lambda one: one.id,
    "judged": lambda one: one,
    "rejected": lambda one: one,
}
