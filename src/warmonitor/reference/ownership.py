"""Who owns the outlets of the register, in time, and whose voice that makes them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from warmonitor.model import Owned

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class OwnerKind(StrEnum):
    """What sort of owner it is: a party is somebody who fights, or an arm of theirs."""

    STATE = "state"
    PUBLIC = "public"
    PARTY = "party"
    PRIVATE = "private"
    RELIGIOUS = "religious"
    COOPERATIVE = "cooperative"
    CHARITY = "charity"


@lru_cache(maxsize=1)
def owners() -> Mapping[str, tuple[Owned, ...]]:
    """Return the owners of outlets by the outlet's name in the register, the latest last."""
    file = resources.files("warmonitor.reference") / "data" / "ownership.yml"
    found: dict[str, list[Owned]] = {}
    for row in yaml.load(file.read_text("utf-8"), Loader=_LOADER):  # noqa: S506  a safe loader, in C
        found.setdefault(str(row[0]), []).append(_read(*row))
    return {name: tuple(sorted(rows, key=lambda one: one.since)) for name, rows in found.items()}


def voice_of(owned: tuple[Owned, ...]) -> str:
    """Return the party whose voice an outlet is today, "" where it is nobody's."""
    return next((one.party for one in owned if one.party and not one.until), "")


def _read(_outlet: str, owner: str, kind: str, told: Mapping[str, Any]) -> Owned:
    rest = {key: str(value) for key, value in told.items()}
    return Owned(owner, OwnerKind(kind), **rest)
