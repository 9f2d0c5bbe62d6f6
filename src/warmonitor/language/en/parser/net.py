"""The net run with numpy alone: embeddings, two BiLSTM layers, biaffine arcs and relations.

Method: Dozat and Manning 2017, deep biaffine attention, over small features instead of word vectors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Rows = NDArray[np.int32]
_ROWS = 8  # of a step at once; measured


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
        way = steps(lengths)
        fed = _by_way(np.matmul(seen, into), bias, place[way])
        x, low = seen[place], recurrent(fed, lengths, way, again)
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


def _by_way(fed: Matrix, bias: Matrix, way: NDArray[np.intp]) -> Matrix:
    """Return what each word feeds to each direction, (2, words, 4h), in the order of their steps."""
    fed += bias
    return np.stack([own.take(words, axis=0) for own, words in zip(fed, way, strict=True)])


def _distinct(rows: Rows) -> tuple[Rows, NDArray[np.intp]]:
    """Return each row once, and where every row stands among them: half of the words of a text come again."""
    places: dict[bytes, int] = {}
    place = np.array([places.setdefault(row.tobytes(), len(places)) for row in rows], np.intp)
    once = np.frombuffer(b"".join(places), rows.dtype).reshape(-1, rows.shape[1])
    return once, place


def stacked(weights: dict[str, Matrix], layer: int) -> tuple[Matrix, Matrix, Matrix]:
    """Return input weights (2, d, 4h), recurrent weights (2, h, 4h) and biases (2, 1, 4h) by direction.

    Gates i, f and o are halved: sigmoid(x) = (1 + tanh(x / 2)) / 2, so one tanh serves all four; they stand
    as i, f, o, g. The recurrent weights are halved once more, as `recurrent` keeps states doubled. Halves
    are exact in floating point.
    """
    into, again, bias = [], [], []
    for end in ("", "_reverse"):
        h = weights[f"lstm.weight_hh_l{layer}{end}"].shape[1]
        gates = np.r_[: 2 * h, 3 * h : 4 * h, 2 * h : 3 * h]
        scale = np.where(np.arange(4 * h) < 3 * h, np.float32(0.5), np.float32(1))
        into.append(weights[f"lstm.weight_ih_l{layer}{end}"].T[:, gates] * scale)
        again.append(weights[f"lstm.weight_hh_l{layer}{end}"].T[:, gates] * scale * np.float32(0.5))
        bias.append(weights[f"lstm.bias_l{layer}{end}"][None, gates] * scale)
    return np.array(into, order="C"), np.array(again, order="C"), np.array(bias, order="C")


def bilstm(x: Matrix, lengths: Sequence[int], into: Matrix, again: Matrix, bias: Matrix) -> Matrix:
    """Return both directions' states (words, 2h) of sentences laid end to end, the longest first."""
    way = steps(lengths)
    fed = np.matmul(x[way], into)
    fed += bias
    return recurrent(fed, lengths, way, again)


def steps(lengths: Sequence[int]) -> NDArray[np.intp]:
    """Return which word each direction reads when, (2, words): all sentences' first, all their second …"""
    sizes = np.asarray(lengths)
    starts = np.cumsum(sizes) - sizes
    step, own = np.nonzero(np.arange(int(sizes[0]))[:, None] < sizes)
    return np.stack([starts[own] + step, starts[own] + sizes[own] - 1 - step])


def recurrent(fed: Matrix, lengths: Sequence[int], way: NDArray[np.intp], again: Matrix) -> Matrix:
    """Return the states (words, 2h) from what feeds the gates of both directions, (2, words, 4h).

    `fed` comes in the order of `way`, so that every step is one stretch of it.
    """
    h = again.shape[1]
    doubled = np.empty((2, len(way[0]), h), np.float32)
    cell = np.zeros((2, len(lengths), h), np.float32)
    gates = np.empty((2, len(lengths), 4 * h), np.float32)
    before, at, active = 0, 0, len(lengths)
    for step in range(lengths[0]):
        while lengths[active - 1] <= step:
            active -= 1
        g, c, hid = gates[:, :active], cell[:, :active], doubled[:, at : at + active]
        if step:
            _multiply(doubled[:, before : before + active], again, g)
            g += fed[:, at : at + active]
        else:
            g[:] = fed[:, :active]
        _one_step(g, c, hid)
        before, at = at, at + active
    out = np.empty((len(way[0]), 2 * h), np.float32)
    out[way[0], :h], out[way[1], h:] = doubled * np.float32(0.5)
    return out


def _one_step(g: Matrix, c: Matrix, hid: Matrix) -> None:
    """Take gates before their tanh (2, n, 4h) and cells to the next cells and twice the next states."""
    h = c.shape[2]
    np.tanh(g, out=g)
    g[:, :, : 3 * h] += np.float32(1)
    g[:, :, :h] *= g[:, :, 3 * h :]
    c *= g[:, :, h : 2 * h]
    c += g[:, :, :h]
    c *= np.float32(0.5)
    np.tanh(c, out=hid)
    hid *= g[:, :, 2 * h : 3 * h]


def _multiply(hidden: Matrix, again: Matrix, out: Matrix) -> None:
    """Multiply a few rows at a time: so few the library takes without packing the weights anew."""
    for first in range(0, hidden.shape[1], _ROWS):
        rows = slice(first, first + _ROWS)
        np.matmul(hidden[:, rows], again, out=out[:, rows])
