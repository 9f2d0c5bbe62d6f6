"""Which records are wanted of a kind: read from words, checked, and as conditions of a question."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import ColumnElement, exists, select

from warmonitor.model import Measure, QueryError
from warmonitor.store.fields import ROLES
from warmonitor.store.kept import kept
from warmonitor.store.shelf import LINK, SHELF, UNDATED


@dataclass(frozen=True, slots=True)
class Filters:
    """What records must have, all of it; days are both included, and a record counts that lasts into them.

    `place`, `actor`, `report`, `claim`, `event` and `strand` are ids, `origin` and `outlet` names as written,
    `type` any of the words by which records of a kind are sorted (a claim's kind, an event's ACLED types),
    `status` how they stand (a claim's stance, a spell's status). `alone`, `first`, `copied`, `copies` and
    `corrected` are outlets (docs/room.md, Sources), `quotes` and `quoted` chains as `quoting.py` writes them.
    """

    place: str | None = None
    actor: str | None = None
    report: str | None = None
    outlet: str | None = None
    claim: str | None = None
    event: str | None = None
    strand: str | None = None
    origin: str | None = None
    country: str | None = None
    measure: str | None = None
    type: str | None = None
    status: str | None = None
    alone: str | None = None
    first: str | None = None
    copied: str | None = None
    copies: str | None = None
    corrected: str | None = None
    quotes: str | None = None
    quoted: str | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise QueryError("days-reversed", f"The day {self.since} is after {self.until}.")
        if self.measure is not None and self.measure not in set(Measure):
            known = ", ".join(Measure)
            raise QueryError("measure-unknown", f"“{self.measure}” is no measure; they are: {known}.")

    def roles(self) -> list[tuple[str, str]]:
        """Return pairs of a role and what must stand in it, those that leave fewest records first."""
        return [(role, kept(found)) for role in ROLES if (found := getattr(self, role)) is not None]


NAMES = tuple(one.name for one in fields(Filters))


def filters_of(words: Mapping[str, str]) -> Filters:
    """Read filters by name.

    Raises:
        QueryError: when a name is none, a day is no day, or they cannot be met together.
    """
    for name in words:
        if name not in NAMES:
            raise QueryError("filter-unknown", f"“{name}” is no filter; they are: {', '.join(NAMES)}.")
    days = {name: _day(words[name]) for name in ("since", "until") if name in words}
    return Filters(**{name: word for name, word in words.items() if name not in days}, **days)  # type: ignore[arg-type]


def linked(
    kind: str | ColumnElement[str], role: str, target: str, ranked: ColumnElement[bytes] = SHELF.c.rank
) -> ColumnElement[bool]:
    """Return the condition that the record with a rank is linked to something in a role."""
    found = select(LINK.c.rank).where(
        LINK.c.kind == kind, LINK.c.role == role, LINK.c.target == target, LINK.c.rank == ranked
    )
    # The offset keeps PostgreSQL from making a join of it, which without statistics compares all with all.
    return exists(found.offset(0))


def in_days(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions that a record lasts into the days that are wanted."""
    if filters.since is None and filters.until is None:
        return []
    told = [SHELF.c.width != UNDATED]
    if filters.since:
        told.append(SHELF.c.last >= filters.since.isoformat())
    if filters.until:
        told.append(SHELF.c.first <= filters.until.isoformat())
    return told


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise QueryError("day-invalid", f"“{words}” is no day; write it as 2015-05-31.") from None
