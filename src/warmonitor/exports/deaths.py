"""How many were killed in an event: the range that its claims give, and whose deaths they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from statistics import median_low

import yaml

from warmonitor.exports.source import Row

CIVILIANS, STATE, REBELS = "civilians", "state", "rebels"


@dataclass(frozen=True, slots=True)
class Deaths:
    """People killed: `low` and `high` are the range of counts told, `best` the median of its origins.

    `civilians`, `state` and `rebels` are the least of them that claims name as such.
    """

    low: int
    best: int
    high: int
    bounded: bool
    civilians: int = 0
    state: int = 0
    rebels: int = 0

    @property
    def unknown(self) -> int:
        """Return how many of the best estimate no claim names the side of."""
        return self.best - self.civilians - self.state - self.rebels


def deaths_of(event: Row, claims: list[Row]) -> Deaths | None:
    """Return the deaths of an event, None where no claim counts any."""
    told = next((one for one in event["casualties"] if one["measure"] == "killed"), None)
    if told is None:
        return None
    counted = [
        claim for claim in claims if claim["id"] in set(told["claims"]) and claim["stance"] != "denied"
    ]
    values = [value for claim in counted if (value := _value(claim)) is not None]
    ends = [end for end in (told["low"], told["high"]) if end is not None]
    if not ends and not values:
        return None
    low = told["low"] if told["low"] is not None else 0
    high = told["high"] if told["high"] is not None else max([low, *values])
    best = min(max(low, _best(counted) or low), high)
    return _split(Deaths(low, best, high, told["high"] is not None), claims)


def _split(all_: Deaths, claims: Iterable[Row]) -> Deaths:
    """Return deaths with those whose side claims name; all unknown where they are more than all."""
    least: dict[str, int] = {}
    for claim in claims:
        side = side_of(claim.get("of")) if claim.get("measure") == "killed" else None
        count = _value(claim)
        if side and count is not None and claim["stance"] != "denied":
            least[side] = max(least.get(side, 0), count) if count <= all_.best else least.get(side, 0)
    if sum(least.values()) > all_.best:
        return all_
    named = (least.get(side, 0) for side in (CIVILIANS, STATE, REBELS))
    return Deaths(all_.low, all_.best, all_.high, all_.bounded, *named)


def _best(claims: list[Row]) -> int | None:
    """Return the median of what independent origins count, the lower one of two."""
    by_origin: dict[str, int] = {}
    for claim in claims:
        value = _value(claim)
        if value is not None:
            origins = [path["origin"] for path in claim["paths"]] or [claim["report"]]
            by_origin.update(dict.fromkeys(origins, value))
    return median_low(by_origin.values()) if by_origin else None


def _value(claim: Row) -> int | None:
    """Return the count of a claim: its best one, else the bound that it gives."""
    given = (claim.get(name) for name in ("best", "low", "high"))
    return next((int(value) for value in given if value is not None), None)


def side_of(people: str | None) -> str | None:
    """Return whose dead these people are by the word for them, None where it does not tell."""
    if not people:
        return None
    words = people.casefold().split()
    return next((side for side, heads in _heads().items() if words[-1] in heads), None)


@lru_cache(maxsize=1)
def _heads() -> dict[str, frozenset[str]]:
    text = files("warmonitor.exports").joinpath("data", "people.yml").read_text(encoding="utf-8")
    return {side: frozenset(" ".join(lines).split()) for side, lines in yaml.safe_load(text).items()}
