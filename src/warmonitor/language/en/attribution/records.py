"""What the reader of attributions says of one sentence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SOURCE, CUE, CONTENT = range(3)


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: `carrier` is the token that carries the cue, `likelihood` that it attributes at all.

    `marks` is (tokens, 3): how likely each token belongs to its source, its cue, its content.
    """

    carrier: int
    likelihood: float
    marks: NDArray[np.float32]

    def tokens(self, kind: int, least: float = 0.5) -> frozenset[int]:
        """Return the tokens of SOURCE, CUE or CONTENT that are at least so likely."""
        return frozenset(np.flatnonzero(self.marks[:, kind] >= least).tolist())
