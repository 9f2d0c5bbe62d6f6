"""Roots of a graph of who quotes whom."""

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.stages.reconcile.circles import far_ends

NAMES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NAMES, st.frozensets(NAMES, max_size=3))


def test_a_chain_ends_in_the_voice_that_quotes_nobody() -> None:
    assert far_ends({"a": frozenset("b"), "b": frozenset("c")}, ["a"]) == (frozenset("c"), ())


def test_who_speaks_itself_and_quotes_too_is_a_root_beside_whom_it_quotes() -> None:
    assert far_ends({"a": frozenset("ab")}, ["a"]) == (frozenset("ab"), ())


def test_two_that_quote_each_other_are_one_circle() -> None:
    assert far_ends({"a": frozenset("b"), "b": frozenset("a")}, "ab") == (frozenset(), (("a", "b"),))


def test_two_circles_are_two() -> None:
    quoting = {"a": frozenset("b"), "b": frozenset("a"), "c": frozenset("d"), "d": frozenset("c")}
    assert far_ends(quoting, "abcd") == (frozenset(), (("a", "b"), ("c", "d")))


def test_a_circle_with_a_way_out_is_no_circle() -> None:
    quoting = {"a": frozenset("b"), "b": frozenset("ac")}
    assert far_ends(quoting, "ab") == (frozenset("c"), ())


@given(GRAPHS, st.sets(NAMES, min_size=1), NAMES)
def test_every_start_leads_somewhere_and_a_further_quoting_adds_no_end(
    quoting: dict[str, frozenset[str]], starts: set[str], known: str
) -> None:
    roots, circles = far_ends(quoting, starts)
    assert roots or circles
    again = {**quoting, "new": frozenset(starts)}
    assert far_ends(again, {*starts, "new"}) == (roots, circles)
    assert not roots & {voice for circle in circles for voice in circle}
    assert known not in roots or not quoting.get(known) or known in quoting[known]
