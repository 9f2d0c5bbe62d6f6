"""What a toll counts: whom, where and over which days, in a form that can be compared."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.model import (
    Claim,
    Measure,
    Place,
    PlaceIndex,
    PlacePrecision,
    Quantity,
    Toll,
    When,
    WhenPrecision,
    fold,
)

ONE_HAPPENING_DAYS = 8
START_TOLERANCE_DAYS = 21
SHARE_OF_LENGTH = 0.2
STOCKS = frozenset({Measure.REMAINING, Measure.POPULATION})


class PeriodKind(StrEnum):
    """What sort of time a toll runs over."""

    HAPPENING = "one happening"
    CUMULATIVE = "a longer time"
    UNTIL = "a time with no stated start"
    STOCK = "a state at one time"
    OPEN = "no stated time"


@dataclass(frozen=True)
class Counted:
    """One toll claim, ready to compare.

    `told` is the day on which the text that gives it was written, `state` the country of the state body
    that says it, if one does; `on_top` says that it comes on top of a count before it ("six more").
    """

    claim: Claim
    toll: Toll
    people: str
    places: tuple[str, ...]
    period: PeriodKind
    when: When
    event: str | None
    origins: tuple[str, ...]
    told: date | None = None
    state: str | None = None
    on_top: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Return measure and people: only tolls with one key are compared."""
        return self.toll.measure, self.people

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Return an order that rests on what is counted and said, and on ids only last."""
        start = self.when.earliest or date.max
        value = best_value(self.toll.quantity)
        counted = (*self.key, self.period, start, self.when.latest or date.max, not self.places, self.places)
        claim = self.claim
        return (*counted, value is None, value or 0, self.origins, claim.report, claim.quote, claim.id)


@lru_cache
def load_people() -> dict[str, Any]:
    """Return the table of names for the people counted."""
    text = files("warmonitor.stages.reconcile").joinpath("data", "people.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@lru_cache(maxsize=4096)
def people_of(of: str, measure: Measure) -> str:
    """Return one name for the people counted: number and fillers set aside, synonyms joined."""
    table = load_people()
    words = [_singular(word) for word in fold(of).split()]
    while len(words) > 1 and words[0] in table["fillers"]:
        words = words[1:]
    name = " ".join(words) or "people"
    name = next((row[0] for row in table["same"] if name in row), name)
    together = measure in table["people_and_civilians"] and name == "civilian"
    return "people" if together else name


def _singular(word: str) -> str:
    plural: dict[str, str] = load_people()["plural"]
    if word in plural:
        return plural[word]
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
    )


@lru_cache
def load_updates() -> dict[str, Any]:
    """Return the table of words by which an origin takes back what it said before."""
    text = files("warmonitor.stages.reconcile").joinpath("data", "updates.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


def count(
    claim: Claim,
    event: str | None,
    origins: tuple[str, ...],
    part_of: Claim | None = None,
    told: date | None = None,
    state: str | None = None,
    *,
    on_top: bool = False,
) -> Counted | None:
    """Return what a toll claim counts, None where the claim is no toll.

    A part that gives no time or place of its own counts over those of its whole.
    """
    toll = claim.detail
    if not isinstance(toll, Toll):
        return None
    whole = part_of or claim
    stated = claim if claim.when.said or not whole.when.said else whole
    located = claim if claim.where else whole
    places = tuple(dict.fromkeys(named.id for named in located.where if named.id))
    when = stated.when if stated.when.said else When(latest=stated.when.latest)
    period = _period(toll, stated.when)
    if event is not None and period is PeriodKind.CUMULATIVE:
        period = PeriodKind.HAPPENING  # one happening, on a day that the words leave open
    if isinstance(whole.detail, Toll) and whole.detail.measure in STOCKS:
        period = PeriodKind.STOCK
    people = people_of(toll.of, toll.measure)
    return Counted(claim, toll, people, places, period, when, event, origins, told, state, on_top)


def _period(toll: Toll, when: When) -> PeriodKind:
    if toll.measure in STOCKS:
        return PeriodKind.STOCK
    if not when.said or not when.known():
        return PeriodKind.OPEN
    if when.earliest is None:
        return PeriodKind.UNTIL
    days = when.days()
    if days is None or days > ONE_HAPPENING_DAYS:
        within_year = when.precision is WhenPrecision.YEAR and days is not None and days <= 366
        return PeriodKind.HAPPENING if within_year else PeriodKind.CUMULATIVE
    return PeriodKind.HAPPENING


def best_value(quantity: Quantity) -> float | None:
    """Return the value that stands for a count: the best, else the only bound, else the middle."""
    low, high = quantity.low, quantity.high
    if quantity.best is not None:
        return float(quantity.best)
    if low is not None and high is not None:
        return (low + high) / 2
    only = low if low is not None else high
    return None if only is None else float(only)


def bounds(toll: Counted, slack: float = 0.0) -> tuple[float, float]:
    """Return the lowest and highest count that the words allow; a round number is widened by `slack`."""
    count = toll.toll.quantity
    low = count.low if count.low is not None else count.best if count.high is None else None
    high = count.high if count.high is not None else count.best if count.low is None else None
    if count.low is None and count.best is not None and count.high is not None:
        low = count.best
    wide = slack if count.approximate else 0.0
    return (
        low * (1 - wide) if low is not None else 0.0,
        high * (1 + wide) if high is not None else float("inf"),
    )


def start_range(when: When) -> tuple[date, date]:
    """Return the days on which a period can have started: "since April" starts on any day of April."""
    start = when.earliest or date.min
    if start.day != 1 or when.precision is WhenPrecision.DAY or start == date.min:
        return start, start
    years = (when.days() or 0) > 2 * 365 and start.month == 1
    last = (
        date(start.year, 12, 31)
        if years
        else start.replace(day=calendar.monthrange(start.year, start.month)[1])
    )
    return start, last


def starts_fit(one: When, other: When) -> bool:
    """Say whether two periods start near each other: within three weeks, less where they are short."""
    first, second = sorted((start_range(one), start_range(other)))
    return (second[0] - first[1]).days <= tolerance(one, other)


def ends_fit(one: When, other: When) -> bool:
    """Say whether two periods end near each other; an end left open fits any."""
    if one.latest is None or other.latest is None:
        return True
    return abs((one.latest - other.latest).days) <= tolerance(one, other)


def tolerance(one: When, other: When) -> int:
    """Return the days by which two periods may differ: a fifth of the shorter, at most three weeks."""
    shorter = min(one.days() or 10**6, other.days() or 10**6)
    return min(START_TOLERANCE_DAYS, max(2, int(shorter * SHARE_OF_LENGTH)))


def areas_fit(one: Counted, other: Counted, places: PlaceIndex) -> bool | None:
    """Say whether two tolls count over one area; None where one of them leaves the area open."""
    if not one.places or not other.places:
        return None
    return any(same_area(here, there, places) for here in one.places for there in other.places)


def same_area(here: str, there: str, places: PlaceIndex) -> bool:
    """Say whether two places are one area: one id, one name that a town and its region share, or a
    part or the ground around it that is told by it ("southern X" and X)."""
    if here == there:
        return True
    first, second = places.known.get(here), places.known.get(there)
    if first is None or second is None or PlacePrecision.COUNTRY in {first.precision, second.precision}:
        return False
    if (first.of or here) == (second.of or there):
        return True
    one, other = places.names[here], places.names[there]
    return bool(one & other) or _part_by_name(first, second, other) or _part_by_name(second, first, one)


def _part_by_name(part: Place, whole: Place, names: frozenset[str]) -> bool:
    if part.gazetteer is not None or part.inside is None or fold(part.inside) not in names:
        return False
    return set(fold(whole.name).split()) < set(fold(part.name).split())
