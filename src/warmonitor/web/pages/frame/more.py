"""Parts of lists that are too long for a page: how many are shown of how many, and the way to the rest."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.reader import Reader
from warmonitor.web.pages.frame.page import Part

MOST = 10_000  # records that are counted one by one

_T = TypeVar("_T")


class AskedPart(BaseModel):
    """Which part of a long record is shown."""

    model_config = ConfigDict(extra="forbid")
    start: int = Field(0, ge=0, le=1_000_000, description="How many are passed over.")


class InParts(Part):
    """Which part of a record is shown: how many were passed over, and where the next part begins."""

    start: int
    next: int | None


class More(Part):
    """How many are shown of how many, and where all of them are; without an address all are shown here."""

    shown: int
    total: int
    href: str | None = None


def part_of(every: Sequence[_T], start: int, most: int) -> tuple[Sequence[_T], InParts]:
    """Return a part of what a record has, and which it is."""
    end = start + most
    return every[start:end], InParts(start=start, next=end if end < len(every) else None)


def tallied(reader: Reader, role: str, target: str, kinds: tuple[str, ...]) -> dict[str, int]:
    """Return how many records of each kind are linked to a target in a role, 0 where none are."""
    found = reader.tallies(role, [target], kinds).get(target, {})
    return {kind: found.get(kind, 0) for kind in kinds}
