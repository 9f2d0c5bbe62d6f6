"""Laws over tolls with updates, copies and parts: any order, no copy weighs, one value an origin."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from literal_claims import Paper, actor, at, claims_of, copy_of, on, place, reports_of, since, strands_of

from warmonitor.model import Claim, Figure, Mark, Named, Rule, Toll
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [place("Tarvo", (40.0, 20.0)), place("Elmet", (40.9, 20.9))]
WHO = ("army", "hospital", "council", "monitor")
ACTORS = [actor(name) for name in WHO]
DAYS = [f"2031-03-{number:02}" for number in range(2, 28, 3)]
COUNTS = st.one_of(
    st.integers(1, 60),
    st.integers(1, 60).map(lambda low: (low, None)),
    st.tuples(st.integers(1, 30), st.integers(31, 60)),
)


@st.composite
def papers(draw: st.DrawFn) -> list[Paper]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        paper = Paper(
            f"p{number}", draw(st.sampled_from(DAYS)), draw(st.sampled_from([None, "Daily", "Weekly"]))
        )
        where = [at(draw(st.sampled_from(["Tarvo", "Elmet"])))]
        _strike(draw, paper, where) if draw(st.booleans()) else _running(draw, paper, where)
        made.append(paper)
    return made


def _strike(draw: st.DrawFn, paper: Paper, where: list[Named]) -> None:
    when = on(DAYS[0])
    paper.says(f"{paper.name}: a shell hit a mill on 2 March.").attack("shelling", where=where, when=when)
    for number in range(draw(st.integers(1, 3))):
        by = draw(st.sampled_from([(), *((name,) for name in WHO), ("army", "hospital")]))
        sentence = paper.says(
            f"{paper.name} {number}: {' and '.join(by)} gave a count of the people killed there."
        )
        whole = sentence.toll(draw(COUNTS), "people", by=by, where=where, when=when)
        if draw(st.booleans()):
            sentence.toll(draw(st.integers(1, 9)), "children", by=by, where=where, when=when, part_of=whole)


def _running(draw: st.DrawFn, paper: Paper, where: list[Named]) -> None:
    by = (draw(st.sampled_from(WHO)),)
    sentence = paper.says(f"{paper.name}: {by[0]} counted those killed since January.")
    sentence.toll(draw(COUNTS), "civilians", by=by, where=where, when=since("2031-01-01", paper.dated))


def made(told: list[Paper], seed: int | None = None) -> Reconciled:
    claims, reports, strands = claims_of(told), reports_of(told), strands_of(told)
    places, actors = list(PLACES), list(ACTORS)
    if seed is not None:
        for records in (claims, reports, strands, places, actors):
            random.Random(seed).shuffle(records)
    grouped = group(claims, reports, places, actors)
    return reconcile(grouped.claims, grouped.events, reports, strands, places, actors)


def _shown(result: Reconciled, own: set[str]) -> dict[frozenset[str], object]:
    """Return what each figure shows, by the claims that are not copies."""
    return {
        frozenset(own & set(one.claims)): (one.low, one.high, one.median, one.origins, one.rules, one.history)
        for one in result.figures
    }


@given(papers(), st.integers(0, 2**16))
@settings(max_examples=80)
def test_any_order_gives_the_same(told: list[Paper], seed: int) -> None:
    assert made(told, seed) == made(told)


@given(papers(), st.data())
@settings(max_examples=80)
def test_copies_change_nothing_that_a_figure_shows(told: list[Paper], data: st.DataObject) -> None:
    copied = data.draw(st.lists(st.sampled_from(told), min_size=1, max_size=3))
    copies = [copy_of(paper, f"copy{number}", f"Junk {number}") for number, paper in enumerate(copied)]
    for copy in copies:
        copy.dated = data.draw(st.sampled_from(["2031-03-01", "2031-05-30"]))
    own = {claim.id for claim in claims_of(told)}
    before, after = made(told), made([*told, *copies])
    assert _shown(after, own) == _shown(before, own)
    assert len(after.disputes) == len(before.disputes)


@given(papers(), st.data())
@settings(max_examples=80)
def test_a_speaker_quoted_again_confirms_only_that_it_said_so(told: list[Paper], data: st.DataObject) -> None:
    spoken = [(paper, claim) for paper in told for claim in paper.claims if _quoted(claim)]
    if not spoken:
        return
    paper, claim = data.draw(st.sampled_from(spoken))
    again = Paper("again", "2031-04-30", "Another outlet")
    sentence = again.says(f"Once more: {claim.attribution[0].speaker.said} gave its count.")
    detail = _toll(claim)
    quantity = (detail.quantity.low, detail.quantity.high)
    by = [link.speaker.name or "" for link in claim.attribution]
    sentence.toll(quantity, detail.of, by=by, where=list(claim.where), when=claim.when)
    known = {origin for one in made(told).figures for origin in one.origins}
    assert {origin for one in made([*told, again]).figures for origin in one.origins} <= known
    assert paper in told


def _toll(claim: Claim) -> Toll:
    assert isinstance(claim.detail, Toll)
    return claim.detail


def _quoted(claim: Claim) -> bool:
    return claim.kind == "toll" and len(claim.attribution) == 1


@given(papers())
@settings(max_examples=80)
def test_every_origin_has_one_value_and_an_ordered_history(told: list[Paper]) -> None:
    result = made(told)
    quantities = {claim.id: _toll(claim).quantity for claim in claims_of(told) if claim.kind == "toll"}
    for figure in result.figures:
        assert {count.claim for row in figure.history for count in row.counts} == set(figure.claims)
        for row in figure.history:
            assert [count.mark for count in row.counts].count(Mark.FIRST) == 1
            assert row.counts[0].mark is Mark.FIRST
            assert all(
                one.told is None or two.told is None or one.told <= two.told
                for one, two in pairwise(row.counts)
            )
            assert set(row.stands) <= {count.claim for count in row.counts}
            assert len({(quantities[one].low, quantities[one].high) for one in row.stands}) == 1
        _rules_agree(figure)


def _rules_agree(figure: Figure) -> None:
    given_ = {one.rule: one for one in figure.rules}
    whole = given_[Rule.RANGE]
    assert (whole.low, whole.high) == (figure.low, figure.high)
    for one in figure.rules:
        assert set(one.origins) <= set(figure.origins)
        assert one.low is None or whole.low is None or one.low >= whole.low
    most = figure.majority
    assert most is None or len(most.origins) >= 2


@given(papers())
@settings(max_examples=80)
def test_what_an_origin_has_changed_is_in_no_dispute_of_one_happening(told: list[Paper]) -> None:
    result = made(told)
    disputed = {claim for one in result.disputes if one.kind == "figure" for claim in one.claims}
    for figure in result.figures:
        if figure.of != "civilians":
            stands = {claim for row in figure.history for claim in row.stands}
            assert disputed & set(figure.claims) <= stands
