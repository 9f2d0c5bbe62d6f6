"""The words and thresholds of grading, from data/grading.yml."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.model import SourceMark


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least number of points, and the share of them upheld, that a source's mark needs."""

    mark: SourceMark
    least: int
    share: float


@lru_cache
def words(name: str) -> frozenset[str]:
    """Return a list of words or terms."""
    return frozenset(map(str, _load()[name]))


@lru_cache
def thresholds() -> tuple[Threshold, ...]:
    """Return what each mark needs, the best first."""
    rows = _load()["record"]["marks"]
    return tuple(Threshold(SourceMark(row["mark"]), int(row["least"]), float(row["share"])) for row in rows)


@lru_cache
def least_points() -> int:
    """Return how many points are needed to judge a source at all."""
    return int(_load()["record"]["least"])


@lru_cache
def _load() -> dict[str, Any]:
    text = files(__package__).joinpath("data", "grading.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))
