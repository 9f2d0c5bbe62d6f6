"""From days that are known to the day of writing of a report whose date is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.stages.compare.evidence import Days, Evidence, move

CLUSTER = 5  # days between reports of one happening
DOMINANT = 1.3  # how far the best cluster must outweigh the next
REACH = 6  # days round an anchor in which a weekday is looked for
WIDEST = 31  # days of doubt that are still worth an interval
CLOSE_DAYS, LOOSE_DAYS = 1, 2  # how long after the last day told a report is written


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """A report of known date that tells the same happening; `score` is how alike it is, 0 to 1."""

    days: Days
    score: float
    id: str


def _clusters(witnesses: Sequence[Witness]) -> list[list[Witness]]:
    groups: list[list[Witness]] = []
    for witness in sorted(witnesses):
        if groups and groups[-1][-1].days.gap(witness.days) <= CLUSTER:
            groups[-1].append(witness)
        else:
            groups.append([witness])
    return groups


def _weight(group: Sequence[Witness]) -> float:
    return sum(witness.score**2 for witness in group)


def choose(witnesses: Sequence[Witness]) -> list[Witness] | None:
    """Return the witnesses that agree and outweigh the others, None where no group does."""
    ranked = sorted(_clusters(witnesses), key=lambda group: (-_weight(group), group))
    if not ranked:
        return None
    if len(ranked) == 1 or _weight(ranked[0]) >= DOMINANT * _weight(ranked[1]):
        return ranked[0]
    top = sorted([*ranked[0], *ranked[1]])
    wide = (max(w.days.latest for w in top) - min(w.days.earliest for w in top)).days
    return top if wide <= WIDEST else None


def _distance(day: date, group: Sequence[Witness]) -> float:
    return sum(witness.score**2 * Days(day, day).gap(witness.days) for witness in group)


def last_day_told(evidence: Evidence, group: Sequence[Witness]) -> date | None:
    """Return the last day that the report tells of, placed nearest to its witnesses."""
    best = max(group, key=lambda witness: (witness.score, witness.days))
    middle = best.days.earliest
    near = [move(middle, step) for step in range(-REACH, REACH + (best.days.latest - middle).days + 1)]
    told = [day for day in near if any((day.month, day.day) == (m, d) for m, d, _ in evidence.month_days)]
    if evidence.weekday is not None:
        weekdays = [day for day in near if day.weekday() == evidence.weekday]
        told += sorted(weekdays, key=lambda day: (_distance(day, group), day))[:1]
    return max(told, default=None)


def written_after(day: date, evidence: Evidence) -> Days:
    """Return the days on which a report that tells of this day last is written."""
    return Days(day, move(day, CLOSE_DAYS if evidence.close else LOOSE_DAYS))


def place(evidence: Evidence, group: Sequence[Witness]) -> Days:
    """Return the days of writing of a report that tells what these witnesses tell."""
    told = last_day_told(evidence, group)
    if told is not None:
        return written_after(told, evidence)
    first = min(witness.days.earliest for witness in group)
    return Days(move(first, -1), move(max(witness.days.latest for witness in group), 2))


def before_posting(evidence: Evidence, posted: date) -> Days:
    """Return the days of writing of a text that was posted on this day."""
    first = move(posted, -LOOSE_DAYS)
    if evidence.weekday is not None:
        back = (posted.weekday() - evidence.weekday) % 7
        first = move(posted, -min(back, LOOSE_DAYS))
    return Days(first, posted)
