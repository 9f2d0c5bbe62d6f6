"""The course of a place: whose word counts, parts, sieges, fading, bad claims; the same in any order."""

import random
from typing import TypedDict, Unpack

from hypothesis import given, settings
from hypothesis import strategies as st
from literal_claims import Paper, actor, at, claims_of, on, place, reports_of, strands_of

from warmonitor.model import ActorKind, Change, ControlSpell, ControlStatus, Evidence, Named, Span, Stance
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [place("Orvane"), place("Dunmark")]
ACTORS = [
    actor("army", "government", kind=ActorKind.STATE_FORCES),
    actor("army spokesman", part_of="army"),
    actor("Front", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Brigades", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("observatory", kind=ActorKind.OBSERVATORY),
]
TOWN = at("Orvane")


def made(papers: list[Paper], seed: int | None = None) -> Reconciled:
    claims, reports, strands = claims_of(papers), reports_of(papers), strands_of(papers)
    if seed is not None:
        for records in (claims, reports, strands):
            random.Random(seed).shuffle(records)
    grouped = group(claims, reports, PLACES, ACTORS)
    return reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS)


class How(TypedDict, total=False):
    """Of which day and place it is told, and how firmly."""

    about: str
    where: Named
    stance: Stance


def told(
    name: str, day: str, change: Change, who: str | None, by: tuple[str, ...] = (), **how: Unpack[How]
) -> Paper:
    """Return a report of a day in which somebody says one thing of a town."""
    one = Paper(name, day)
    said = f" {' and '.join(by)} said." if by else "."
    stance, about = how.get("stance", Stance.ASSERTED), how.get("about", day)
    one.says(f"The {name} tells of it{said}").control(
        change, who, where=[how.get("where", TOWN)], when=on(about), by=list(by), stance=stance
    )
    return one


def on_day(result: Reconciled, day: str) -> set[tuple[str | None, str]]:
    when = on(day)
    return {
        (one.holder, one.status.value) for one in result.control if one.part is None and one.when.meets(when)
    }


def firm(result: Reconciled, day: str) -> set[tuple[str | None, str]]:
    return {one for one in on_day(result, day) if one[1] in {"held", "contested"}}


def test_a_false_claim_of_capture_is_claimed_beside_who_holds_the_place() -> None:
    result = made([
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-04", Change.GAINED, "Front", ("Front",)),
        told("c", "2031-03-05", Change.HOLDS, "army", ("observatory",)),
    ])  # fmt: skip
    assert firm(result, "2031-03-04") == {("army", "held")}
    assert ("Front", "claimed") in on_day(result, "2031-03-04")
    assert ("Front", "claimed") not in on_day(result, "2031-03-06")


def test_a_late_report_tells_of_earlier_days() -> None:
    result = made([
        told("a", "2031-03-09", Change.HOLDS, "Front"),
        told("b", "2031-03-20", Change.GAINED, "Front", about="2031-03-03"),
        told("c", "2031-03-01", Change.HOLDS, "army"),
    ])  # fmt: skip
    assert (firm(result, "2031-03-02"), firm(result, "2031-03-04")) == (
        {("army", "held")},
        {("Front", "held")},
    )


def test_the_lag_runs_from_the_own_word_to_the_first_other() -> None:
    result = made([
        told("a", "2031-03-04", Change.GAINED, "Front", ("Front",)),
        told("b", "2031-03-07", Change.GAINED, "Front", ("observatory",), about="2031-03-04"),
    ])  # fmt: skip
    (spell,) = [one for one in result.control if one.holder == "Front"]
    assert (spell.status, spell.lag_days) == (ControlStatus.HELD, 3)


def test_what_nobody_tells_of_any_more_is_unknown_and_days_say_what_they_rest_on() -> None:
    result = made(
        [told("a", "2031-03-01", Change.HOLDS, "army"), told("b", "2031-03-05", Change.HOLDS, "army")]
    )
    held, unknown = result.control
    assert [one.evidence for one in held.stretches] == [
        Evidence.TOLD, Evidence.INTERPOLATED, Evidence.TOLD, Evidence.CARRIED,
    ]  # fmt: skip
    assert (unknown.status, unknown.when.latest) == (ControlStatus.UNKNOWN, None)
    assert held.when.latest is not None
    assert unknown.when.earliest is not None
    assert (unknown.when.earliest - held.when.latest).days == 1


def test_a_part_is_a_spell_of_its_own_and_does_not_flip_the_whole() -> None:
    words = "the northern districts of Orvane"
    quarter = Named(words, Span(0, 0), "Orvane", "place-Orvane", "near")
    result = made([
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-03", Change.GAINED, "Front", where=quarter),
    ])  # fmt: skip
    assert firm(result, "2031-03-03") == {(None, "contested")}
    (part,) = [one for one in result.control if one.part and one.status is ControlStatus.HELD]
    assert (part.part, part.holder) == ("northern districts", "Front")


def test_a_siege_ends_with_relief() -> None:
    result = made([
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-03", Change.SURROUNDED, "Front"),
        told("c", "2031-03-08", Change.RELIEVED, "army"),
    ])  # fmt: skip
    (siege,) = [one for one in result.control if one.status is ControlStatus.SURROUNDED]
    assert (siege.holder, siege.by, siege.when.latest) == ("army", "Front", on("2031-03-07").latest)


def test_groups_of_one_side_that_fight_each_other_are_two_parties() -> None:
    one = Paper("a", "2031-03-04")
    one.says("The Brigades took it from the Front.").control(
        Change.GAINED, "Brigades", "Front", where=[TOWN], when=on("2031-03-04")
    )
    result = made([one])
    assert (firm(result, "2031-03-03"), firm(result, "2031-03-05")) == (
        {("Front", "held")}, {("Brigades", "held")},
    )  # fmt: skip


def test_days_that_cannot_be_are_an_issue_and_move_nothing() -> None:
    result = made([told("a", "2031-03-01", Change.GAINED, "Front", about="2331-03-01")])
    assert [issue.code for issue in result.issues] == ["control-time"]
    assert result.control == ()


def test_five_who_claim_one_place_on_one_day_all_only_claim_it() -> None:
    crowd = [actor(f"Column {letter}", f"side {letter}") for letter in "abcde"]
    papers = [
        told(letter, "2031-03-01", Change.GAINED, f"Column {letter}", (f"Column {letter}",))
        for letter in "abcde"
    ]
    claims, reports, strands = claims_of(papers), reports_of(papers), strands_of(papers)
    grouped = group(claims, reports, PLACES, crowd)
    control = reconcile(grouped.claims, grouped.events, reports, strands, PLACES, crowd).control
    assert {one.status for one in control} <= {
        ControlStatus.CLAIMED,
        ControlStatus.UNKNOWN,
        ControlStatus.CONTESTED,
    }
    assert {one.holder for one in control if one.holder} == {f"Column {letter}" for letter in "abcde"}


CHANGES = st.sampled_from(
    [Change.HOLDS, Change.GAINED, Change.LOST, Change.ENTERED, Change.CONTESTED, Change.SURROUNDED]
)


@st.composite
def piles(draw: st.DrawFn) -> list[Paper]:
    return [
        told(f"p{number}", f"2031-03-{draw(st.integers(1, 28)):02}", draw(CHANGES),
             draw(st.sampled_from(["army", "Front", "Brigades"])),
             draw(st.sampled_from([(), ("Front",), ("army spokesman",), ("observatory",)])),
             stance=draw(st.sampled_from([Stance.ASSERTED, Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED])))
        for number in range(draw(st.integers(1, 7)))
    ]  # fmt: skip


@given(piles(), st.integers(0, 999))
@settings(max_examples=60)
def test_the_order_of_claims_changes_no_spell(papers: list[Paper], seed: int) -> None:
    assert made(papers).control == made(papers, seed).control


@given(piles())
@settings(max_examples=60)
def test_a_place_is_firmly_one_thing_a_day(papers: list[Paper]) -> None:
    spells: list[ControlSpell] = [
        one for one in made(papers).control
        if one.status in {ControlStatus.HELD, ControlStatus.CONTESTED} and one.part is None
    ]  # fmt: skip
    for number, one in enumerate(spells):
        assert not any(one.when.meets(other.when) for other in spells[number + 1 :])
