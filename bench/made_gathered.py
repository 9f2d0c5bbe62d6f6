"""What stands over all days of a made account, gathered from its parts, and the same for other days."""

import json
import re
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache

from bench.made_parts import MARK, Tree

_DAY_BYTES = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TURNED = re.compile(rf"({MARK}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass
class Gathered:
    """Claims by place, deal or post (by number), ids by origin, and some fields of claims and reports."""

    claims: dict[str, Tree] = field(default_factory=dict)
    dated: dict[str, Tree] = field(default_factory=dict)
    by_origin: dict[str, list[str]] = field(default_factory=dict)
    by_place: dict[str, list[Tree]] = field(default_factory=dict)
    deals: dict[str, list[Tree]] = field(default_factory=dict)
    posts: dict[str, list[Tree]] = field(default_factory=dict)
    shut: dict[str, list[Tree]] = field(default_factory=dict)

    def again(self, copy: int, days: int) -> "Gathered":
        """Return the same for days so many times later."""
        return Gathered(**json.loads(Turn(copy, days).text(json.dumps(vars(self)))))

    def add(self, other: "Gathered") -> None:
        """Take in what another has."""
        for one in fields(self):
            own = getattr(self, one.name)
            for key, found in getattr(other, one.name).items():
                if isinstance(found, list):
                    own.setdefault(key, []).extend(found)
                else:
                    own[key] = found


@dataclass(frozen=True)
class Turn:
    """What makes records of some days into others for later days: ids and days, nothing else."""

    copy: int
    days: int

    @property
    def mark(self) -> str:
        """Return the end of ids."""
        return f"x{self.copy:05}"

    def day(self, day: date) -> date:
        """Return a day of the copy."""
        return day + timedelta(days=self.copy * self.days)

    def rank(self, rank: bytes) -> bytes:
        """Return a rank of the copy."""
        found = rank.replace(MARK.encode(), self.mark.encode())
        return _DAY_BYTES.sub(lambda one: _later(one[0].decode(), self.copy * self.days).encode(), found)

    def text(self, text: str) -> str:
        """Return text with the ids and days of the copy."""
        return _DAY.sub(lambda found: _later(found[0], self.copy * self.days), text.replace(MARK, self.mark))


class Form:
    """A text whose ids and days are known, so that it is written for other days at once."""

    def __init__(self, text: str) -> None:
        self._parts = _TURNED.split(text)
        self._turned = self._parts[1::2]

    def of(self, turn: Turn) -> str:
        """Return the text of a turn."""
        if not self._turned:
            return self._parts[0]
        days = turn.copy * turn.days
        parts = self._parts.copy()
        parts[1::2] = [turn.mark if one == MARK else _later(one, days) for one in self._turned]
        return "".join(parts)


@cache
def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
