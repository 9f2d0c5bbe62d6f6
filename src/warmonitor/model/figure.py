"""Figures: comparable counts side by side, what each origin said in order, and what each rule makes of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warmonitor.model.grade import Grade
from warmonitor.model.when import When


@dataclass(frozen=True, slots=True)
class Apart:
    """A claim that was looked at for a figure and left out, and why."""

    claim: str
    because: str


class Mark(StrEnum):
    """How an origin's count stands to those that it gave before: its first, or what it did to the last."""

    FIRST = "first"
    RAISED = "raised"
    LOWERED = "lowered"
    CORRECTED = "corrected"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class ToldCount:
    """One count of an origin; `told` is the day on which the text that gives it was written, if known."""

    claim: str
    told: date | None
    low: int | None
    best: int | None
    high: int | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class History:
    """What one origin said one after the other; `stands` are the claims that give what it says now."""

    origin: str
    counts: tuple[ToldCount, ...]
    stands: tuple[str, ...]


class Rule(StrEnum):
    """How one value is chosen where origins differ, as casualty recorders name it (Every Casualty).

    Highest, lowest and one claim are only ever a reviewer's choice.
    """

    RANGE = "range of independent origins"
    MEDIAN = "median of independent origins"
    MAJORITY = "majority of independent origins"
    LATEST = "latest count"
    HIGHEST = "highest count"
    LOWEST = "lowest count"
    CLAIM = "one claim"


@dataclass(frozen=True, slots=True)
class Settled:
    """What a rule gives: a value (both ends alike) or a range, None an end left open, and whose it is."""

    rule: Rule
    low: float | None
    high: float | None
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misprint:
    """A count that a copy gives otherwise than the text that it copies: both claims, and why."""

    claim: str
    of: str
    because: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Tolls that count the same people for the same thing, place and period, side by side.

    Every origin has one value, the last that it gave: `low` and `high` are the lowest and highest bound of
    these, `median` that of their best values, `majority` what most origins agree on (None where none or as
    many agree on another). `rule` is the one by which the figure is shown, `rules` what each rule gives;
    `changed` are figures changed in copies, which count nowhere. `place` is a Place id.
    """

    id: str
    measure: str
    of: str
    place: str | None
    when: When
    claims: tuple[str, ...]
    low: int | None
    high: int | None
    median: float | None
    origins: tuple[str, ...] = ()
    apart: tuple[Apart, ...] = ()
    history: tuple[History, ...] = ()
    rule: Rule = Rule.RANGE
    rules: tuple[Settled, ...] = ()
    changed: tuple[Misprint, ...] = ()
    grade: Grade | None = None

    @property
    def majority(self) -> Settled | None:
        """Return what most independent origins agree on, None where there is no such value."""
        return next((one for one in self.rules if one.rule is Rule.MAJORITY), None)
