"""From parsed sentences to their attributions: a small net over the parser's states, run with numpy alone.

One BiLSTM layer over the parser's own two; each word may carry a cue; for each that does, every word of
the sentence is marked as of its source, its cue, its content. Scheme of source, cue and content: Pareti
2012, as in PolNeAR (Newell and others 2018).
"""

from collections.abc import Sequence

import numpy as np

from warmonitor.language.en.attribution.features import Matrix, inputs, seen_from
from warmonitor.language.en.attribution.records import Attributed
from warmonitor.language.en.attribution.senses import Senses
from warmonitor.language.en.parser import Parse
from warmonitor.language.en.parser.net import bilstm, stacked

LEAST = 0.25  # a word less likely than this to carry a cue is not looked at


class AttributionReader:
    """Weights in float32 and the forward pass; one sentence is read the same whatever is beside it."""

    def __init__(self, weights: dict[str, Matrix], senses: Senses, relations: Sequence[str]) -> None:
        self._w = {name: np.ascontiguousarray(w, np.float32) for name, w in weights.items()}
        self._layer = stacked(self._w, 0)
        self.senses = senses
        self._relations = {name: k for k, name in enumerate(relations)}
        self._seen = [self._w[f"seen.{k}.weight"] for k in range(4)]

    def read(self, parses: Sequence[Parse], quoted: Sequence[Matrix]) -> list[list[Attributed]]:
        """Return the attributions of each sentence, in order of their cues.

        `quoted` is `in_quotation` of each. Sentences without words have none.
        """
        order = sorted((k for k, p in enumerate(parses) if len(p)), key=lambda k: -len(parses[k]))
        found: list[list[Attributed]] = [[] for _ in parses]
        if not order:
            return found
        fed = np.concatenate([inputs(parses[k], quoted[k], self.senses) for k in order])
        low = np.tanh(self._linear("into", fed))
        lengths = [len(parses[k]) for k in order]
        top = bilstm(low, lengths, *self._layer)
        carriers = _sigmoid(self._carriers(top, low))
        at = 0
        for k, length in zip(order, lengths, strict=True):
            own = slice(at, at + length)
            found[k] = self._of_one(parses[k], quoted[k], top[own], carriers[own])
            at += length
        return found

    def _carriers(self, top: Matrix, low: Matrix) -> Matrix:
        hidden: Matrix = np.tanh(self._linear("carrier", np.concatenate([top, low], axis=1)))
        out: Matrix = self._linear("carries", hidden)[:, 0]
        return out

    def _of_one(self, parse: Parse, quoted: Matrix, top: Matrix, carriers: Matrix) -> list[Attributed]:
        likely = np.flatnonzero(carriers >= LEAST).tolist()
        if not likely:
            return []
        each = top @ self._w["each.weight"].T
        from_cue = self._linear("cue", top[likely])
        return [
            Attributed(c, float(carriers[c]), self._marks(parse, quoted, c, each + own))
            for c, own in zip(likely, from_cue, strict=True)
        ]

    def _marks(self, parse: Parse, quoted: Matrix, carrier: int, hidden: Matrix) -> Matrix:
        seen = seen_from(parse, carrier, quoted, self._relations)
        for k, table in enumerate(self._seen):
            hidden = hidden + table[seen[:, k]]
        return _sigmoid(self._linear("marks", np.tanh(hidden)))

    def _linear(self, name: str, x: Matrix) -> Matrix:
        out: Matrix = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return out


def _sigmoid(x: Matrix) -> Matrix:
    out: Matrix = (1 + np.tanh(x * np.float32(0.5))) * np.float32(0.5)
    return out
