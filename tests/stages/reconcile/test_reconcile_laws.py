"""The laws of counting: order never matters, a copy adds no origin, a second quoting confirms nothing."""

import random
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from literal_claims import (
    Paper,
    Telling,
    actor,
    at,
    claims_of,
    copy_of,
    day,
    on,
    place,
    reports_of,
    since,
    strands_of,
    who,
)

from warmonitor.model import (
    ActorKind,
    Change,
    Claim,
    Event,
    Figure,
    HarmGrade,
    InfoMark,
    Modality,
    PlacePrecision,
    SourceMark,
    Span,
    Stance,
    When,
)
from warmonitor.stages.group import Grouped, group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [
    place("Bamako", (12.65, -8.0)),
    place("Kati", (12.74, -8.07)),
    place("Gao", (16.27, -0.04), inside="Gao Region"),
    place("Gao Region", (17.0, 0.5), PlacePrecision.REGION),
]
ACTORS = [
    actor("army", "government", kind=ActorKind.STATE_FORCES),
    actor("army spokesman", part_of="army"),
    actor("JNIM", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("UN"),
    actor("UN envoy", part_of="UN"),
    actor("Wire", part_of="army", kind=ActorKind.AGENCY),
    actor("Daily", kind=ActorKind.OUTLET),
    actor("Weekly", kind=ActorKind.OUTLET),
    actor("residents", kind=ActorKind.UNNAMED),
    actor("a local source", kind=ActorKind.UNNAMED),
]
ONE = st.sampled_from(
    ["army", "army spokesman", "JNIM", "UN", "UN envoy", "a nurse", "Wire", "Daily", "Weekly", "residents",
     "a local source"]
)  # fmt: skip
SPEAKERS = st.one_of(
    st.just(()),
    st.tuples(ONE),
    st.lists(ONE, min_size=2, max_size=3, unique=True).map(tuple),
)
JOINED = st.sampled_from([" and ", ", citing "])
SITES = st.sampled_from(
    [None, "https://daily.example/world", "https://daily.example/home", "https://w.example/a"]
)
WHERE = st.sampled_from([[], ["Bamako"], ["Kati"], ["Gao"], ["Gao Region"], ["Kati", "Bamako"]])
SOURCE = [SourceMark.F, SourceMark.E, SourceMark.D, SourceMark.C, SourceMark.B, SourceMark.A]
INFORMATION = [InfoMark(mark) for mark in "654321"]
HARM = [None, HarmGrade.DISCOUNTED, HarmGrade.CONTESTED, HarmGrade.WEAK, HarmGrade.FAIR, HarmGrade.CONFIRMED]
DAYS = [f"2024-09-{number:02}" for number in range(10, 20)]


@st.composite
def times(draw: st.DrawFn) -> When:
    kind = draw(st.sampled_from(["none", "day", "since", "open"]))
    date = draw(st.sampled_from(DAYS))
    if kind == "day":
        return on(date)
    if kind == "since":
        return since(draw(st.sampled_from(["2024-01-01", "2024-04-30", "2012-01-01", "2024-09-01"])), date)
    return When() if kind == "none" else When(None, day(date), "before that", on(date).precision)


@st.composite
def papers(draw: st.DrawFn, prefix: str = "p") -> list[Paper]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        outlet = draw(st.sampled_from([None, "Daily", "Weekly", "Daily World"]))
        paper = Paper(f"{prefix}{number}", "2024-09-20", outlet, url=draw(SITES))
        if draw(st.booleans()):
            paper.agencies, paper.byline = ("Wire",), ("Wire",)
        for _ in range(draw(st.integers(1, 5))):
            _say(draw, paper)
        made.append(paper)
    return made


def _say(draw: st.DrawFn, paper: Paper) -> Claim:
    by, when = draw(SPEAKERS), draw(times())
    telling = Telling(
        by=by,
        when=when,
        where=[at(name, draw(st.sampled_from(["exact", "near"]))) for name in draw(WHERE)],
        stance=draw(st.sampled_from([Stance.ASSERTED, Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED])),
        modality=draw(st.sampled_from([Modality.ACTUAL] * 4 + [Modality.PLANNED])),
    )
    number = len(paper.sentences)
    sentence = paper.says(f"Sentence {number} of {paper.name} tells what {draw(JOINED).join(by)} said.")
    match draw(st.sampled_from(["toll", "control", "attack", "deal"])):
        case "toll":
            people = draw(st.sampled_from(["civilians", "people", "soldiers", "child"]))
            return sentence.toll(draw(st.integers(1, 900)), people, **telling)
        case "control":
            change, party = draw(st.sampled_from(list(Change))), draw(st.sampled_from(["army", "JNIM"]))
            return sentence.control(change, party, **telling)
        case "attack":
            target = draw(st.sampled_from([None, "market", "barracks"]))
            aimed = who(target, known=False) if target else None
            return sentence.attack("air", aimed, draw(st.sampled_from([None, "army", "JNIM"])), **telling)
    return sentence.deal("army", "UN", **telling)


def made(told: list[Paper], seed: int | None = None) -> tuple[Grouped, Reconciled]:
    claims, reports, strands = claims_of(told), reports_of(told), strands_of(told)
    places, actors = list(PLACES), list(ACTORS)
    if seed is not None:
        for records in (claims, reports, strands, places, actors):
            random.Random(seed).shuffle(records)
    grouped = group(claims, reports, places, actors)
    events = list(grouped.events)
    if seed is not None:
        random.Random(seed).shuffle(events)
    return grouped, reconcile(grouped.claims, events, reports, strands, places, actors)


def _marks_of(result: Reconciled, own: set[str]) -> dict[frozenset[str], list[int]]:
    """How high each figure and event is graded: source, information, harm."""
    marks = {}
    graded_items: list[Figure | Event] = [*result.figures, *result.events]
    for one in graded_items:
        assert one.grade
        harm = one.harm if isinstance(one, Event) else None
        graded = [SOURCE.index(one.grade.source), INFORMATION.index(one.grade.information)]
        marks[frozenset(own & set(one.claims))] = [*graded, HARM.index(harm.grade if harm else None)]
    return marks


def _origins_of(result: Reconciled, own: set[str]) -> dict[frozenset[str], int]:
    figures = {frozenset(own & set(one.claims)): len(one.origins) for one in result.figures}
    return figures | {frozenset(own & set(one.claims)): len(one.origins) for one in result.events}


@given(papers(), st.integers(0, 2**16))
@settings(max_examples=60)
def test_the_order_of_what_is_given_changes_nothing(told: list[Paper], seed: int) -> None:
    assert made(told, seed) == made(told)


@given(papers(), st.data())
@settings(max_examples=60)
def test_a_copy_never_raises_the_number_of_origins(told: list[Paper], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(told))
    copies = [
        copy_of(original, f"{name}-copy", name)
        for name in data.draw(st.sets(st.sampled_from("axz"), min_size=1))
    ]
    _, before = made(told)
    _, after = made([*told, *copies])
    own = {claim.id for claim in claims_of(told)}
    assert _origins_of(after, own) == _origins_of(before, own)
    assert len(after.control) == len(before.control)
    assert len(after.disputes) == len(before.disputes)
    assert _marks_of(after, own) == _marks_of(before, own)


@given(papers(), st.data())
@settings(max_examples=60)
def test_another_report_that_quotes_the_same_speaker_adds_no_origin(
    told: list[Paper], data: st.DataObject
) -> None:
    quoting = Paper("again", "2024-09-20", "Another outlet")
    source = data.draw(st.sampled_from(claims_of(told)))
    speakers = [link.speaker.name or "" for link in source.attribution] or ["UN"]
    sentence = quoting.says(f"Once more: {' and '.join(speakers)} said so.")
    sentence.toll(17, "civilians", by=speakers, when=on("2024-09-12"), where=[at("Gao")])
    _, before = made(told)
    _, after = made([*told, quoting])
    listed = [one.origins for one in before.figures] + [one.origins for one in before.events]
    known = {root for origins in listed for root in origins}
    spoken = {"UN", "army", "JNIM", "a nurse", "Wire", "Daily", "Weekly", "residents", "a local source"}
    counted = [one.origins for one in after.figures] + [one.origins for one in after.events]
    for origins in counted:
        assert set(origins) <= known | spoken
        assert "Another outlet" not in origins


@given(papers(), st.data())
@settings(max_examples=60)
def test_what_a_speaker_said_is_graded_no_higher_when_it_is_quoted_again(
    told: list[Paper], data: st.DataObject
) -> None:
    attributed = [one for one in claims_of(told) if one.attribution]
    assume(attributed)
    quoted = data.draw(st.sampled_from(attributed))
    source = next(paper for paper in told if paper.id == quoted.report)
    again = Paper("again", "2024-09-20", "Another outlet")
    again.says(source.sentences[source.claims.index(quoted)])
    shift = quoted.quote.start
    links = [
        replace(link, speaker=replace(link.speaker, span=_moved(link.speaker.span, shift)))
        for link in quoted.attribution
    ]
    span = _moved(quoted.quote, shift)
    again.claims.append(
        replace(quoted, id="claim-again", report=again.id, quote=span, attribution=tuple(links))
    )
    _, before = made(told)
    _, after = made([*told, again])
    own = {claim.id for claim in claims_of(told)}
    marks = _marks_of(after, own)
    for claims, graded in _marks_of(before, own).items():
        new = marks.get(claims, graded)
        assert all(later <= first for later, first in zip(new, graded, strict=True)), (graded, new)


def _moved(span: Span, shift: int) -> Span:
    return Span(max(0, span.start - shift), max(0, span.end - shift))


@given(papers())
@settings(max_examples=60)
def test_every_actual_toll_is_in_exactly_one_figure(told: list[Paper]) -> None:
    grouped, result = made(told)
    counted = sorted(claim.id for claim in grouped.claims if claim.kind == "toll"
                     and claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL)  # fmt: skip
    assert sorted(claim for figure in result.figures for claim in figure.claims) == counted


@given(papers())
@settings(max_examples=60)
def test_no_claim_is_lost_or_made_up_by_joining(told: list[Paper]) -> None:
    grouped, result = made(told)
    given_spans = sorted((claim.report, claim.quote) for claim in claims_of(told))
    kept_spans = sorted(
        (claim.report, span) for claim in grouped.claims for span in (claim.quote, *claim.restated)
    )
    assert kept_spans == given_spans
    known = {claim.id for claim in grouped.claims}
    told_of = [one.claims for one in result.events] + [one.claims for one in result.figures]
    told_of += [one.claims for one in result.control] + [one.claims for one in result.disputes]
    for claims in told_of:
        assert claims
        assert set(claims) <= known


@given(papers())
@settings(max_examples=60)
def test_spells_run_forward_and_denials_hold_nothing(told: list[Paper]) -> None:
    grouped, result = made(told)
    denied = {claim.id for claim in grouped.claims if claim.stance is Stance.DENIED}
    for spell in result.control:
        assert (
            spell.when.earliest is None
            or spell.when.latest is None
            or spell.when.earliest <= spell.when.latest
        )
        assert not denied & set(spell.claims)
