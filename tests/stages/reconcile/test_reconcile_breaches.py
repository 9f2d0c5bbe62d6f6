"""What became of deals, who is said to have broken them and who denies it, and how posts stood."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from literal_claims import Paper, actor, at, claims_of, copy_of, on, place, reports_of, strands_of

from warmonitor.model import DealAct, DealKind, Modality, PostState, ProvisionKind, Stance
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [place("Brenna", (40.0, 30.0)), place("Tolva", (41.0, 31.0))]
ACTORS = [actor("Kestria"), actor("Halvane"), actor("Ostland"), actor("the Monitor")]
CEASEFIRE = DealKind.CEASEFIRE
STOP, WEAPONS = ProvisionKind.CESSATION, ProvisionKind.HEAVY_WEAPONS


def told(*papers: Paper) -> Reconciled:
    reports, strands = reports_of(papers), strands_of(papers)
    made = group(claims_of(papers), reports, PLACES, ACTORS)
    return reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS)


def signed(paper: Paper, day: str = "2021-05-01") -> None:
    paper.says(f"Kestria and Halvane signed a truce on {day} and will withdraw tanks.").deal(
        "Kestria",
        "Halvane",
        terms="a truce",
        kind=CEASEFIRE,
        when=on(day),
        brokers=["Ostland"],
        lays_down=[(WEAPONS, "withdraw tanks")],
    )


def broken(paper: Paper, sentence: str, by: str, speaker: str, day: str = "2021-05-20") -> None:
    paper.says(sentence).deal(
        by,
        act=DealAct.BROKEN,
        kind=CEASEFIRE,
        by=[speaker],
        when=on(day),
        lays_down=[(STOP, "shelling Tolva")],
    )


def example() -> list[Paper]:
    one, other, third = Paper("a", "2021-05-02"), Paper("b", "2021-05-21"), Paper("c", "2021-05-22")
    signed(one)
    broken(other, "Kestria said Halvane broke the truce by shelling Tolva.", "Halvane", "Kestria")
    third.says("Halvane denied having broken the truce.").deal(
        "Halvane",
        act=DealAct.BROKEN,
        kind=CEASEFIRE,
        by=["Halvane"],
        stance=Stance.DENIED,
        when=on("2021-05-21"),
    )
    other.says("Ostland keeps a post at Brenna.").post("Ostland", where=[at("Brenna")], when=on("2021-05-21"))
    third.says("The post of Ostland at Brenna is surrounded.").post(
        "Ostland", PostState.SURROUNDED, where=[at("Brenna")], when=on("2021-05-22")
    )
    return [one, other, third]


def test_a_breach_has_its_term_its_speaker_and_its_denial() -> None:
    one, other, third = example()
    (deal,) = told(one, other, third).agreements
    (breach,) = deal.breaches
    assert breach.by == ("actor-Halvane",)
    assert breach.term is STOP
    assert breach.claims == deal.violations == (other.claims[0].id,)
    assert breach.denials == (third.claims[0].id,)
    assert deal.parties == ("actor-Halvane", "actor-Kestria")
    assert deal.brokers == ("actor-Ostland",)


def test_a_denial_without_a_charge_is_told_as_one() -> None:
    one, _, third = example()
    (deal,) = told(one, third).agreements
    (breach,) = deal.breaches
    assert breach.claims == deal.violations == ()
    assert breach.denials


def test_force_that_nobody_calls_a_breach_is_none() -> None:
    paper = Paper("a", "2021-05-20")
    signed(paper)
    paper.says("Halvane shelled Tolva.").attack("shelling", None, "Halvane", where=[at("Tolva")])
    (deal,) = told(paper).agreements
    assert deal.breaches == ()


def test_a_breach_says_whether_a_report_words_the_term() -> None:
    paper = Paper("a", "2021-05-20")
    signed(paper)
    paper.says("Monitors saw howitzers of Halvane in breach of the truce.").deal(
        "Halvane", act=DealAct.BROKEN, kind=CEASEFIRE, lays_down=[(WEAPONS, "saw howitzers")]
    )
    (deal,) = told(paper).agreements
    (breach,) = deal.breaches
    assert "that the deal is told to have" in breach.because


def test_what_became_of_a_deal_stands_in_order() -> None:
    paper = Paper("a", "2021-06-30")
    signed(paper)
    paper.says("The truce was extended.").deal(act=DealAct.EXTENDED, kind=CEASEFIRE, when=on("2021-06-01"))
    paper.says("The truce collapsed.").deal(act=DealAct.ENDED, kind=CEASEFIRE, when=on("2021-06-20"))
    (deal,) = told(paper).agreements
    assert [one.act for one in deal.phases] == [DealAct.SIGNED, DealAct.EXTENDED, DealAct.ENDED]
    assert deal.state is DealAct.ENDED


def test_what_is_only_planned_or_rejected_is_no_deal_made() -> None:
    paper = Paper("a", "2021-06-30")
    paper.says("Kestria and Halvane may sign a truce.").deal(
        "Kestria", "Halvane", kind=CEASEFIRE, modality=Modality.POSSIBLE
    )
    made = told(paper)
    assert [deal.state for deal in made.agreements] == [DealAct.PROPOSED]
    assert made.events == ()


def test_a_deal_whose_making_is_denied_is_disputed() -> None:
    paper = Paper("a", "2021-05-02")
    signed(paper)
    paper.says("Halvane denied that it had signed a truce.").deal(
        "Halvane", "Kestria", kind=CEASEFIRE, stance=Stance.DENIED, by=["Halvane"], when=on("2021-05-01")
    )
    (deal,) = told(paper).agreements
    assert deal.disputed
    assert deal.state is DealAct.SIGNED


def test_an_old_deal_is_found_by_its_name_and_another_name_is_another_deal() -> None:
    paper = Paper("a", "2021-05-02")
    for name, year in (("the Orsa agreement", "2018-03-01"), ("the Brunnen agreement", "2018-03-10")):
        paper.says(f"Kestria and Halvane signed {name} in {year}.").deal(
            "Kestria", "Halvane", name=name, kind=CEASEFIRE, when=on(year)
        )
    paper.says("Halvane broke the Orsa agreement.").deal("Halvane", act=DealAct.BROKEN, name="Orsa agreement")
    deals = told(paper).agreements
    assert sorted(len(deal.breaches) for deal in deals) == [0, 1]


def test_a_post_has_its_states_by_day_and_the_deal_of_its_owner() -> None:
    made = told(*example())
    (post,) = made.posts
    assert [one.state for one in post.tellings] == [PostState.KEPT, PostState.SURROUNDED]
    assert post.state is PostState.SURROUNDED
    assert post.agreement == made.agreements[0].id


def test_a_state_that_is_only_denied_is_no_state_of_the_post() -> None:
    paper = Paper("a", "2021-05-02")
    paper.says("Halvane denied shelling the post of Ostland at Brenna.").post(
        "Ostland", PostState.SHELLED, where=[at("Brenna")], stance=Stance.DENIED, by=["Halvane"]
    )
    (post,) = told(paper).posts
    assert post.state is None
    assert post.tellings[0].denials


def test_a_copy_adds_no_breach_and_no_state() -> None:
    papers = example()
    plain = told(*papers)
    copied = told(*papers, copy_of(papers[1], "d"))
    assert [b.claims for d in plain.agreements for b in d.breaches] == [
        b.claims for d in copied.agreements for b in d.breaches
    ]
    assert [p.tellings for p in plain.posts] == [p.tellings for p in copied.posts]


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_the_order_of_the_claims_moves_nothing(seed: int) -> None:
    papers = example()
    signed(papers[2], "2018-01-01")
    reports, strands = reports_of(papers), strands_of(papers)
    claims = claims_of(papers)
    made = group(claims, reports, PLACES, ACTORS)
    first = reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS)
    mixed = random.Random(seed).sample(claims, len(claims))
    again = group(mixed, reports, PLACES, ACTORS)
    second = reconcile(again.claims, again.events, reports, strands, PLACES, ACTORS)
    assert first.agreements == second.agreements
    assert first.posts == second.posts


def test_who_denies_a_breach_disputes_the_charge_and_not_the_signing() -> None:
    paper = Paper("a", "2021-05-21")
    signed(paper, "2021-05-20")
    broken(paper, "Kestria said Halvane broke the truce by shelling Tolva.", "Halvane", "Kestria")
    paper.says("Halvane denied having broken the truce.").deal(
        "Halvane",
        act=DealAct.BROKEN,
        kind=CEASEFIRE,
        by=["Halvane"],
        stance=Stance.DENIED,
        when=on("2021-05-20"),
    )
    _, charge, denial = paper.claims
    assert [set(dispute.claims) for dispute in told(paper).disputes] == [{charge.id, denial.id}]
