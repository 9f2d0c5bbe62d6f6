"""The record of one actor whom several sets of reports name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date

from warmonitor.model import Actor, ActorKind, ActorPart
from warmonitor.reference.actors import fold_name


def one_actor(parts: Sequence[ActorPart]) -> Actor:
    """Return an actor as the latest reports that say most know it; the same for any order.

    Side, parent and backers are those of the latest day; the name is that which most mentions use, of those
    by which the records call it, and one in full before an abbreviation.
    """
    if len(parts) == 1:
        return parts[0].actor
    ranked = [part.actor for part in sorted(parts, key=_rank, reverse=True)]
    return replace(
        ranked[0],
        name=_name(parts),
        names_seen=tuple(sorted({name for one in ranked for name in one.names_seen})),
        side=next((one.side for one in ranked if one.side), None),
        part_of=next((one.part_of for one in ranked if one.part_of), None),
        country=next((one.country for one in ranked if one.country), None),
    )


def _rank(part: ActorPart) -> tuple[object, ...]:
    one = part.actor
    sure = (one.part_of is not None, one.kind is not ActorKind.UNKNOWN, one.side is not None)
    return part.day or date.min, *sure, str(astuple(one))


def _name(parts: Sequence[ActorPart]) -> str:
    said: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for part in parts:
        said.update({one.said: one.times for one in part.called})
        shown[part.actor.name] += sum(one.times for one in part.called)

    def rank(name: str) -> tuple[bool, int, int, str]:
        return len(fold_name(name)) > 1 or not name.isupper(), said[name], shown[name], name

    return max(shown, key=rank)
