"""The account of one block, divided: what stays within it, and what it gives to each unit over blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from warmonitor.model import (
    Account,
    ActorPart,
    DealsPart,
    GroundPart,
    HappeningPart,
    Judged,
    PlacePart,
    RoadsPart,
    Source,
)
from warmonitor.run.across.deals import deals_parts
from warmonitor.run.across.ground import ground_parts
from warmonitor.run.across.happenings import happening_parts
from warmonitor.run.across.names import actor_parts, place_parts, source_parts, words_used
from warmonitor.run.across.roads import ELSEWHERE, roads_parts
from warmonitor.run.across.thin import Block

Content = PlacePart | ActorPart | Source | GroundPart | HappeningPart | DealsPart | RoadsPart
SHARED = ("events", "figures", "control", "access", "disputes", "agreements", "posts")


@dataclass(frozen=True, slots=True)
class Slice:
    """What one block gives to a unit over blocks; `unit` is a kind and a key, "place:ID"."""

    unit: str
    content: Content


def divided(part: Account) -> tuple[Account, list[Slice]]:
    """Return the records that stay within a block as an account, and the rest as slices, sorted by unit."""
    called, days = words_used(part)
    block = Block(part)
    grounds = list(ground_parts(block))
    taken = {one.id for _, part in grounds for one in part.disputes}
    given: list[tuple[str, Content]] = [
        *place_parts(part, called), *actor_parts(part, called, days), *source_parts(part),
        *grounds, *happening_parts(block, taken), *deals_parts(block), *roads_parts(part),
    ]  # fmt: skip
    gone = {key for _, content in given for key in _own(content)}
    left: dict[str, Any] = {
        name: tuple(one for one in getattr(part, name) if one.id not in gone) for name in SHARED
    }
    left["issues"] = tuple(one for one in part.issues if one.code != ELSEWHERE)
    own = replace(part, places=(), actors=(), sources=(), roads=(), **left)
    told = [(unit, judged(content, part)) for unit, content in given] if part.judged else given
    return own, [Slice(unit, content) for unit, content in sorted(told, key=lambda one: one[0])]


def judged(content: Content, part: Account) -> Content:
    """Return a slice with the judgements that bear on its records."""
    match content:
        case PlacePart(place=place):
            ids = {(Judged.PLACE, place.id)}
        case ActorPart(actor=actor):
            ids = {(Judged.ACTOR, actor.id)}
        case HappeningPart(events=events, figures=figures):
            ids = {(Judged.EVENT, one.id) for one in events} | {(Judged.FIGURE, one.id) for one in figures}
        case _:
            return content
    return replace(content, judged=tuple(one for one in part.judged if (one.kind, one.record) in ids))


def slices(part: Account) -> list[Slice]:
    """Return what the account of a block gives to units over blocks, at most one slice a unit."""
    return divided(part)[1]


def straight(part: Account) -> Account:
    """Return the records of a block that no other block has a part in."""
    return divided(part)[0]


def _own(content: Content) -> Iterator[str]:
    """Yield the ids of the records that go with a slice."""
    match content:
        case GroundPart(control=spells, access=ways, disputes=disputes):
            yield from (one.id for one in spells)
            yield from (one.id for one in ways)
            yield from (one.id for one in disputes)
        case DealsPart(agreements=deals, posts=posts):
            yield from (one.id for one in deals)
            yield from (one.id for one in posts)
        case HappeningPart(events=events, figures=figures, disputes=disputes):
            yield from (one.id for one in events)
            yield from (one.id for one in figures)
            yield from (one.id for one in disputes)
