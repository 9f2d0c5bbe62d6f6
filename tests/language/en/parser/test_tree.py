import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from warmonitor.language.en.parser.tree import best_tree


def is_one_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while heads[node] >= 0 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if steps > len(heads):
            return False
    return True


@given(
    st.integers(1, 9).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32)))
)
def test_any_scores_give_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_one_tree(best_tree(scores))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Words 0 and 1 prefer each other; the root scores 5 for word 0 and 1 for word 1.
    scores = np.array([[5, 0, 9], [1, 9, 0]], np.float32)
    assert best_tree(scores) == [-1, 0]


def test_only_one_of_two_good_roots_is_kept() -> None:
    scores = np.array([[9, 0, 1], [8, 3, 0]], np.float32)
    assert best_tree(scores) == [-1, 0]


@pytest.mark.parametrize("seed", range(4))
def test_best_tree_beats_every_other_tree(seed: int) -> None:
    n = 4
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)

    def total(heads: list[int]) -> float:
        return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))

    grid = np.indices((n + 1,) * n).reshape(n, -1).T - 1
    trees = [heads for heads in grid.tolist() if is_one_tree(heads)]
    assert total(best_tree(scores)) == pytest.approx(max(total(heads) for heads in trees))
