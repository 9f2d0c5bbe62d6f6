"""From scores of arcs to one tree with one root: Chu-Liu/Edmonds after a greedy first guess."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_ROOTS_TRIED = 3
_NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> list[int]:
    """Return the head of each word, -1 for the root.

    `scores` is (n, n + 1): a row for each word, column 0 the root, column j + 1 the word j as its head.
    """
    n = scores.shape[0]
    table = np.full((n + 1, n + 1), _NEVER, np.float32)
    table[1:] = scores
    np.fill_diagonal(table, _NEVER)
    heads = table.argmax(axis=1)
    heads[0] = 0
    if not _is_tree(heads):
        heads = _single_rooted(table)
    return [int(head) - 1 for head in heads[1:]]


def _is_tree(heads: NDArray[np.intp]) -> bool:
    return int((heads[1:] == 0).sum()) == 1 and _cycle(heads) is None


def _single_rooted(table: Scores) -> NDArray[np.intp]:
    roots = np.argsort(-table[1:, 0], kind="stable")[:_ROOTS_TRIED] + 1
    best, best_score = None, -np.inf
    for root in roots:
        only = table.copy()
        only[:, 0] = _NEVER
        only[root, :] = _NEVER
        only[root, 0] = table[root, 0]
        heads = _edmonds(only)
        score = float(table[np.arange(1, len(heads)), heads[1:]].astype(np.float64).sum())
        if best is None or score > best_score:
            best, best_score = heads, score
    assert best is not None
    return best


def _cycle(heads: NDArray[np.intp]) -> list[int] | None:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return None


def _edmonds(table: Scores) -> NDArray[np.intp]:
    heads: NDArray[np.intp] = table.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(table)), inside)
    into = table[np.ix_(inside, outside)] - table[inside, heads[inside]][:, None]
    entry = into.argmax(axis=0)
    out_of = table[np.ix_(outside, inside)]
    leave = out_of.argmax(axis=1)
    size = len(outside)
    small = np.full((size + 1, size + 1), _NEVER, np.float32)
    small[:size, :size] = table[np.ix_(outside, outside)]
    small[size, :size] = into.max(axis=0)
    small[:size, size] = out_of.max(axis=1)
    small[0, :] = _NEVER
    folded = _edmonds(small)
    for place, head in enumerate(folded[:size]):
        heads[outside[place]] = inside[leave[place]] if head == size else outside[head]
    entered = int(folded[size])
    heads[inside[entry[entered]]] = outside[entered]
    heads[0] = 0
    return heads
