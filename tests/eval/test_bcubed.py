"""B-cubed, worked out by hand, also where a thing is of several groups."""

import pytest

from eval.bcubed import bcubed


def groups(*names: str) -> list[frozenset[str]]:
    return [frozenset(name.split()) for name in names]


def test_the_same_grouping_is_whole() -> None:
    same = groups("a", "a", "b")
    assert bcubed(same, groups("x", "x", "y")).f1 == 1.0


def test_all_in_one_loses_precision_and_each_alone_loses_recall() -> None:
    asked = groups("a", "a", "b")
    one = bcubed(asked, groups("x", "x", "x"))
    assert one.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert one.recall == 1.0
    alone = bcubed(asked, groups("x", "y", "z"))
    assert alone.precision == 1.0
    assert alone.recall == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)


def test_a_thing_of_two_groups_counts_with_the_mates_of_both() -> None:
    asked = groups("a b", "a", "b")
    assert bcubed(asked, asked).f1 == 1.0
    got = bcubed(asked, groups("x", "x", "y"))
    assert got.precision == 1.0
    assert got.recall == pytest.approx(
        (1 / 2 + 1 + 1 / 2) / 3
    )  # the first alone is of two groups, and has one


def test_nothing_is_nothing() -> None:
    assert bcubed([], []).f1 == 0.0
