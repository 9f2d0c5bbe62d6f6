"""The net run with numpy alone: embeddings, two BiLSTM layers, biaffine arcs and relations.

Method: Dozat and Manning 2017, deep biaffine attention, over small features instead of word vectors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Guess:
    """What the net says of one sentence of n words.

    `arcs` is (n, n + 1) with the root in column 0; `tags`, `feats`, `rules` are class numbers (n,);
    `dep` and `head` feed `Net.relations`; `states` are what the net made of each word (n, …), for heads
    that read something else from it: its tables, its first and its second layer.
    """

    arcs: Matrix
    tags: NDArray[np.intp]
    feats: NDArray[np.intp]
    rules: NDArray[np.intp]
    dep: Matrix
    head: Matrix
    states: tuple[Matrix, Matrix, Matrix]


class Net:
    """Weights in float32 and the forward pass over a batch of sentences."""

    def __init__(self, weights: dict[str, Matrix]) -> None:
        self._w = {name: np.ascontiguousarray(w, np.float32) for name, w in weights.items()}
        self._tables = [self._w[f"table.{k}"] for k in range(sum(n.startswith("table.") for n in weights))]
        self._layers = [stacked(self._w, layer) for layer in range(2)]

    def run(self, rows: Rows, lengths: Sequence[int]) -> list[Guess]:
        """Return a guess for each sentence; `rows` (words of all sentences, kinds) in sentence order.

        `lengths` must run from the longest to the shortest and sum to the number of rows.
        """
        once, place = _distinct(rows)
        seen = np.concatenate([t[once[:, k]] for k, t in enumerate(self._tables)], axis=1)
        into, again, bias = self._layers[0]
        x, low = seen[place], recurrent((seen @ into + bias)[place], lengths, again)
        top = bilstm(low, lengths, *self._layers[1])
        tags = self._linear("tags", low).argmax(axis=1)
        feats = self._linear("feats", low).argmax(axis=1)
        rules = (self._linear("rules", low) + (seen @ self._w["rules_in.weight"].T)[place]).argmax(axis=1)
        arc_dep = _relu(self._linear("arc_dep", top))
        arc_head = _relu(self._linear("arc_head", top))
        rel_dep = _relu(self._linear("rel_dep", top))
        rel_head = _relu(self._linear("rel_head", top))
        turned = arc_dep @ self._w["arc_u"] + self._w["arc_b"]
        root_arc = _relu(self._linear("arc_head", self._w["root"][None]))
        root_rel = _relu(self._linear("rel_head", self._w["root"][None]))
        guesses, at = [], 0
        for length in lengths:
            own = slice(at, at + length)
            heads = np.concatenate([root_arc, arc_head[own]])
            guesses.append(
                Guess(
                    turned[own] @ heads.T, tags[own], feats[own], rules[own], rel_dep[own],
                    np.concatenate([root_rel, rel_head[own]]), (x[own], low[own], top[own]),
                )
            )  # fmt: skip
            at += length
        return guesses

    def relations(self, guesses: Sequence[Guess], heads: Sequence[Sequence[int]]) -> Matrix:
        """Return the scores (words of all sentences, relations) of the arcs chosen; head -1 is the root."""
        dep = np.concatenate([g.dep for g in guesses])
        head = np.concatenate([g.head[np.array(h) + 1] for g, h in zip(guesses, heads, strict=True)])
        w = self._w["rel_u"]
        d, r = w.shape[0], w.shape[1]
        bilinear = np.matmul((dep @ w.reshape(d, -1)).reshape(len(dep), r, -1), head[:, :, None])[:, :, 0]
        linear: Matrix = bilinear + self._linear("rel_b", np.concatenate([dep, head], axis=1))
        return linear

    def _linear(self, name: str, x: Matrix) -> Matrix:
        out: Matrix = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return out


def _relu(x: Matrix) -> Matrix:
    out: Matrix = np.maximum(x, 0)
    return out


def _distinct(rows: Rows) -> tuple[Rows, NDArray[np.intp]]:
    """Return each row once, and where every row stands among them: half of the words of a text come again."""
    places: dict[bytes, int] = {}
    place = np.array([places.setdefault(row.tobytes(), len(places)) for row in rows], np.intp)
    once = np.frombuffer(b"".join(places), rows.dtype).reshape(-1, rows.shape[1])
    return once, place


def stacked(weights: dict[str, Matrix], layer: int) -> tuple[Matrix, Matrix, Matrix]:
    """Return input weights (d, 8h), recurrent weights (2, h, 4h) and biases (8h) of both directions.

    Gates i, f and o are halved: sigmoid(x) = (1 + tanh(x / 2)) / 2, so one tanh serves all four.
    """
    into, again, bias = [], [], []
    for end in ("", "_reverse"):
        u = weights[f"lstm.weight_hh_l{layer}{end}"].T
        h = u.shape[0]
        scale = np.full(4 * h, 0.5, np.float32)
        scale[2 * h : 3 * h] = 1
        into.append(weights[f"lstm.weight_ih_l{layer}{end}"].T * scale)
        again.append(u * scale)
        bias.append(weights[f"lstm.bias_l{layer}{end}"] * scale)
    return (
        np.ascontiguousarray(np.concatenate(into, axis=1)),
        np.ascontiguousarray(np.stack(again)),
        np.concatenate(bias),
    )


def bilstm(x: Matrix, lengths: Sequence[int], into: Matrix, again: Matrix, bias: Matrix) -> Matrix:
    """Return both directions' states (words, 2h) of sentences laid end to end, the longest first."""
    return recurrent(x @ into + bias, lengths, again)


def recurrent(fed: Matrix, lengths: Sequence[int], again: Matrix) -> Matrix:
    """Return the same from what each word feeds to the gates of both directions, (words, 8h)."""
    h = again.shape[1]
    sizes = np.asarray(lengths)
    starts = np.cumsum(sizes) - sizes
    out = np.empty((len(fed), 2 * h), np.float32)
    hidden = np.zeros((2, len(sizes), h), np.float32)
    cell = np.zeros((2, len(sizes), h), np.float32)
    active = len(sizes)
    gates = np.empty((2, active, 4 * h), np.float32)
    for step in range(int(sizes[0])):
        while sizes[active - 1] <= step:
            active -= 1
        there, back = starts[:active] + step, starts[:active] + sizes[:active] - 1 - step
        g, hid, c = gates[:, :active], hidden[:, :active], cell[:, :active]
        np.matmul(hid, again, out=g)
        g[0] += fed[there, : 4 * h]
        g[1] += fed[back, 4 * h :]
        np.tanh(g, out=g)
        c *= g[:, :, h : 2 * h] * np.float32(0.5) + np.float32(0.5)
        c += (g[:, :, :h] * np.float32(0.5) + np.float32(0.5)) * g[:, :, 2 * h : 3 * h]
        np.multiply(g[:, :, 3 * h :] * np.float32(0.5) + np.float32(0.5), np.tanh(c), out=hid)
        out[there, :h] = hid[0]
        out[back, h:] = hid[1]
    return out
