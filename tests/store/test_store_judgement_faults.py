"""What is wrong with a judgement is said in one plain sentence, with a code, before anything is kept."""

from dataclasses import replace
from datetime import date

import pytest
from judging import WHEN, amend, cited, claim, say

from warmonitor.model import (
    Actor,
    Amended,
    Change,
    CountedAs,
    Judged,
    Judgement,
    Place,
    Rule,
    Ruled,
    Stance,
    Subject,
    Verdict,
)
from warmonitor.store.judgement_faults import fault_of

FIGURE = Subject(Judged.FIGURE, "figure-1", figure=CountedAs("killed", "people", "place-1"))
PLACES = (Place("place-1", "Orlen"), Place("place-2", "Orlen Ferry"))
EVENT = Subject(Judged.EVENT, "event-1", cited=(cited(1),), others=(cited(2),))


def of(subject: Subject, verdict: Verdict, **given: object) -> Judgement:
    return replace(Judgement(subject, verdict, "Ivo", WHEN, "seen on the page"), **given)  # type: ignore[arg-type]


def amended(**given: object) -> Judgement:
    return replace(amend(), amended=Amended(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "judgement",
    [
        amend(),
        say(Verdict.ACCEPT, why=""),
        amended(low=3, best=5, stance=Stance.DENIED),
        amended(place="place-1", low=4),
        amended(cleared=("high", "perpetrator")),
        amended(earliest=date(2031, 3, 1), latest=date(2031, 3, 1)),
        of(Subject(Judged.REPORT, "report-1", "report-2"), Verdict.SAME),
        of(Subject(Judged.PLACE, "place-1", "place-2"), Verdict.SAME),
        of(Subject(Judged.PLACE, "place-1", cited=(cited(),)), Verdict.DIFFERENT),
        of(EVENT, Verdict.DIFFERENT),
        of(FIGURE, Verdict.RULE, ruled=Ruled(Rule.HIGHEST)),
        of(FIGURE, Verdict.ACCEPT, why=""),
        of(Subject(Judged.PLACE, "place-1"), Verdict.ACCEPT, why=""),
        of(FIGURE, Verdict.RULE, ruled=Ruled(Rule.CLAIM, cited())),
        of(claim(), Verdict.UNDO, undoes="judgement-1"),
    ],
)
def test_what_is_whole_can_be_kept(judgement: Judgement) -> None:
    assert fault_of(replace(judgement, seen=PLACES)) is None


@pytest.mark.parametrize(
    ("judgement", "code"),
    [
        (replace(amend(), by=" "), "reviewer-unnamed"),
        (replace(amend(), by="Ivo\n"), "reviewer-unnamed"),
        (replace(amend(), when="yesterday"), "time-unclear"),
        (replace(amend(), when="2031-03-04T05:06:07+02:00"), "time-unclear"),
        (say(Verdict.REJECT, why=" "), "reason-missing"),
        (replace(amend(), version=-1), "version-unclear"),
        (of(Subject(Judged.PLACE, "place-1", "place-2"), Verdict.ACCEPT), "verdict-unfit"),
        (of(Subject(Judged.ACTOR, "actor-1", cited=(cited(),)), Verdict.ACCEPT), "verdict-unfit"),
        (of(EVENT, Verdict.ACCEPT), "verdict-unfit"),
        (of(Subject(Judged.PLACE, "place-3"), Verdict.ACCEPT), "record-missing"),
        (replace(amend(), subject=replace(claim(), id="claim 1")), "subject-unclear"),
        (of(Subject(Judged.REPORT, "report-1", "report-1"), Verdict.SAME), "subject-twice"),
        (of(Subject(Judged.REPORT, "report-1"), Verdict.SAME), "pair-missing"),
        (of(Subject(Judged.PLACE, "place-1"), Verdict.DIFFERENT), "pair-missing"),
        (of(Subject(Judged.EVENT, "event-1", "event-2"), Verdict.SAME), "words-missing"),
        (replace(amend(), subject=replace(claim(), cited=())), "words-missing"),
        (replace(amend(), subject=replace(claim(), cited=(replace(cited(), end=3),))), "words-unclear"),
        (of(Subject(Judged.FIGURE, "figure-1"), Verdict.RULE, ruled=Ruled(Rule.MEDIAN)), "words-missing"),
        (of(FIGURE, Verdict.RULE), "verdict-unfit"),
        (of(FIGURE, Verdict.RULE, ruled=Ruled(Rule.CLAIM)), "rule-unclear"),
        (of(claim(), Verdict.AMEND), "verdict-unfit"),
        (replace(say(Verdict.REJECT), amended=Amended(best=1)), "verdict-unfit"),
        (amended(), "amend-nothing"),
        (amended(low=3, cleared=("low",)), "amend-unclear"),
        (amended(cleared=("stance",)), "amend-unclear"),
        (amended(change=Change.GAINED), "amend-unfit"),
        (amended(low=5, best=4), "count-unclear"),
        (amended(best=-1), "count-unclear"),
        (amended(earliest=date(2031, 3, 2), latest=date(2031, 3, 1)), "days-unclear"),
        (amended(of="two\nlines"), "words-unclear"),
        (amended(place="place-1"), "record-missing"),
        (amended(perpetrator="actor-1"), "record-missing"),
        (of(Subject(Judged.ACTOR, "actor-1", "actor-2"), Verdict.SAME, seen=(Actor("actor-1", "Tarn"),)),
         "record-missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(judgement: Judgement, code: str) -> None:
    fault = fault_of(judgement)
    assert fault is not None
    assert fault.code == code
    assert fault.said.endswith(".")
