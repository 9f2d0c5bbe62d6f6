"""The grouping of reports rests on the set alone: not on its order, nor on the portions in which it comes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import ActorIndex, Dated, DatedHow, PlaceIndex, Report
from warmonitor.stages.group.coverage.index import CoverageIndex
from warmonitor.stages.group.coverage.linkage import average_link
from warmonitor.stages.group.coverage.rarity import Rarity, level
from warmonitor.stages.group.coverage.signature import Signature, signature_of
from warmonitor.stages.group.facts import Scene

TOWNS = ("Oldava", "Krivets", "Brenik", "Tamsk", "Rudovo")
THINGS = ("market", "school", "bridge", "depot", "clinic")
SCENE = Scene({}, PlaceIndex(), ActorIndex())


@st.composite
def signatures(draw: st.DrawFn) -> list[Signature]:
    told = draw(
        st.lists(st.tuples(st.sampled_from(TOWNS), st.sampled_from(THINGS), st.integers(1, 3)), max_size=24)
    )
    return [_signature(number, *one) for number, one in enumerate(told)]


def _signature(number: int, town: str, thing: str, day: int) -> Signature:
    text = (
        f"Rockets hit the {thing} in {town} on March {day}. The {thing} keeper Marek {town}ski spoke of fire."
    )
    written = Dated(date(2027, 3, day), date(2027, 3, day), DatedHow.STATED)
    return signature_of(Report(f"report-{number:02}", "s", "s", text, dated=written), (), SCENE)


def grouped(*portions: list[Signature]) -> list[tuple[str, ...]]:
    index = CoverageIndex()
    for portion in portions:
        index.add(portion)
    return index.groups()


@settings(max_examples=40)
@given(signatures(), st.randoms(use_true_random=False))
def test_order_does_not_matter(told: list[Signature], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grouped(told) == grouped(shuffled)


@settings(max_examples=40)
@given(signatures(), st.integers(1, 5))
def test_one_by_one_or_all_at_once_is_the_same(told: list[Signature], size: int) -> None:
    portions = [told[at : at + size] for at in range(0, len(told), size)]
    assert grouped(*portions) == grouped(told)


@settings(max_examples=20)
@given(signatures())
def test_every_report_is_in_one_group_and_what_changed_is_told(told: list[Signature]) -> None:
    index = CoverageIndex()
    known: dict[str, tuple[str, ...]] = {}
    for one in told:
        for group in index.add([one]):
            known.update(dict.fromkeys(group, group))
    assert sorted(member for group in index.groups() for member in group) == sorted(one.id for one in told)
    assert sorted(set(known.values())) == index.groups()


def test_a_report_added_twice_counts_once() -> None:
    one = _signature(1, "Oldava", "market", 1)
    assert grouped([one], [one]) == grouped([one])


def test_an_unrelated_report_touches_no_group() -> None:
    index = CoverageIndex()
    index.add([_signature(1, "Oldava", "market", 1), _signature(2, "Oldava", "market", 1)])
    text = "Envoys of Karsia signed a treaty on grain in the capital."
    far = signature_of(Report("report-far", "s", "s", text), (), SCENE)
    assert index.add([far]) == {("report-far",)}


@pytest.mark.parametrize(("count", "reached"), [(1, 0), (3, 0), (4, 1), (15, 1), (16, 2), (64, 3)])
def test_levels_are_powers_of_four(count: int, reached: int) -> None:
    assert level(count) == reached


def test_rare_words_weigh_more_than_common_ones() -> None:
    rarity = Rarity()
    for number in range(40):
        rarity.add({"shell": 1, f"name{number}": 1})
    assert rarity.of("name3", 9) > rarity.of("shell", 9) > 0
    assert rarity.of("name3", 9) > rarity.of("name3", 1)


def test_average_link_joins_the_most_alike_first_and_stops() -> None:
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.7}
    assert average_link("abcd", likeness, 0.6) == [["a", "b"], ["c", "d"]]
    assert average_link("abcd", likeness, 0.95) == [["a"], ["b"], ["c"], ["d"]]
    assert average_link("abcd", {**likeness, ("a", "c"): 0.8}, 0.6) == [["a", "b", "c"], ["d"]]
    assert average_link("", {}, 0.5) == []
