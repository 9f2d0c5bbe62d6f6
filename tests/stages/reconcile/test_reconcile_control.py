"""Spells of control from claims of loss, entry, gain, holding and siege."""

from collections.abc import Iterable

from literal_claims import Paper, actor, at, between, claims_of, on, place, reports_of, since, strands_of

from warmonitor.model import (
    ActorKind,
    Change,
    ControlSpell,
    ControlStatus,
    DisputeKind,
    Evidence,
    Modality,
    PlacePrecision,
    Stance,
)
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [
    place("Severodonetsk", (48.95, 38.49)),
    place("Luhansk Oblast", (48.9, 39.0), PlacePrecision.PROVINCE),
]
ACTORS = [
    actor("Ukrainian forces", "ukraine"),
    actor("Russian forces", "russia"),
    actor("Russian defence ministry", "russia", part_of="Russian forces"),
    actor("governor", "ukraine", part_of="Ukrainian forces"),
    actor("war monitor"),
]
WHERE = at("Severodonetsk")
OBLAST = at("Luhansk Oblast", "province")


def made(paper: Paper) -> Reconciled:
    reports, strands = reports_of([paper]), strands_of([paper])
    grouped = group(claims_of([paper]), reports, PLACES, ACTORS)
    return reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS)


def lasting(control: Iterable[ControlSpell]) -> list[ControlSpell]:
    """Return the spells of places as wholes, without the days of which nobody tells."""
    return [one for one in control if one.part is None and one.status is not ControlStatus.UNKNOWN]


def ends(spell: ControlSpell) -> str:
    """Return the last day of a spell, "fades" where it only has no later word."""
    carried = spell.stretches and spell.stretches[-1].evidence is Evidence.CARRIED
    return "fades" if carried and "last told of" in spell.because else str(spell.when.latest)


def states(paper: Paper) -> list[tuple[str | None, str, str, str]]:
    return [(spell.holder, spell.status.value, str(spell.when.earliest), ends(spell))
            for spell in lasting(made(paper).control)]  # fmt: skip


def test_held_then_contested_then_taken() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Severodonetsk had been Ukrainian since 2014.").control(
        Change.HOLDS, "Ukrainian forces", where=[WHERE], when=since("2014-07-22", "2022-06-26")
    )
    paper.says("Russian troops entered the town.").control(
        Change.ENTERED, "Russian forces", where=[WHERE], when=on("2022-06-22")
    )
    paper.says("Ukrainian units withdrew on Friday.").control(
        Change.LOST, "Ukrainian forces", where=[WHERE], when=on("2022-06-24")
    )
    paper.says("A war monitor said Russia took all of it on Saturday.").control(
        Change.GAINED, "Russian forces", where=[WHERE], when=on("2022-06-25"), by=["war monitor"]
    )
    assert states(paper) == [
        ("Ukrainian forces", "held", "2014-07-22", "2022-06-21"),
        (None, "contested", "2022-06-22", "2022-06-24"),
        ("Russian forces", "held", "2022-06-25", "fades"),
    ]


def test_entered_and_never_taken_stays_contested() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Russian troops entered the outskirts.").control(
        Change.ENTERED, "Russian forces", where=[at("Severodonetsk", "near")], when=on("2022-06-22")
    )
    assert states(paper) == [(None, "contested", "2022-06-22", "fades")]


def test_a_gain_that_only_the_winner_tells_and_the_loser_denies_is_claimed() -> None:
    paper = Paper("a", "2022-06-26")
    gained = paper.says("The Russian defence ministry said its troops took the town.").control(
        Change.GAINED, "Russian forces", where=[WHERE], when=on("2022-06-25"), by=["Russian defence ministry"]
    )
    denied = paper.says("The governor denied that the Russians had taken it.").control(
        Change.GAINED, "Russian forces", where=[WHERE], when=on("2022-06-25"), by=["governor"],
        stance=Stance.DENIED,
    )  # fmt: skip
    result = made(paper)
    (spell,) = lasting(result.control)
    assert (spell.status, spell.holder) == (ControlStatus.CLAIMED, "Russian forces")
    assert denied.id not in spell.claims
    (dispute,) = [one for one in result.disputes if one.kind is DisputeKind.DENIAL]
    assert set(dispute.claims) == {gained.id, denied.id}


def test_plans_and_denials_move_nothing() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Russia wants to take it.").control(
        Change.GAINED, "Russian forces", where=[WHERE], when=on("2022-06-25"), modality=Modality.PLANNED
    )
    paper.says("The governor denied that it was lost.").control(
        Change.LOST, "Ukrainian forces", where=[WHERE], when=on("2022-06-25"), stance=Stance.DENIED
    )
    assert made(paper).control == ()


def test_a_siege_names_the_one_inside_and_ends_with_the_fall() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Russian troops have encircled the garrison.").control(
        Change.SURROUNDED, "Russian forces", "Ukrainian forces", where=[WHERE], when=on("2022-06-13")
    )
    paper.says("It fell on Saturday.").control(
        Change.GAINED, "Russian forces", where=[WHERE], when=on("2022-06-25")
    )
    spells: dict[str, ControlSpell] = {spell.status: spell for spell in lasting(made(paper).control)}
    siege = spells[ControlStatus.SURROUNDED]
    assert (siege.holder, siege.when.latest) == ("Ukrainian forces", on("2022-06-24").latest)
    assert siege.because == "surrounded by Russian forces"


def test_a_province_entered_in_part_is_not_contested_as_a_whole() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Ukraine holds the region.").control(
        Change.HOLDS,
        "Ukrainian forces",
        where=[OBLAST],
        when=since("2022-01-01", "2022-06-26"),
    )
    paper.says("Russian troops pushed into the region.").control(
        Change.ENTERED, "Russian forces", where=[OBLAST], when=on("2022-06-22")
    )
    assert states(paper) == [("Ukrainian forces", "held", "2022-01-01", "fades")]


def test_retaken_ground_has_a_spell_for_each_holder() -> None:
    paper = Paper("a", "2022-09-20")
    for party, day in (("Russian forces", "2022-06-25"), ("Ukrainian forces", "2022-09-10")):
        paper.says(f"{party} took it on {day}.").control(Change.GAINED, party, where=[WHERE], when=on(day))
    assert states(paper) == [
        ("Russian forces", "held", "2022-06-25", "2022-09-09"),
        ("Ukrainian forces", "held", "2022-09-10", "fades"),
    ]


def test_two_who_hold_one_place_at_one_time_both_claim_it() -> None:
    paper = Paper("a", "2022-06-26")
    for party, speaker in (("Russian forces", "Russian defence ministry"), ("Ukrainian forces", "governor")):
        paper.says(f"{speaker} said {party} hold it.").control(
            Change.HOLDS, party, where=[WHERE], when=between("2022-06-20", "2022-06-26"), by=[speaker]
        )
    result = made(paper)
    assert {spell.status for spell in lasting(result.control)} == {ControlStatus.CLAIMED}
    assert [one.kind for one in result.disputes] == [DisputeKind.CONTROL]


def test_who_holds_a_part_does_not_hold_the_place() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("A war monitor said Russia holds the airport in Severodonetsk.").control(
        Change.HOLDS, "Russian forces", where=[at("Severodonetsk", "near")], by=["war monitor"]
    )
    (spell,) = lasting(made(paper).control)
    assert (spell.holder, spell.status) == (None, ControlStatus.CONTESTED)


def test_ground_said_to_be_disputed_is_contested_with_its_reason() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Control of Severodonetsk is disputed.").control(
        Change.CONTESTED, None, where=[WHERE], when=on("2022-06-22")
    )
    (spell,) = lasting(made(paper).control)
    assert (spell.holder, spell.status) == (None, ControlStatus.CONTESTED)
    assert spell.because.startswith("said to be fought over")


def test_a_later_state_is_no_dispute() -> None:
    paper = Paper("a", "2022-09-20")
    paper.says("Russia held it in July.").control(
        Change.HOLDS, "Russian forces", where=[WHERE], when=between("2022-07-01", "2022-07-31")
    )
    paper.says("Ukraine took it in September.").control(
        Change.GAINED, "Ukrainian forces", where=[WHERE], when=on("2022-09-10")
    )
    result = made(paper)
    assert result.disputes == ()
    assert [spell.holder for spell in lasting(result.control)] == ["Russian forces", "Ukrainian forces"]


def test_a_loss_that_others_contradict_for_years_moves_nothing() -> None:
    paper = Paper("a", "2022-06-20")
    paper.says("It was lost in 2017.").control(
        Change.LOST, "Ukrainian forces", "Russian forces", where=[WHERE],
        when=between("2017-01-01", "2017-12-31", "in 2017"),
    )  # fmt: skip
    paper.says("A war monitor said it had been Ukrainian since 2014.").control(
        Change.HOLDS,
        "Ukrainian forces",
        where=[WHERE],
        when=since("2014-07-22", "2022-06-20"),
        by=["war monitor"],
    )
    assert states(paper) == [("Ukrainian forces", "held", "2014-07-22", "fades")]


def test_two_states_are_two_parties_though_each_is_a_government() -> None:
    paper = Paper("a", "2022-06-26")
    paper.says("Turkish troops took it from the Syrian army.").control(
        Change.GAINED, "Turkish army", "Syrian army", where=[WHERE], when=on("2022-06-25")
    )
    states_ = [actor("Turkish army", "government", kind=ActorKind.STATE_FORCES, country="TR"),
               actor("Syrian army", "government", kind=ActorKind.STATE_FORCES, country="SY")]  # fmt: skip
    reports, strands = reports_of([paper]), strands_of([paper])
    grouped = group(claims_of([paper]), reports, PLACES, states_)
    control = reconcile(grouped.claims, grouped.events, reports, strands, PLACES, states_).control
    assert [(spell.holder, spell.status.value) for spell in lasting(control)] == [
        ("Syrian army", "held"),
        ("Turkish army", "held"),
    ]


def left_and_entered(paper: Paper) -> None:
    paper.says("Russian troops entered the town.").control(
        Change.ENTERED, "Russian forces", where=[WHERE], when=on("2022-06-24")
    )
    paper.says("Ukrainian units left it.").control(
        Change.LOST, "Ukrainian forces", where=[WHERE], when=on("2022-06-24")
    )


def test_who_enters_what_the_other_left_holds_it_once_said_to() -> None:
    paper = Paper("a", "2022-06-26")
    left_and_entered(paper)
    paper.says("Russian troops hold the town.").control(
        Change.HOLDS, "Russian forces", where=[WHERE], when=on("2022-06-25")
    )
    assert states(paper) == [
        ("Ukrainian forces", "held", "None", "2022-06-23"),
        ("Russian forces", "held", "2022-06-24", "fades"),
    ]


def test_who_enters_what_the_other_left_is_no_holder_before_anybody_says_so() -> None:
    paper = Paper("a", "2022-06-26")
    left_and_entered(paper)
    assert states(paper)[1:] == [(None, "contested", "2022-06-24", "fades")]


def test_to_deny_a_loss_disputes_that_the_other_entered_and_holds_the_place() -> None:
    paper = Paper("a", "2022-06-26")
    left_and_entered(paper)
    paper.says("Ukraine denied having lost the town.").control(
        Change.LOST, "Ukrainian forces", where=[WHERE], when=on("2022-06-25"), by=["governor"],
        stance=Stance.DENIED,
    )  # fmt: skip
    (dispute,) = [one for one in made(paper).disputes if one.kind is DisputeKind.DENIAL]
    assert len(dispute.claims) == 3
