"""The dead and the hurt of one happening: each person once, every source heard."""

from dataclasses import replace

import pytest
from literal_claims import Paper, Sentence, actor, at, claims_of, on, place, reports_of, strands_of

from warmonitor.model import Casualties, Claim, Event, Measure, Named, Quantity, Scope, Span, Toll
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile
from warmonitor.stages.reconcile.persons import distinct

PLACES = [place("Brenna", (49.1, 18.2))]
ACTORS = [actor("ministry"), actor("union")]


def paper() -> Paper:
    one = Paper("a", "2021-03-02", "Outlet a")
    one.says("Jets struck a school in Brenna.").attack(where=[at("Brenna")], when=on("2021-03-01"))
    return one


def lead_event(one: Paper) -> Event:
    reports, strands = reports_of([one]), strands_of([one])
    made = group(claims_of([one]), reports, PLACES, ACTORS)
    (event,) = reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS).events
    return event


def killed(one: Paper) -> tuple[int | None, int | None]:
    (found,) = [c for c in lead_event(one).casualties if c.measure is Measure.KILLED]
    return found.low, found.high


def scoped(sentence: Sentence, count: int, of: str, scope: Scope, **more: tuple[Named, ...]) -> Claim:
    """Add a toll of some scope."""
    claim = sentence.toll(count, of)
    assert isinstance(claim.detail, Toll)
    told = replace(claim, detail=replace(claim.detail, scope=scope, **more))  # type: ignore[arg-type]
    sentence.paper.claims[-1] = told
    return told


def names(*said: str) -> tuple[Named, ...]:
    return tuple(Named(name, Span(0, 0)) for name in said)


def test_sources_that_differ_make_a_range() -> None:
    one = paper()
    one.says("The ministry said five people died.").toll(5, "people", by=["ministry"])
    one.says("The union said eight civilians died.").toll(8, "civilians", by=["union"])
    assert killed(one) == (5, 8)


def test_parts_of_a_total_add_nothing() -> None:
    one = paper()
    told = one.says("Seven people died, two of them children.")
    whole = told.toll(7, "people", words="Seven people died")
    told.toll(2, "children", words="two of them children", part_of=whole)
    assert killed(one) == (7, 7)


def test_a_list_of_groups_is_added_up() -> None:
    one = paper()
    told = one.says("Two women and a girl died.")
    scoped(told, 2, "women", Scope.SOME)
    scoped(told, 1, "girl", Scope.SOME)
    assert killed(one) == (3, 3)


def test_later_deaths_come_on_top_of_the_total_of_the_same_voice() -> None:
    one = paper()
    one.says("Four people died.").toll(4, "people")
    scoped(one.says("Another two people died."), 2, "people", Scope.ADDED)
    assert killed(one) == (4, 6)


def test_a_count_that_has_changed_is_left_out() -> None:
    one = paper()
    scoped(one.says("At first three people were said to have died."), 3, "people", Scope.REPLACED)
    one.says("Eight people died.").toll(8, "people")
    assert killed(one) == (8, 8)


def test_names_count_each_person_once_where_no_total_is_told() -> None:
    one = paper()
    scoped(
        one.says("Jana Mala and Petr Horak died."),
        2,
        "people",
        Scope.SOME,
        named=names("Jana Mala", "Petr Horak"),
    )
    scoped(one.says("Jana was mourned."), 1, "people", Scope.SOME, named=names("Jana"))
    scoped(one.says("Eva Nova died."), 1, "people", Scope.SOME, named=names("Eva Nova"))
    assert killed(one) == (3, 3)


def test_a_quoted_total_below_the_names_told_is_an_early_one() -> None:
    one = paper()
    one.says("The ministry said two people died.").toll(2, "people", by=["ministry"])
    one.says("The union said five people died.").toll(5, "people", by=["union"])
    named = names("Jana Mala", "Petr Horak", "Eva Nova")
    scoped(one.says("Jana Mala, Petr Horak and Eva Nova died."), 3, "people", Scope.SOME, named=named)
    assert killed(one) == (5, 5)


def test_names_take_no_total_from_the_report_itself() -> None:
    one = paper()
    one.says("Two people died.").toll(2, "people")
    one.says("The union said three people died.").toll(3, "people", by=["union"])
    named = names("Jana Mala", "Petr Horak", "Eva Nova", "Ida Nova")
    scoped(one.says("The four were mourned."), 4, "people", Scope.SOME, named=named)
    assert killed(one) == (2, 3)


def test_a_range_in_the_own_voice_of_a_report_stands_for_the_counts_that_it_quotes() -> None:
    one = paper()
    one.says("Between 8 and 12 people died.").toll((8, 12), "people")
    one.says("The union said five people died.").toll(5, "people", by=["union"])
    assert killed(one) == (8, 12)


def test_at_least_in_the_own_voice_is_a_floor() -> None:
    one = paper()
    one.says("At least 6 people died.").toll((6, None), "people")
    one.says("The union said five people died.").toll(5, "people", by=["union"])
    one.says("The ministry said seven people died.").toll(7, "people", by=["ministry"])
    assert killed(one) == (6, 7)


@pytest.mark.parametrize("count", [(6, None), (None, 6)])
def test_an_end_that_every_source_leaves_open_is_open(count: tuple[int | None, int | None]) -> None:
    one = paper()
    one.says("The union gave one bound.").toll(count, "people", by=["union"])
    assert killed(one) == count


def test_two_ends_told_of_one_group_are_one_range() -> None:
    one = paper()
    told = one.says("At least three and up to seven people died.")
    for count, scope, words in (
        (Quantity(low=3, said="at least three"), Scope.TOTAL, "At least three"),
        (Quantity(high=7, said="up to seven"), Scope.ADDED, "up to seven people died"),
    ):
        claim = told.toll(1, "people", words=words)
        assert isinstance(claim.detail, Toll)
        one.claims[-1] = replace(claim, detail=replace(claim.detail, quantity=count, scope=scope))
    assert killed(one) == (3, 7)


def test_words_without_a_number_say_nothing_beside_a_number() -> None:
    one = paper()
    one.says("The ministry said 30 people died.").toll(30, "people", by=["ministry"])
    vague = one.says("Dozens of people died.").toll(0, "people")
    assert isinstance(vague.detail, Toll)
    dozens = Quantity(24, None, 99, approximate=True, said="dozens of")
    one.claims[-1] = replace(vague, detail=replace(vague.detail, quantity=dozens))
    assert killed(one) == (30, 30)


def test_families_are_no_people() -> None:
    one = paper()
    one.says("Three families died.").toll(3, "families")
    assert lead_event(one).casualties == ()


def test_the_claims_behind_a_range_are_named() -> None:
    one = paper()
    toll = one.says("The ministry said five people died.").toll(5, "people", by=["ministry"])
    assert lead_event(one).casualties == (Casualties(Measure.KILLED, 5, 5, (toll.id,)),)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (["Jana Mala", "Jana"], 1),
        (["Jana Mala", "Jana Horakova"], 2),
        (["Yusuf al-Omar", "Youssef Al Omar"], 1),
        (["Petr Horak", "Pavel Horak"], 2),
        (["Jana Mala", "Lana Mala"], 2),
        ([], 0),
    ],
)
def test_one_person_is_counted_once(said: list[str], count: int) -> None:
    assert len(distinct(said)) == count
