"""The account of one block, divided: what stays within it, and what it gives to each unit over blocks."""

from dataclasses import dataclass, replace

from warmonitor.model import Account, ActorPart, PlacePart, Source
from warmonitor.run.across.names import actor_parts, place_parts, source_parts, words_used

Content = PlacePart | ActorPart | Source


@dataclass(frozen=True, slots=True)
class Slice:
    """What one block gives to a unit over blocks; `unit` is a kind and a key, "place:ID"."""

    unit: str
    content: Content


def divided(part: Account) -> tuple[Account, list[Slice]]:
    """Return the records that stay within a block as an account, and the rest as slices, sorted by unit."""
    called, days = words_used(part)
    given: list[tuple[str, Content]] = [
        *place_parts(part, called), *actor_parts(part, called, days), *source_parts(part),
    ]  # fmt: skip
    own = replace(part, places=(), actors=(), sources=())
    return own, [Slice(unit, content) for unit, content in sorted(given, key=lambda one: one[0])]


def slices(part: Account) -> list[Slice]:
    """Return what the account of a block gives to units over blocks, at most one slice a unit."""
    return divided(part)[1]


def straight(part: Account) -> Account:
    """Return the records of a block that no other block has a part in."""
    return divided(part)[0]
