"""Reports of known date that tell what another tells, and how they pull its date."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.learned import REACH, learned

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Witness:
    """A report of known date: how alike it is (0 to 1), and the log by which it weighs more or less.

    `tied` says that it shares words of the news, or a speech.
    """

    days: Days
    score: float
    id: str
    shift: float = 0.0
    tied: bool = False

    @property
    def day(self) -> int:
        """Return the ordinal of the day in its middle."""
        return (self.days.earliest.toordinal() + self.days.latest.toordinal()) // 2


def weigh(witnesses: Sequence[Witness], fewer: float) -> Numbers:
    """Return what each weighs, by witness and scale of time.

    The fewer reports they were found among (`fewer`, a log), the less are they alike by chance.
    """
    scores = np.array([witness.score for witness in witnesses])
    weights = learned().weights(scores, np.array([witness.shift for witness in witnesses]), fewer)
    tied = np.array([witness.tied for witness in witnesses], bool)
    weights[tied] = learned().tie
    return weights


def pull(witnesses: Sequence[Witness], first: int, prior: Numbers, fewer: float) -> Numbers:
    """Return the sum of what they say for the days from the ordinal `first` on.

    What is only near them in time, on a wide scale, is as likely as it is by the `prior` of these days.
    """
    alone, among = np.zeros(len(prior)), np.zeros(len(prior))
    wide = learned().wide
    by_day: dict[int, Numbers] = {}
    for witness, weights in zip(witnesses, weigh(witnesses, fewer) if witnesses else (), strict=True):
        by_day[witness.day] = by_day.get(witness.day, 0.0) + weights
    for day, weights in by_day.items():
        around, here = _around(day, first, len(prior))
        alone[here] += weights[:wide] @ around[:wide]
        likely = around[wide:] @ prior[here]
        among[here] += (weights[wide:] / np.maximum(likely, 1e-12)) @ around[wide:]
    among *= prior
    alone += among
    return alone


def _around(day: int, first: int, length: int) -> tuple[Numbers, slice]:
    """Return the kernels round a day, and where among the days asked for they stand."""
    start = REACH + first - day
    low, high = max(0, start), max(0, min(2 * REACH + 1, start + length))
    return learned().kernels[:, low:high], slice(low - start, max(low, high) - start)


def strongest(witnesses: Sequence[Witness], days: Days, most: int = 3) -> list[Witness]:
    """Return those that speak most for a stretch of days, none that says a tenth of what the first says."""
    if not witnesses:
        return []
    first = days.earliest.toordinal()
    said = [
        float((weights @ _around(witness.day, first, days.width)[0]).sum())
        for witness, weights in zip(witnesses, weigh(witnesses, 0.0), strict=True)
    ]
    ranked = sorted(zip(said, witnesses, strict=True), key=lambda one: (-round(one[0], 9), one[1].id))
    return [witness for share, witness in ranked[:most] if share > ranked[0][0] / 10 and share > 0]
