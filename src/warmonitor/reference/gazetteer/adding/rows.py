"""What a row of a gazetteer file gives, and the tally of rows that were not taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.reference.gazetteer.entry import PlaceKind

# Lines that are told of each kind of refusal.
_FIRST_LINES = 5


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a place no longer bears; years as text, "" where not known."""

    name: str
    since: str = ""
    until: str = ""


@dataclass(slots=True)
class PlaceRow:
    """A place as a file gives it; `line` counts from 1, `names` has the usual one first.

    `admin1` and `admin2` are codes of divisions within the country, or "" where `province` is a name.
    """

    line: int
    ref: str
    names: list[str]
    latitude: float
    longitude: float
    country: str = ""
    kind: PlaceKind = PlaceKind.TOWN
    admin1: str = ""
    admin2: str = ""
    province: str = ""
    population: int = 0
    radius_km: float | None = None
    capital: bool = False
    also: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()


class RowRefused(Exception):  # noqa: N818
    """A row that is not taken; `code` says why, as in data/refusals.yml."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Tally:
    """How many rows were not taken, by code, with the first lines of each; `unit` is what is counted."""

    unit: str = "line"
    counts: dict[str, int] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def refuse(self, code: str, line: int) -> None:
        """Count one more row that is not taken."""
        self.counts[code] = self.counts.get(code, 0) + 1
        told = self.lines.setdefault(code, [])
        if len(told) < _FIRST_LINES:
            told.append(line)

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield code and sentence of each kind of refusal, sorted."""
        for code, count in sorted(self.counts.items()):
            rows = "1 row" if count == 1 else f"{count:,} rows"
            lines = ", ".join(f"{line:,}" for line in sorted(self.lines[code]))
            more = " and more" if count > len(self.lines[code]) else ""
            where = f"{self.unit}{'s' if count > 1 else ''} {lines}{more}"
            yield code, f"Not taken: {refusals()[code].format(rows=rows)} ({where})."


@lru_cache(maxsize=1)
def refusals() -> Mapping[str, str]:
    """Return why rows are refused, by code."""
    found: dict[str, str] = knowledge("refusals.yml")
    return found


@lru_cache(maxsize=8)
def knowledge(name: str) -> Any:
    """Return a table of the gazetteer's data."""
    text = (files("warmonitor.reference.gazetteer") / "data" / name).read_text(encoding="utf-8")
    return yaml.safe_load(text)
