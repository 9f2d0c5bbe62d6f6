"""The tagger of mentions run with numpy: a hidden layer over dense features, weights of word features."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.mentions.features import Floats, candidate, dense, sparse
from warmonitor.language.en.mentions.records import Kind
from warmonitor.language.en.parser.records import Parse

CLASSES: tuple[Kind | None, ...] = (None, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_NO_SHARES = np.zeros(3, np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """Hidden layer (h, d) and (h,), output (k, h) and (k,), word features (buckets, k)."""

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats
    words: Floats


class Tagger:
    """Says of each token whether it heads a mention and of what kind.

    `nouns` gives for a noun the shares of its use for a person, a body of people and a place.
    """

    def __init__(self, weights: Weights, nouns: dict[str, Floats]) -> None:
        self._w = weights
        self._nouns = nouns

    def shares(self, noun: str) -> Floats:
        """Return (3,): how often the noun names a person, a body of people, a place, from 0 to 1."""
        found = self._nouns.get(noun)
        if found is None and "-" in noun:
            found = self._nouns.get(noun.rsplit("-", 1)[-1])
        return _NO_SHARES if found is None else found

    def scores(self, words: Sequence[str], parse: Parse) -> dict[int, Floats]:
        """Return for each token that may head a mention the chances (4,) of CLASSES."""
        heads = [i for i in range(len(words)) if candidate(parse, i)]
        if not heads:
            return {}
        x = np.stack([dense(words, parse, i, self.shares) for i in heads])
        buckets: NDArray[np.intp] = np.array([sparse(words, parse, i) for i in heads], np.intp)
        hidden = np.maximum(x @ self._w.hidden.T + self._w.hidden_bias, 0)
        logits = hidden @ self._w.out.T + self._w.out_bias + self._w.words[buckets].sum(axis=1)
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances = raised / raised.sum(axis=1, keepdims=True)
        return dict(zip(heads, chances.astype(np.float32), strict=True))
