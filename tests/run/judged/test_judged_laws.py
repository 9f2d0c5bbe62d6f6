"""Laws of applying judgements, over made records: strands stay a partition, and nothing else is touched."""

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from judged_pile import WHEN, account

from warmonitor.model import (
    CopyKind,
    CopyLink,
    Held,
    Judged,
    Judgement,
    Report,
    Strand,
    Subject,
    Verdict,
    make_id,
)
from warmonitor.run.judged import Judgements, with_unheard
from warmonitor.run.judged.pairs import joined
from warmonitor.run.judged.records import Minutes
from warmonitor.run.judged.reports import judged_reports
from warmonitor.stages.compare.options import Compared

NAMES = [f"report-{name}" for name in "abcdefgh"]
Pair = tuple[str, str, bool]

pairs = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans()).filter(lambda p: p[0] < p[1]),
    unique_by=lambda pair: pair[:2],
    max_size=6,
)


def held(pair: Pair, kind: Judged = Judged.REPORT) -> Held:
    one, other, same = pair
    verdict = Verdict.SAME if same else Verdict.DIFFERENT
    made = Judgement(Subject(kind, one, other), verdict, "Ivo", WHEN, "seen")
    return Held(make_id("judgement", pair), made, 1)


def pile(sizes: list[int]) -> Compared:
    """Strands of the given sizes, each report a copy of the one before it."""
    reports, strands, at = [], [], 0
    for size in sizes:
        ids = NAMES[at : at + size]
        at += size
        if not ids:
            continue
        links = [CopyLink(copy, of, CopyKind.REPRINT, 0.9) for of, copy in pairwise(ids)]
        strands.append(Strand(make_id("strand", *ids), tuple(ids), tuple(links)))
        reports += [Report(one, one, "0", "text", copy_of=ids[0] if one != ids[0] else None,
                           strand=strands[-1].id) for one in ids]  # fmt: skip
    return Compared(reports, strands, [])


sizes = st.lists(st.integers(1, 4), min_size=1, max_size=5)


@settings(max_examples=200)
@given(sizes, pairs)
def test_strands_stay_a_partition_and_keep_what_is_judged(chosen: list[int], told: list[Pair]) -> None:
    minutes = Minutes()
    made = judged_reports(pile(chosen), [held(pair) for pair in told], minutes)
    members = [one for strand in made.strands for one in strand.reports]
    assert sorted(members) == sorted(report.id for report in made.reports)
    home = {one: strand.id for strand in made.strands for one in strand.reports}
    assert all(report.strand == home[report.id] for report in made.reports)
    assert all(report.copy_of is None or home[report.copy_of] == home[report.id] for report in made.reports)
    firsts = [report for report in made.reports if report.copy_of is None]
    assert len(firsts) == len(made.strands)
    waits = {issue.said for issue in minutes.issues}
    for pair in told:
        if not {pair[0], pair[1]} <= home.keys() or any(held(pair).id in said for said in waits):
            continue
        assert (home[pair[0]] == home[pair[1]]) is pair[2]


@settings(max_examples=100)
@given(sizes, pairs, st.randoms(use_true_random=False))
def test_strands_that_nobody_judged_stay(chosen: list[int], told: list[Pair], chance: random.Random) -> None:
    before = pile(chosen)
    made = judged_reports(before, [held(pair) for pair in told], Minutes())
    judged = {one for pair in told for one in pair[:2]}
    for strand in before.strands:
        if not judged & set(strand.reports):
            assert strand in made.strands
    shuffled = replace(before, strands=chance.sample(before.strands, len(before.strands)))
    again = judged_reports(shuffled, [held(pair) for pair in told], Minutes())
    assert {one.id: one for one in again.strands} == {one.id: one for one in made.strands}
    assert again.reports == made.reports


@settings(max_examples=200)
@given(pairs)
def test_what_is_judged_different_is_never_one(told: list[Pair]) -> None:
    sets, against = joined([held(pair, Judged.ACTOR) for pair in told])
    for one, other, same in told:
        if not same:
            assert sets.home(one) != sets.home(other)
        elif held((one, other, same), Judged.ACTOR) not in against:
            assert sets.home(one) == sets.home(other)


@settings(max_examples=200)
@given(pairs, st.randoms(use_true_random=False))
def test_where_none_speaks_against_the_order_never_matters(told: list[Pair], chance: random.Random) -> None:
    same = [held((one, other, True), Judged.PLACE) for one, other, _ in told]
    sets, _ = joined(same)
    turned, _ = joined(chance.sample(same, len(same)))
    assert [sets.home(one) for one in NAMES] == [turned.home(one) for one in NAMES]


def test_a_judgement_of_nothing_that_is_there_is_asked_for_again() -> None:
    far = held(("place-far", "place-away", True), Judged.PLACE)
    plain = account()
    (issue,) = set(with_unheard(plain, Judgements((far,))).issues) - set(plain.issues)
    assert issue.code == "judgement-open"
    assert far.id in issue.said
    assert with_unheard(plain, Judgements()) is plain
