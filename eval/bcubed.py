"""B-cubed precision, recall and F1 of a grouping, where a thing may be of several groups."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Groups = Sequence[AbstractSet[Hashable]]


@dataclass(frozen=True)
class BCubed:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(asked: Groups, got: Groups) -> BCubed:
    """Compare two groupings of the same things, each given as the set of groups of every thing.

    A pair that shares more groups on one side than on the other counts by the smaller number (extended
    B-cubed: Amigó, Gonzalo, Artiles and Verdejo 2009); where each thing is of one group it is B-cubed.
    """
    return BCubed(_share(got, asked), _share(asked, got))


def _share(over: Groups, against: Groups) -> float:
    """Return, for a thing and its mates of `over`, how many of the groups that they share both sides have."""
    holders: dict[Hashable, list[int]] = {}
    for place, groups in enumerate(over):
        for group in groups:
            holders.setdefault(group, []).append(place)
    means = []
    for place, groups in enumerate(over):
        mates = {mate for group in groups for mate in holders[group]}
        means.append(sum(_pair(over, against, place, mate) for mate in mates) / len(mates))
    return sum(means) / len(means) if means else 0.0


def _pair(over: Groups, against: Groups, one: int, other: int) -> float:
    here, there = len(over[one] & over[other]), len(against[one] & against[other])
    return min(here, there) / here
