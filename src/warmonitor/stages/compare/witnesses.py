"""Reports of known date that tell what another tells, and how they pull its date."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.learned import NARROW, REACH, learned

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
    found, wide = np.zeros(len(prior)), learned().scales > NARROW
    for witness, weights in zip(witnesses, weigh(witnesses, fewer) if witnesses else (), strict=True):
        around = _around(witness.day, first, len(prior))
        found += weights[~wide] @ around[~wide]
        likely = around[wide] * prior
        found += (weights[wide] / np.maximum(likely.sum(axis=1), 1e-12)) @ likely
    return found


def _around(day: int, first: int, length: int) -> Numbers:
    start = REACH + first - day
    low, high = max(0, start), min(2 * REACH + 1, start + length)
    if high <= low:
        return np.zeros((len(learned().scales), length))
    part = learned().kernels[:, low:high]
    if high - low == length:
        return part
    return np.pad(part, ((0, 0), (low - start, start + length - high)))


def strongest(witnesses: Sequence[Witness], days: Days, most: int = 3) -> list[Witness]:
    """Return those that speak most for a stretch of days, none that says a tenth of what the first says."""
    if not witnesses:
        return []
    first = days.earliest.toordinal()
    said = [
        float((weights @ _around(witness.day, first, days.width)).sum())
        for witness, weights in zip(witnesses, weigh(witnesses, 0.0), strict=True)
    ]
    ranked = sorted(zip(said, witnesses, strict=True), key=lambda one: (-round(one[0], 9), one[1].id))
    return [witness for share, witness in ranked[:most] if share > ranked[0][0] / 10 and share > 0]
