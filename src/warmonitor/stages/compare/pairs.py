"""The pairs of reports whose texts depend on each other, and those that share other people's words."""

from dataclasses import dataclass

from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.wording import Wording


@dataclass(frozen=True, slots=True)
class Found:
    """Each report's words, the pairs that depend on each other, and those that only quote or have stock.

    In `wordings` headlines do not count and a teaser stands once; in `whole` both count as they stand.
    """

    whole: list[Wording]
    wordings: list[Wording]
    pairs: list[Pair]
    beside: list[Pair]
