"""Periods: which days a row of the register holds for, and what an actor was on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from warmonitor.reference.actors.records import Entry, Holder, Spell, Term

_FIRST, _LAST = "0000", "9999"
LONG_AFTER = 3  # years for which reports still tell of a body that is no more


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report may be of, as ISO dates, both included; an open end is "0000" or "9999"."""

    first: str = _FIRST
    last: str = _LAST

    @classmethod
    def of(cls, earliest: date | None, latest: date | None) -> "Period | None":
        """Return the period of an interval of days, None where nothing is known of it."""
        if earliest is None and latest is None:
            return None
        return cls(earliest.isoformat() if earliest else _FIRST, latest.isoformat() if latest else _LAST)

    def begun(self, since: str | None) -> bool:
        """Say whether something of that ISO year, month or day has begun on one of the days."""
        return since is None or since <= self.last[: len(since)]

    def over(self, until: str | None) -> bool:
        """Say whether something that lasted until then is over on all of the days."""
        return until is not None and self.first[: len(until)] > until

    def meets(self, since: str | None, until: str | None) -> bool:
        """Say whether what lasted from `since` to `until` was so on one of the days."""
        return self.begun(since) and not self.over(until)

    def long_over(self, until: str | None) -> bool:
        """Say whether something has been over for more years than reports go on telling of it."""
        return until is not None and self.over(f"{int(until[:4]) + LONG_AFTER:04}{until[4:]}")


def value_on(spells: Sequence[Spell], period: Period) -> str | None:
    """Return the last value that held on one of the days, None where none did."""
    held = [spell.value for spell in spells if period.meets(spell.since, spell.until)]
    return held[-1] if held else None


def values_on(spells: Iterable[Spell], period: Period) -> tuple[str, ...]:
    """Return all values that held on one of the days, each once."""
    return tuple(dict.fromkeys(spell.value for spell in spells if period.meets(spell.since, spell.until)))


def entry_on(entry: Entry, period: Period) -> Entry:
    """Return an actor as it was on the days: kind, side, parent and backers."""
    if not entry.turns:
        return entry
    return replace(
        entry,
        kind=entry.kind_of(value_on(entry.kinds, period)),
        side=value_on(entry.sides, period),
        parent=value_on(entry.parents, period),
        backers=values_on(entry.sponsors, period),
    )


def holder_on(holder: Holder, period: Period) -> Holder:
    """Return a person in the office held on the days, else the last held before, else the first."""
    if len(holder.terms) < 2:
        return holder
    held = [term for term in holder.terms if period.meets(term.since, term.until)]
    begun = [term for term in holder.terms if period.begun(term.since)]
    term = (held or begun or list(holder.terms[:1]))[-1]
    return replace(holder, office=term.office, of=term.of, since=term.since, until=term.until)


def in_office(holder: Holder, period: Period) -> tuple[Term, ...]:
    """Return the terms that a person served on one of the days."""
    return tuple(term for term in holder.terms if period.meets(term.since, term.until))
