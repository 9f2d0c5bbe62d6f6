"""Claims that cannot all be true are shown; updates, roundings and later states are none."""

import pytest
from literal_claims import (
    Paper,
    actor,
    at,
    claims_of,
    copy_of,
    on,
    place,
    reports_of,
    since,
    strands_of,
    who,
)

from warmonitor.model import ActorKind, Change, Dispute, DisputeKind, Stance
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [
    place("Goma", (-1.68, 29.23)),
    place("Sake", (-1.57, 29.04)),
    place("Kitchanga", (-1.23, 29.05)),
    place("Masisi", (-1.4, 28.82), inside="North Kivu"),
    place("Walikale", (-1.42, 28.06), inside="North Kivu"),
    place("Kalima"),
    place("Mbuye"),
]
ACTORS = [
    actor("M23", "opposition"),
    actor("M23 spokesman", part_of="M23"),
    actor("Wazalendo", kind=ActorKind.IDENTITY_MILITIA),
    actor("Congolese army", "government"),
    actor("Congolese defence ministry", "government", part_of="Congolese army"),
    actor("UN"),
    actor("UN envoy", part_of="UN"),
    actor("residents"),
    actor("governor"),
]


def disputes(*papers: Paper) -> list[Dispute]:
    reports, strands = reports_of(papers), strands_of(papers)
    made = group(claims_of(papers), reports, PLACES, ACTORS)
    return list(reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS).disputes)


def withdrawal(paper: Paper, where: str = "Goma") -> str:
    return (
        paper.says(f"M23 fighters pulled back from {where} and the country south of it, UN said.")
        .control(Change.LOST, "M23", where=[at(where), at(where, "near")], when=on("2025-02-03"), by=["UN"])
        .id
    )


def denial(paper: Paper, where: str, party: str = "M23") -> str:
    return (
        paper.says(f"An M23 spokesman denied that its men had left the country around {where}.")
        .control(
            Change.LOST, party, where=[at(where, "near")], when=on("2025-02-03"), by=["M23 spokesman"],
            stance=Stance.DENIED,
        )
        .id
    )  # fmt: skip


@pytest.mark.parametrize("where", ["Goma", "Sake"])
def test_a_denial_is_tied_to_the_claim_at_the_place_or_near_it(where: str) -> None:
    paper = Paper("a", "2025-02-04")
    said, denied = withdrawal(paper), denial(paper, where)
    (dispute,) = disputes(paper)
    assert dispute.kind is DisputeKind.DENIAL
    assert set(dispute.claims) == {said, denied}


def test_a_denial_about_a_place_far_off_disputes_nothing() -> None:
    paper = Paper("a", "2025-02-04")
    withdrawal(paper)
    denial(paper, "Kitchanga")
    assert disputes(paper) == []


def test_the_country_around_a_place_reaches_as_far_as_its_division() -> None:
    paper = Paper("a", "2025-02-04")
    said, denied = withdrawal(paper, "Masisi"), denial(paper, "Walikale")
    (dispute,) = disputes(paper)
    assert set(dispute.claims) == {said, denied}
    assert dispute.because == "told of a place near it"
    other = Paper("b", "2025-02-04")
    withdrawal(other, "Masisi")
    denial(other, "Kitchanga")
    assert disputes(other) == []


def test_a_denial_in_another_report_is_tied_too() -> None:
    one, other = Paper("a", "2025-02-04"), Paper("b", "2025-02-05")
    said, denied = withdrawal(one), denial(other, "Goma")
    (dispute,) = disputes(one, other)
    assert set(dispute.claims) == {said, denied}


def test_a_denial_of_another_change_disputes_nothing() -> None:
    paper = Paper("a", "2025-02-04")
    paper.says("M23 entered Goma, UN said.").control(
        Change.ENTERED, "M23", where=[at("Goma")], when=on("2025-02-03"), by=["UN"]
    )
    denial(paper, "Goma")
    assert disputes(paper) == []


def test_a_group_of_unknown_side_can_be_whom_its_own_report_means() -> None:
    paper = Paper("a", "2025-02-04")
    said, denied = withdrawal(paper), denial(paper, "Sake", "Wazalendo")
    assert [set(d.claims) for d in disputes(paper)] == [{said, denied}]


def test_a_group_of_unknown_side_is_nobody_in_another_report() -> None:
    paper, other = Paper("a", "2025-02-04"), Paper("b", "2025-02-04")
    withdrawal(paper)
    denial(other, "Goma", "Wazalendo")
    assert disputes(paper, other) == []


def test_sides_that_are_known_and_differ_are_never_one() -> None:
    paper = Paper("a", "2025-02-04")
    withdrawal(paper)
    denial(paper, "Sake", "Congolese army")
    assert disputes(paper) == []


def test_places_without_coordinates_are_near_where_both_are_the_country_round_them() -> None:
    paper = Paper("a", "2025-02-04")
    said, denied = withdrawal(paper, "Kalima"), denial(paper, "Mbuye")
    assert [set(d.claims) for d in disputes(paper)] == [{said, denied}]


def test_copies_of_a_denial_make_one_dispute() -> None:
    paper = Paper("a", "2025-02-04")
    withdrawal(paper)
    denial(paper, "Goma")
    assert len(disputes(paper, copy_of(paper, "b"), copy_of(paper, "c"))) == 1


def toll(name: str, count: int, speaker: str, end: str = "2025-02-04", *, about: bool = False) -> Paper:
    paper = Paper(name, "2025-02-04")
    paper.says(f"{name}: {speaker} counts {count} dead civilians.").toll(
        count, "civilians", by=[speaker], when=since("2025-01-01", end), about=about, where=[at("Goma")]
    )
    return paper


def test_two_origins_with_bounds_that_never_meet_are_a_dispute() -> None:
    (dispute,) = disputes(toll("a", 900, "UN"), toll("b", 3000, "governor"))
    assert dispute.kind is DisputeKind.FIGURE
    assert len(dispute.claims) == 2


def test_rounding_is_no_dispute() -> None:
    assert disputes(toll("a", 2900, "UN", about=True), toll("b", 3000, "governor", about=True)) == []


def test_one_origin_that_raises_its_toll_is_no_dispute() -> None:
    assert disputes(toll("a", 900, "UN", "2025-01-28"), toll("b", 3000, "UN envoy")) == []


def test_a_higher_count_of_a_later_day_is_no_dispute() -> None:
    assert disputes(toll("a", 900, "UN", "2025-01-28"), toll("b", 1100, "governor")) == []


def strike(name: str, speaker: str, perpetrator: str | None, target: str | None) -> Paper:
    paper = Paper(name, "2025-02-04")
    aimed = who(target) if target in {"M23", "UN"} else who(target, known=False) if target else None
    paper.says(f"{speaker} spoke of the strike on Goma.").attack(
        target=aimed, perpetrator=perpetrator, by=[speaker], where=[at("Goma")], when=on("2025-02-03")
    )
    return paper


def test_one_strike_laid_to_two_sides_is_a_dispute() -> None:
    (dispute,) = disputes(
        strike("a", "residents", "Congolese army", None), strike("b", "governor", "M23", None)
    )
    assert dispute.kind is DisputeKind.RESPONSIBILITY
    assert "Congolese army or M23" in dispute.about


def test_army_and_ministry_are_one_side() -> None:
    one = strike("a", "residents", "Congolese army", None)
    assert disputes(one, strike("b", "governor", "Congolese defence ministry", None)) == []


def test_one_strike_with_two_targets_is_a_dispute() -> None:
    (dispute,) = disputes(strike("a", "UN", None, "UN"), strike("b", "governor", None, "ammunition depot"))
    assert dispute.kind is DisputeKind.PURPOSE
    assert len(dispute.claims) == 2


def test_one_target_in_other_words_is_no_dispute() -> None:
    assert disputes(strike("a", "UN", None, "UN"), strike("b", "governor", None, "a UN convoy")) == []


def test_a_denied_strike_disputes_that_day_and_no_other() -> None:
    said, later, campaign, denied = (Paper(name, "2025-02-06") for name in "abcd")
    claim = said.says("The army bombed Goma on Monday, residents said.").attack(
        perpetrator="Congolese army", where=[at("Goma")], when=on("2025-02-03"), by=["residents"]
    )
    later.says("The army bombed Goma on Thursday.").attack(
        perpetrator="Congolese army", where=[at("Goma")], when=on("2025-02-06")
    )
    campaign.says("The army has bombed Goma since January.").attack(
        perpetrator="Congolese army", where=[at("Goma")], when=since("2025-01-01", "2025-02-06")
    )
    denial_ = denied.says("The ministry denied Monday's strike.").attack(
        perpetrator="Congolese army", where=[at("Goma")], when=on("2025-02-03"),
        by=["Congolese defence ministry"], stance=Stance.DENIED,
    )  # fmt: skip
    (dispute,) = disputes(said, later, campaign, denied)
    assert set(dispute.claims) == {claim.id, denial_.id}
