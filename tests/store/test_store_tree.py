"""The tree of blocks: paths, parents and ranges agree with each other for every last node."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.store.tree import ALL, block_on, bounds, is_last, leaf_of, parent_of, path_of

LEAVES = st.builds(leaf_of, st.sampled_from(["", "SY", "SD"]), st.none() | st.dates(), st.text(max_size=3))


@pytest.mark.parametrize(
    ("day", "below"),
    [
        (date(2017, 4, 4), ["SY/2017", "SY/2017-04", "SY/2017-04/1", "SY/2017-04-04"]),
        (date(2017, 4, 10), ["SY/2017", "SY/2017-04", "SY/2017-04/1", "SY/2017-04-10"]),
        (date(2017, 4, 11), ["SY/2017", "SY/2017-04", "SY/2017-04/2", "SY/2017-04-11"]),
        (date(2017, 12, 31), ["SY/2017", "SY/2017-12", "SY/2017-12/3", "SY/2017-12-31"]),
    ],
)
def test_days_stand_under_dekads_months_and_years(day: date, below: list[str]) -> None:
    assert list(path_of(leaf_of("SY", day, "x"))) == [ALL, "SY", *below]


def test_reports_without_day_or_country_have_nodes_of_their_own() -> None:
    path = path_of(leaf_of("", None, "report-1"))
    assert path[:3] == (ALL, "none", "none/undated")
    assert [len(node) for node in path[3:]] == [14, 15, 16, 17]


@given(LEAVES, LEAVES)
def test_a_node_spans_the_last_nodes_under_it_and_no_others(one: str, other: str) -> None:
    for node in path_of(one):
        low, high = bounds(node)
        assert low <= one <= high
        assert (low <= other <= high) == (node in path_of(other))


@given(LEAVES)
def test_parents_are_the_nodes_above(leaf: str) -> None:
    path = path_of(leaf)
    assert [parent_of(node) for node in path] == [None, *path[:-1]]
    assert [is_last(node) for node in path] == [False] * (len(path) - 1) + [True]


def test_a_block_is_the_widest_node_that_is_not_too_large() -> None:
    path = path_of("SY/2017-04-04")
    counts = {ALL: 9, "SY": 8, "SY/2017": 7, "SY/2017-04": 3}
    assert block_on(path, counts, 3) == "SY/2017-04"
    assert block_on(path, counts, 9) == ALL
    assert block_on(path, dict.fromkeys(path, 9), 3) == "SY/2017-04-04"
