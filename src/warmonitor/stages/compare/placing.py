"""The days on which a report was likely written, by its words, other reports, and when its war was on."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from warmonitor.model import Dated, DatedHow
from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.evidence import Evidence
from warmonitor.stages.compare.known import Known, witnesses
from warmonitor.stages.compare.learned import learned
from warmonitor.stages.compare.prior import ANY, Prior
from warmonitor.stages.compare.spread import Spread, normal
from warmonitor.stages.compare.told import told
from warmonitor.stages.compare.witnesses import Witness, pull, strongest

WIDEST = 366  # days of the widest interval that is worth giving
MARGIN = 1200  # days looked through before and after all that is known
LONGEST = 15_000
LINKED = 0.004  # likeness from which a report that names no country is of the set
LATER = 3  # days after which a report that shares the words may be a copy
AFTER_POSTING = math.log(0.1)  # a text posted on a false day was seldom written after it


@dataclass(frozen=True, slots=True)
class Placed:
    """How likely each day is, and the reports that say so."""

    spread: Spread
    witnesses: Sequence[Witness]


def place(
    known: Known, at: int, dated: Mapping[int, Dated], prior: Prior, *, own: date | None = None
) -> Placed | None:
    """Return how likely each day is for a report, None where nothing dated is near it.

    `own` is its stated day where that day is in the prior; it is left out of it.
    """
    seen = witnesses(known, at, dated, without=own.toordinal() + LATER if own else 0)
    countries, evidence = known.countries[at], known.evidence[at]
    if seen and seen[0].score >= LINKED and not prior.known(countries):
        countries = {ANY: 1.0}
    around = prior.ends(countries)
    if not seen and not around:
        return None
    posted = known.reports[at].stated_date
    first, length = _range([w.day for w in seen], around, evidence, posted)
    shares, others = prior.shares(countries, first, length, own.toordinal() if own else None)
    if not seen and others == 0:
        return None
    odds = told(evidence, known.war_fits(at), first, length)
    if posted and own is None:
        odds = odds.copy()
        odds[max(0, posted.toordinal() + 1 - first) :] += AFTER_POSTING
    return Placed(
        normal(
            first, (shares + pull(seen, first, shares, prior.fewer(countries))) * np.exp(odds - odds.max())
        ),
        seen,
    )


def _range(
    seen: Sequence[int], around: Sequence[int], evidence: Evidence, posted: date | None
) -> tuple[int, int]:
    """Return the first day and the number of days to look through; what lies too far out is cut off."""
    known = [*seen, *around]
    middle = sorted(known)[len(known) // 2]
    known += [day.toordinal() for day in (evidence.floor, posted) if day]
    first = max(1, min(known) - MARGIN, middle - LONGEST // 2)
    last = min(date.max.toordinal(), max(known) + MARGIN, middle + LONGEST // 2)
    return first, last - first + 1


def infer(known: Known, at: int, placed: Placed) -> Dated | None:
    """Return the days that hold nearly all of what is likely, None where they are too many to tell much."""
    days = placed.spread.likeliest(learned().masses, learned().width)
    if days.width > WIDEST:
        return None
    evidence = known.evidence[at]
    return Dated(days.earliest, days.latest, DatedHow.INFERRED, _because(evidence, placed, days))


def _because(evidence: Evidence, placed: Placed, days: Days) -> str:
    ids = ", ".join(w.id for w in strongest(placed.witnesses, days))
    signs = (
        [f"it tells of the same as {ids}"]
        if ids
        else ["dated reports on the same country lie round these days"]
    )
    if evidence.lead is not None:
        signs.append("the weekdays it names")
    if evidence.month_days or evidence.months:
        signs.append("the days and months it names")
    if evidence.war_years is not None:
        signs.append(f'"{evidence.war_years.said}"')
    if evidence.floor is not None:
        signs.append(f"that it looks back on {evidence.floor.isoformat()}")
    return signs[0] if len(signs) == 1 else f"{signs[0]}; besides {', '.join(signs[1:])}"


def unlikely(placed: Placed, stated: date) -> float:
    """Return how much likelier a day at random is than what is known makes the stated one, in logs."""
    at_random = 1 / learned().prior_span
    return math.log(at_random / max(placed.spread.near(stated, 2), 1e-30))
