"""Grades: Admiralty marks and Airwars' grades, by the evidence of independent origins."""

from dataclasses import replace
from typing import TypedDict, Unpack

from literal_claims import (
    Paper,
    Telling,
    actor,
    at,
    claims_of,
    copy_of,
    on,
    place,
    reports_of,
    strands_of,
    who,
)

from warmonitor.model import (
    ActorIndex,
    ActorKind,
    Attack,
    Blame,
    Event,
    Harm,
    HarmGrade,
    InfoMark,
    Owned,
    Source,
    SourceMark,
    Stance,
    StrikeStatus,
    VoiceKind,
)
from warmonitor.reference.outlets import Outlet, OutletKind, OutletRegister, Owner
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile
from warmonitor.stages.reconcile.grading.evidence import Evidence
from warmonitor.stages.reconcile.grading.record import Records, of_denials
from warmonitor.stages.reconcile.origins import Origins

PLACES = [place("Marat", (12.6, -8.0)), place("Kelm", (15.0, -3.0))]
ACTORS = [
    actor("Korvan", "government", kind=ActorKind.STATE_FORCES, country="KV"),
    actor("Korvan ministry", "government", part_of="Korvan", kind=ActorKind.GOVERNMENT, country="KV"),
    actor("Marsh Front", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Watchers", kind=ActorKind.OBSERVATORY),
    actor("relief office", kind=ActorKind.AID),
    actor("residents", kind=ActorKind.UNNAMED),
]
OWNED = (Owned("Marsh Front", "party", "Marsh Front", because="its own account"),)
REGISTER = OutletRegister(
    (
        Outlet("Korvan Wire", OutletKind.AGENCY, "KV", Owner.STATE),
        Outlet("Marsh Radio", OutletKind.BROADCASTER, "KV", Owner.PRIVATE, owned=OWNED),
    )
)


class How(TypedDict, total=False):
    """What a report tells of a strike, where it is not 40 civilians killed at Marat by nobody named."""

    count: int
    of: str
    doer: str
    stance: Stance
    day: str
    outlet: str
    words: str
    dated: str


def told(name: str, *by: str, **how: Unpack[How]) -> Paper:
    paper = Paper(name, how.get("dated", "2031-03-12"), how.get("outlet", f"Outlet {name}"))
    said = f", {' and '.join(by)} said" if by else ""
    count, of, doer = how.get("count", 40), how.get("of", "civilians"), how.get("doer")
    sentence = paper.says(f"An air strike {how.get('words', '')} killed {count} {of}{said}.")
    telling: Telling = {
        "by": by,
        "when": on(how.get("day", "2031-03-11")),
        "where": [at("Marat")],
        "stance": how.get("stance", Stance.ASSERTED),
    }
    strike = sentence.attack("air", who("market", known=False), doer, **telling)
    if doer and isinstance(strike.detail, Attack):
        blame = Blame.CLAIMED if doer in by else Blame.FACT
        paper.claims[-1] = replace(strike, detail=replace(strike.detail, blame=blame))
    sentence.toll(count, of, **telling)
    return paper


def made(*papers: Paper) -> Reconciled:
    claims, reports, strands = claims_of(papers), reports_of(papers), strands_of(papers)
    grouped = group(claims, reports, PLACES, ACTORS)
    return reconcile(grouped.claims, list(grouped.events), reports, strands, PLACES, ACTORS, REGISTER)


def event(*papers: Paper) -> Event:
    (one,) = made(*papers).events
    return one


def information(*papers: Paper) -> tuple[InfoMark, str]:
    (one,) = made(*papers).figures
    assert one.grade
    return one.grade.information, one.grade.information_because


def harm(*papers: Paper) -> Harm:
    found = event(*papers).harm
    assert found
    return found


def source(name: str, *papers: Paper) -> Source:
    return next(one for one in made(*papers).sources if one.name == name)


def test_two_independent_named_origins_confirm() -> None:
    assert information(told("a", "Watchers"), told("b", "relief office")) == (
        InfoMark.CONFIRMED,
        "It is said by Watchers and relief office, independent of each other.",
    )


def test_one_origin_is_possible_however_often_it_is_printed_and_quoted() -> None:
    alone = told("a", "Watchers")
    copies = [copy_of(alone, f"c{number}", f"Paper {number}") for number in range(9)]
    quoted = [told(f"q{number}", "Watchers") for number in range(3)]
    wanted = (InfoMark.POSSIBLE, "It is said by Watchers alone.")
    assert information(alone) == information(alone, *copies) == information(alone, *quoted) == wanted


def test_a_state_and_its_agency_do_not_confirm_each_other() -> None:
    mark, because = information(told("a", "Korvan ministry"), told("b", outlet="Korvan Wire"))
    assert mark is InfoMark.PROBABLE
    assert because == "It is said by Korvan and Korvan Wire; those known by name stand on one side."


def test_a_party_and_its_outlet_do_not_confirm_each_other() -> None:
    mark, because = information(told("a", "Marsh Front"), told("b", outlet="Marsh Radio"))
    assert mark is InfoMark.PROBABLE
    assert because == "It is said by Marsh Front and Marsh Radio; those known by name stand on one side."


def test_unnamed_sources_confirm_nothing() -> None:
    assert information(told("a", "residents"))[0] is InfoMark.UNJUDGED
    assert information(told("a", "residents"), told("b", "Watchers"))[0] is InfoMark.PROBABLE


def test_numbers_that_exclude_each_other_are_doubtful() -> None:
    mark, because = information(told("a", "Watchers", count=12), told("b", "relief office", count=40))
    assert mark is InfoMark.DOUBTFUL
    assert "cannot all be right" in because


def test_a_denial_makes_it_doubtful_and_several_improbable() -> None:
    said, denied = told("a", "Watchers"), told("b", "Korvan", stance=Stance.DENIED)
    assert information(said, denied)[0] is InfoMark.DOUBTFUL
    assert (
        information(said, denied, told("c", "relief office", stance=Stance.DENIED))[0] is InfoMark.IMPROBABLE
    )


def test_what_reports_keep_their_distance_from_is_confirmed_by_nobody() -> None:
    far = [told(name, name, stance=Stance.ALLEGED) for name in ("Watchers", "relief office")]
    mark, because = information(*far)
    assert mark is InfoMark.POSSIBLE
    assert "keep their distance" in because


def test_who_owns_up_to_it_confirms_it() -> None:
    owned = told("a", "Korvan", doer="Korvan", words="that was an error")
    found = event(owned, told("b", "residents"))
    assert found.grade
    assert found.grade.information is InfoMark.CONFIRMED
    assert found.harm == Harm(
        HarmGrade.CONFIRMED, StrikeStatus.DECLARED, "Responsibility is taken by Korvan."
    )


def test_who_says_that_it_struck_fighters_owns_up_to_no_harm() -> None:
    boast = told("a", "Korvan", doer="Korvan", of="rebels")
    found = harm(boast, told("b", "Watchers", doer="Korvan"))
    assert (found.grade, found.strike) == (HarmGrade.FAIR, StrikeStatus.DECLARED)


def test_two_independent_origins_that_blame_one_side_are_fair() -> None:
    found = harm(told("a", "Watchers", doer="Korvan"), told("b", "relief office", doer="Korvan"))
    assert (found.grade, found.strike) == (HarmGrade.FAIR, StrikeStatus.LIKELY)


def test_one_origin_is_weak_and_a_single_source_claim() -> None:
    alone = told("a", "Watchers", doer="Korvan")
    wanted = Harm(HarmGrade.WEAK, StrikeStatus.SINGLE, "It is told by Watchers alone.")
    assert (
        harm(alone)
        == harm(alone, copy_of(alone, "b", "Paper"))
        == harm(alone, told("c", "Watchers", doer="Korvan"))
    )
    assert harm(alone) == wanted


def test_two_who_are_blamed_make_it_contested() -> None:
    found = harm(told("a", "Watchers", doer="Korvan"), told("b", "relief office", doer="Marsh Front"))
    assert (found.grade, found.strike) == (HarmGrade.CONTESTED, StrikeStatus.CONTESTED)
    assert found.because == "It is blamed on Korvan and Marsh Front."


def test_harm_that_all_who_told_of_it_later_take_back_is_discounted() -> None:
    first = told("a", "Watchers", doer="Korvan")
    later = told("b", "Watchers", doer="Korvan", stance=Stance.DENIED, dated="2031-03-15")
    assert harm(first, later).grade is HarmGrade.DISCOUNTED
    sooner = told("b", "Watchers", doer="Korvan", stance=Stance.DENIED, dated="2031-03-11")
    assert harm(first, sooner).grade is HarmGrade.WEAK
    assert harm(first, later, told("c", "relief office", doer="Korvan")).grade is not HarmGrade.DISCOUNTED


def test_fighters_killed_are_no_harm_to_civilians() -> None:
    assert event(told("a", "Watchers", of="fighters", doer="Korvan")).harm is None


def test_a_source_is_judged_only_by_enough_of_a_record() -> None:
    few = source("Watchers", *_days(3))
    because = "Others speak on 3 of the 3 happenings that it tells of: too few to judge it."
    assert (few.mark, few.because) == (SourceMark.F, because)
    more = source("Watchers", *_days(6))
    because = "Others bear it out on 6 of the 6 happenings that they speak on too."
    assert (more.mark, more.because) == (SourceMark.C, because)


def test_copies_and_second_quotings_make_no_record() -> None:
    alone = [told(f"w{number}", "Watchers", day=f"2031-02-{number + 1:02}") for number in range(8)]
    copies = [copy_of(paper, f"{paper.name}-copy", "Copier") for paper in alone]
    again = [told(f"q{number}", "Watchers", day=f"2031-02-{number + 1:02}") for number in range(8)]
    assert source("Watchers", *alone, *copies, *again).mark is SourceMark.F


def test_the_mark_of_a_source_leaves_out_the_item_that_it_stands_by() -> None:
    grades = [one.grade for one in made(*_days(5)).events]
    assert {grade.source for grade in grades if grade} == {SourceMark.F}
    grades = [one.grade for one in made(*_days(6)).events]
    assert {grade.source for grade in grades if grade} == {SourceMark.C}


def test_one_denial_is_one_point_however_many_happenings_it_speaks_to() -> None:
    denied, first = told("d", "Marsh Front", stance=Stance.DENIED), told("a", "Watchers")
    claims, reports = claims_of([denied, first]), reports_of([denied, first])
    origins = Origins.of(reports, (), ActorIndex.of(ACTORS), REGISTER)
    denial = next(one for one in claims if one.stance is Stance.DENIED)
    told_by = ("Watchers", "relief office")
    found = Evidence((), told_by, frozenset(), told_by, frozenset(), ("Marsh Front",), (denial,), False, None)
    assert set(of_denials(found, origins)) == {(denial.id, ("Marsh Front",))}
    records = Records({"Marsh Front": VoiceKind.ORGANISATION})
    for _ in range(9):
        for point, deniers in of_denials(found, origins):
            records.note(point, (), deniers, deniers)
    because = "Others speak on 1 of the 1 happenings that it tells of: too few to judge it."
    assert records.mark("Marsh Front") == (SourceMark.F, because)


def test_corrections_of_its_own_are_told_with_the_mark() -> None:
    first = told("a", "Watchers", count=19)
    wrong = "in which it had mistakenly counted the wounded"
    later = told("b", "Watchers", count=9, words=wrong, dated="2031-03-13")
    assert source("Watchers", first, later).because.endswith("It corrected counts of its own 1 time.")


def test_who_cannot_be_known_is_never_judged() -> None:
    assert source("residents", told("a", "residents")).because == "Nobody can tell who it is."


def _days(days: int) -> list[Paper]:
    papers = []
    for number in range(days):
        day = f"2031-02-{number + 1:02}"
        papers += [told(f"w{number}", "Watchers", day=day), told(f"r{number}", "relief office", day=day)]
    return papers
