"""Attackers driven out, denials, names of parties: whom a place is given to, and on which day."""

from dataclasses import replace

from literal_claims import Paper, actor, at, between, claims_of, day, on, place, reports_of, strands_of

from warmonitor.model import ActorKind, Change, Control, ControlSpell, Named, Span, Stance, When
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [place("Orvane"), place("Dunmark")]
ACTORS = [
    actor("army", "government", kind=ActorKind.STATE_FORCES),
    actor("Harl Front", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Ostra Brigades", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Ostra", kind=ActorKind.UNKNOWN),
    actor("rebels", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("rebel commander", kind=ActorKind.UNNAMED),
]
TOWN = at("Orvane")
QUARTER = Named("the old town of Orvane", Span(0, 0), "Orvane", "place-Orvane", "near")


def control(*papers: Paper) -> list[ControlSpell]:
    told = [*papers]
    claims, reports, strands = claims_of(told), reports_of(told), strands_of(told)
    grouped = group(claims, reports, PLACES, ACTORS)
    made = reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS).control
    return [one for one in made if one.part is None]


def told(
    name: str, day: str, change: Change, who: str, where: Named = TOWN, other: str | None = None
) -> Paper:
    one = Paper(name, day)
    one.says(f"The {name} tells of it.").control(change, who, other, where=[where], when=on(day))
    return one


def firm(spells: list[ControlSpell], day: str) -> set[tuple[str | None, str]]:
    return {
        (one.holder, one.status.value) for one in spells
        if one.when.meets(on(day)) and one.status.value in {"held", "contested"}
    }  # fmt: skip


def feud() -> Paper:
    """Return a report that sets the two groups of one side against each other."""
    one = Paper("feud", "2031-02-01")
    for number in range(2):
        one.says(f"They fought again {number}.").control(
            Change.GAINED, "Ostra Brigades", "Harl Front", where=[at("Dunmark")], when=on("2031-02-01")
        )
    return one


def test_attackers_who_lose_the_quarter_that_they_entered_leave_the_place_to_its_holder() -> None:
    spells = control(
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-05", Change.ENTERED, "Harl Front", QUARTER),
        told("c", "2031-03-08", Change.LOST, "Harl Front", QUARTER),
    )
    assert firm(spells, "2031-03-06") == {(None, "contested")}
    assert firm(spells, "2031-03-09") == {("army", "held")}


def test_a_holder_who_loses_a_quarter_leaves_the_place_contested() -> None:
    spells = control(
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-08", Change.ENTERED, "Harl Front", QUARTER),
        told("c", "2031-03-08", Change.LOST, "army", QUARTER),
    )
    assert firm(spells, "2031-03-09") == {(None, "contested")}


def test_what_was_entered_and_left_was_entered_before_it_was_left() -> None:
    left = Paper("c", "2031-03-10")
    left.says("They withdrew on the eighth").control(
        Change.LOST, "Harl Front", where=[QUARTER], when=on("2031-03-08")
    )
    left.says("what they had entered.").control(
        Change.ENTERED, "Harl Front", where=[QUARTER], when=When(day("2031-03-10"), day("2031-03-10"))
    )
    spells = control(told("a", "2031-03-01", Change.HOLDS, "army"), left)
    assert firm(spells, "2031-03-10") == {("army", "held")}


def retold(day_: str, change: Change, who: str) -> Paper:
    """Return a report that tells of a change without a day, some days after it."""
    one = Paper("r", day_)
    one.says("Two days after that.").control(change, who, where=[TOWN], when=When(None, day(day_)))
    return one


def test_who_has_come_and_was_not_driven_out_enters_no_second_time() -> None:
    came = [
        told("a", "2031-03-04", Change.ENTERED, "army"),
        told("b", "2031-03-05", Change.LOST, "Harl Front"),
        told("c", "2031-03-06", Change.GAINED, "army"),
    ]
    again = [retold("2031-03-11", Change.ENTERED, "army"), retold("2031-03-13", Change.LOST, "Harl Front")]
    spells = control(*came, *again)
    for shown in ("2031-03-08", "2031-03-11", "2031-03-14"):
        assert firm(spells, shown) == {("army", "held")}


def test_who_was_driven_out_meanwhile_enters_anew() -> None:
    spells = control(
        told("a", "2031-03-04", Change.GAINED, "army"),
        told("b", "2031-03-07", Change.GAINED, "Harl Front", other="army"),
        retold("2031-03-11", Change.ENTERED, "army"),
    )
    assert firm(spells, "2031-03-09") == {("Harl Front", "held")}
    assert firm(spells, "2031-03-11") == {(None, "contested")}


def test_a_denial_counts_on_the_day_of_what_it_denies() -> None:
    denial = Paper("c", "2031-03-07")
    denial.says("The army denied it.").control(
        Change.GAINED, "Harl Front", where=[TOWN], when=on("2031-03-07"), by=["army"], stance=Stance.DENIED
    )
    spells = control(told("b", "2031-03-05", Change.GAINED, "Harl Front"), denial)
    assert firm(spells, "2031-03-08") == {("Harl Front", "held")}


def test_a_state_of_one_day_of_several_counts_where_others_tell_it() -> None:
    vague = Paper("v", "2031-03-08")
    days = between("2031-03-03", "2031-03-08", "")
    vague.says("The army holds it.").control(Change.HOLDS, "army", where=[TOWN], when=days)
    spells = control(
        told("a", "2031-03-03", Change.HOLDS, "army"),
        vague,
        told("c", "2031-03-06", Change.GAINED, "Harl Front"),
    )
    assert firm(spells, "2031-03-08") == {("Harl Front", "held")}


def test_the_loss_that_others_tell_confirms_the_own_word_of_who_came() -> None:
    own = Paper("c", "2031-03-06")
    own.says("The Harl Front said that it took the town.").control(
        Change.GAINED, "Harl Front", where=[TOWN], when=on("2031-03-06"), by=["Harl Front"]
    )
    spells = control(told("b", "2031-03-06", Change.LOST, "army"), own)
    assert firm(spells, "2031-03-07") == {("Harl Front", "held")}


def test_an_unnamed_force_bears_the_name_of_the_party_that_it_is() -> None:
    quoted = Named("The rebels", Span(0, 0), "Ostra Brigades", "actor-Ostra Brigades")
    fights = [
        told(f"d{number}", "2031-03-03", Change.GAINED, "Ostra Brigades", at("Dunmark"), "rebels")
        for number in range(3)
    ]
    holds = told("e", "2031-03-04", Change.HOLDS, "Ostra Brigades")
    detail = holds.claims[0].detail
    assert isinstance(detail, Control)
    holds.claims[0] = replace(holds.claims[0], detail=replace(detail, party=quoted))
    clash = told("f", "2031-03-02", Change.GAINED, "Harl Front", at("Dunmark"), "Ostra Brigades")
    (one,) = [s for s in control(*fights, clash, holds) if s.place == "place-Orvane" and s.holder]
    assert one.holder == "rebels"


def test_the_first_word_of_a_name_is_the_same_party() -> None:
    spells = control(
        feud(),
        told("a", "2031-03-01", Change.HOLDS, "Ostra"),
        told("b", "2031-03-04", Change.HOLDS, "Ostra Brigades"),
    )
    (one,) = [s for s in spells if s.place == "place-Orvane" and s.status.value == "held"]
    assert one.holder == "Ostra Brigades"


def test_an_unnamed_person_speaks_for_the_force_that_the_words_name() -> None:
    boast = Paper("b", "2031-03-04")
    boast.says("A rebel commander said that rebels took it.").control(
        Change.GAINED, "rebels", where=[TOWN], when=on("2031-03-04"), by=["rebel commander"]
    )
    (one,) = [s for s in control(boast) if s.status.value != "unknown"]
    assert (one.holder, one.status.value) == ("rebels", "claimed")
