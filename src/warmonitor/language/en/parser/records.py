"""What the parser says of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Parse:
    """One tree over the tokens of a sentence, in Universal Dependencies' terms.

    All tuples run over the tokens. `heads` holds token indices, -1 at the one root. `feats` are as in
    CoNLL-U, sorted and joined by "|", "" for none. `states` are the net's own, (tokens, width) by layer.
    """

    words: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    states: tuple[NDArray[np.float32], ...] = field(default=(), repr=False, compare=False)
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(i)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def __len__(self) -> int:
        return len(self.words)

    @property
    def root(self) -> int:
        """The index of the root; -1 where there are no words."""
        return self.heads.index(-1) if self.heads else -1

    def children(self, i: int, *deprels: str) -> tuple[int, ...]:
        """Return the dependents of token i in order, those with one of the relations if any are given.

        A universal relation stands for its subtypes too: "nsubj" also finds "nsubj:pass".
        """
        if not deprels:
            return self._children[i]
        return tuple(c for c in self._children[i] if fits(self.deprels[c], deprels))

    def descendants(self, i: int) -> tuple[int, ...]:
        """Return token i and all below it, in order of the text."""
        found = [i]
        for node in found:
            found.extend(self._children[node])
        return tuple(sorted(found))

    def subtree(self, i: int) -> tuple[int, int]:
        """Return the first and last token of the subtree of i, both inside."""
        found = self.descendants(i)
        return found[0], found[-1]

    def path(self, i: int) -> tuple[int, ...]:
        """Return the tokens from i up to the root, both inside."""
        steps = [i]
        while self.heads[steps[-1]] >= 0:
            steps.append(self.heads[steps[-1]])
        return tuple(steps)

    def feature(self, i: int, name: str) -> str:
        """Return the value of a morphological feature of token i, "" where it has none."""
        for pair in self.feats[i].split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""

    def is_passive(self, i: int) -> bool:
        """Say whether token i is a passive verb: "was hit", or a participle such as "hit by a shell"."""
        if self.children(i, "aux:pass", "nsubj:pass", "csubj:pass"):
            return True
        if self.upos[i] not in {"VERB", "AUX"}:
            return False
        return self.feature(i, "Voice") == "Pass" or bool(self.children(i, "obl:agent"))


def fits(deprel: str, wanted: Sequence[str]) -> bool:
    """Say whether a relation is one of those wanted, a universal one standing for its subtypes."""
    return deprel in wanted or deprel.partition(":")[0] in wanted
