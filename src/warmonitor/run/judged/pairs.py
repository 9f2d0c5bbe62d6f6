"""Records judged to be one: sets of them, where the later judgement goes before what follows from others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from warmonitor.model import Held, Verdict


@dataclass(slots=True)
class Sets:
    """Sets of ids that grow together; those judged apart never meet."""

    apart: list[tuple[str, str]] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)

    def home(self, one: str) -> str:
        """Return the id that stands for the set of an id."""
        while self.above.get(one, one) != one:
            one = self.above[one]
        return one

    def join(self, one: str, other: str) -> bool:
        """Join the sets of two ids; say whether they are one now."""
        here, there = sorted((self.home(one), self.home(other)))
        if here == there:
            return True
        if any({self.home(a), self.home(b)} == {here, there} for a, b in self.apart):
            return False
        self.above[there] = here
        return True


def pairs_of(held: Iterable[Held], verdict: Verdict) -> list[tuple[str, str, Held]]:
    """Return the pairs of ids that are judged so, in order, each with its judgement."""
    return [
        (one.judgement.subject.id, one.judgement.subject.other, one)
        for one in held
        if one.judgement.verdict is verdict and one.judgement.subject.other
    ]


def joined(held: Sequence[Held]) -> tuple[Sets, list[Held]]:
    """Return the sets that judgements of pairs make, and those that others speak against."""
    sets = Sets([(one, other) for one, other, _ in pairs_of(held, Verdict.DIFFERENT)])
    against = [by for one, other, by in pairs_of(held, Verdict.SAME) if not sets.join(one, other)]
    return sets, against
