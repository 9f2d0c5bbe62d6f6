"""Which template of the response stands for which of the key, and what each slot of the pair is worth."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.muc34.credit import about_credit, credit
from eval.muc34.keys import SLOTS, Fill, Template

_PARTIES = ("who", "organisation", "things", "victims: name", "victims: description")


@dataclass(frozen=True, slots=True)
class Points:
    """Counts of one slot: fills that the key holds, fills given, and the credit of those that fit."""

    possible: int = 0
    given: int = 0
    credit: float = 0.0

    def __add__(self, other: "Points") -> "Points":
        return Points(self.possible + other.possible, self.given + other.given, self.credit + other.credit)

    @property
    def recall(self) -> float:
        """Return the share of the key's fills that was found, 0 to 1."""
        return self.credit / self.possible if self.possible else 0.0

    @property
    def precision(self) -> float:
        """Return the share of the fills given that is right, 0 to 1."""
        return self.credit / self.given if self.given else 0.0


def points(slot: str, given: Sequence[Fill], key: Sequence[Fill]) -> Points:
    """Return the counts of one slot of a pair: fills are paired best first, each once."""
    ranked = sorted(
        (
            (-worth, g, k)
            for g, one in enumerate(given)
            for k, other in enumerate(key)
            if (worth := credit(slot, one.values[0], other)) > 0 and about_credit(one, other)
        ),
    )
    taken: dict[int, int] = {}
    total = 0.0
    for worth, g, k in ranked:
        if g not in taken and k not in taken.values():
            taken[g] = k
            total -= worth
    matched = set(taken.values())
    possible = sum(not one.optional or k in matched for k, one in enumerate(key))
    return Points(possible, len(given), total)


def pair(response: Sequence[Template], key: Sequence[Template]) -> list[tuple[Template, Template]]:
    """Return the pairs of templates that stand for one incident, the most alike first, each once.

    As in MUC-4, a pair must share the type at least in part and a party, a target or place and day.
    """
    ranked = sorted(
        (
            (-likeness(one, other), g, k)
            for g, one in enumerate(response)
            for k, other in enumerate(key)
            if may_pair(one, other)
        ),
    )
    pairs: list[tuple[int, int]] = []
    for _, g, k in ranked:
        if all(g != a and k != b for a, b in pairs):
            pairs.append((g, k))
    return [(response[g], key[k]) for g, k in pairs]


def likeness(one: Template, other: Template) -> float:
    """Return the credit over all slots."""
    return sum(_slot(one, other, slot).credit for slot in SLOTS.values())


def _slot(one: Template, other: Template, slot: str) -> Points:
    return points(slot, one.slots.get(slot, ()), other.slots.get(slot, ()))


def may_pair(one: Template, other: Template) -> bool:
    """Say whether two templates may stand for one incident."""
    if _slot(one, other, "type").credit == 0:
        return False
    if any(_slot(one, other, slot).credit > 0 for slot in _PARTIES):
        return True
    return _slot(one, other, "place").credit == 1.0 and _slot(one, other, "date").credit > 0
