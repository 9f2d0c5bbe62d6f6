"""What signs of the day of writing weigh: the numbers of data/dating.yml."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
CLOSEST = 2  # days of the widest scale on which reports of one happening lie
NARROW = 10  # days of the widest scale that stands by itself; wider ones only choose among likely days
REACH = 16_000  # days on either side of a report over which it is spread


@dataclass(frozen=True, slots=True)
class Learned:
    """The numbers, ready to use.

    `lead` are log odds by days back to the first weekday, `lead_next` where the last one is the day after it;
    `month_day` and `month` how far back what is told lies, and the share that lies anywhere; `against` log
    odds; `kernels` the shares of days by scale (rows), the report's own day in the middle.
    """

    lead: Numbers
    lead_next: Numbers
    month_day: tuple[float, float]
    day_with_weekday: tuple[float, float]
    month: tuple[float, float]
    against: dict[str, float]
    scales: Numbers
    kernels: Numbers
    tie: Numbers
    weight: Numbers
    growth: Numbers
    same_outlet: float
    year_named: float
    inferred: float
    pool: float
    unsure: float
    sure: float
    masses: tuple[float, ...]
    width: float
    prior_scales: tuple[float, ...]
    prior_shares: tuple[float, ...]
    prior_others: float
    prior_span: float

    @property
    def wide(self) -> int:
        """Return the number of the first scale that does not stand by itself; scales come narrow first."""
        return int(np.searchsorted(self.scales, NARROW, "right"))

    def weights(self, likeness: Numbers, shift: Numbers, fewer: float) -> Numbers:
        """Return what reports so alike weigh, by report and scale; `shift` and `fewer` are logs."""
        logs = np.log(np.maximum(likeness, 1e-6))[:, None]
        sure = np.clip((logs - self.unsure) / (self.sure - self.unsure), 0, 1)
        narrow = fewer * sure * (self.scales <= CLOSEST)
        grown = self.weight + self.growth * logs + shift[:, None] + narrow
        weights: Numbers = np.exp(np.minimum(grown, 30))
        return weights


def kernel(scale: float, reach: int = REACH) -> Numbers:
    """Return shares of days that fall off on either side, their mean distance about `scale`."""
    shares = np.exp(-np.abs(np.arange(-reach, reach + 1)) / scale)
    made: Numbers = shares / shares.sum()
    return made


@lru_cache(maxsize=1)
def learned() -> Learned:
    """Return the numbers of data/dating.yml."""
    raw = yaml.safe_load(files(__package__).joinpath("data/dating.yml").read_text("utf-8"))
    return Learned(
        lead=np.log(np.array(raw["lead"]) * 7),
        lead_next=np.log(np.array(raw["lead_next"]) * 7),
        month_day=(raw["month_day"]["back"], raw["month_day"]["anywhere"]),
        day_with_weekday=(raw["day_with_weekday"]["back"], raw["day_with_weekday"]["anywhere"]),
        month=(raw["month"]["back"], raw["month"]["anywhere"]),
        against={name: float(np.log(share)) for name, share in raw["against"].items()},
        kernels=np.array([kernel(scale) for scale in raw["scales"]]),
        scales=np.array(raw["scales"]),
        tie=np.exp(np.array(raw["tie"])),
        weight=np.array(raw["weight"]),
        growth=np.array(raw["growth"]),
        same_outlet=raw["same_outlet"],
        year_named=raw["year_named"],
        inferred=raw["inferred"],
        pool=raw["pool"],
        unsure=float(np.log(raw["unsure"])),
        sure=float(np.log(raw["sure"])),
        masses=tuple(raw["masses"]),
        width=raw["width"],
        prior_scales=tuple(raw["prior"]["scales"]),
        prior_shares=tuple(raw["prior"]["shares"]),
        prior_others=raw["prior"]["others"],
        prior_span=raw["prior"]["span"],
    )
