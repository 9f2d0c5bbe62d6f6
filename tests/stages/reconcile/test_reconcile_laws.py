"""The laws of counting: order never matters, a copy adds no origin, a second quoting confirms nothing."""

import random

from hypothesis import given, settings
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

from warmonitor.model import ActorKind, Change, Claim, Modality, PlacePrecision, Stance, When
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
]
SPEAKERS = st.sampled_from(
    [(), ("army",), ("army spokesman",), ("JNIM",), ("UN",), ("UN envoy",), ("a nurse",)]
)
WHERE = st.sampled_from([[], ["Bamako"], ["Kati"], ["Gao"], ["Gao Region"], ["Kati", "Bamako"]])
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
        paper = Paper(f"{prefix}{number}", "2024-09-20", draw(st.sampled_from([None, "Daily", "Weekly"])))
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
    sentence = paper.says(f"Sentence {number} of {paper.name} tells what {' and '.join(by)} said.")
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


def _origins_of(result: Reconciled, own: set[str]) -> dict[frozenset[str], int]:
    figures = {frozenset(own & set(one.claims)): len(one.origins) for one in result.figures}
    return figures | {frozenset(own & set(one.claims)): len(one.origins) for one in result.events}


@given(papers(), st.integers(0, 2**16))
@settings(max_examples=60, deadline=None)
def test_the_order_of_what_is_given_changes_nothing(told: list[Paper], seed: int) -> None:
    assert made(told, seed) == made(told)


@given(papers(), st.data())
@settings(max_examples=60, deadline=None)
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


@given(papers(), st.data())
@settings(max_examples=60, deadline=None)
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
    spoken = {"UN", "army", "JNIM", "a nurse"}
    counted = [one.origins for one in after.figures] + [one.origins for one in after.events]
    for origins in counted:
        assert set(origins) <= known | spoken
        assert "Another outlet" not in origins


@given(papers())
@settings(max_examples=60, deadline=None)
def test_every_actual_toll_is_in_exactly_one_figure(told: list[Paper]) -> None:
    grouped, result = made(told)
    counted = sorted(claim.id for claim in grouped.claims if claim.kind == "toll"
                     and claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL)  # fmt: skip
    assert sorted(claim for figure in result.figures for claim in figure.claims) == counted


@given(papers())
@settings(max_examples=60, deadline=None)
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
@settings(max_examples=60, deadline=None)
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
