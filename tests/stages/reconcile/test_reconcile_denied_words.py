"""What is denied is said plainly: by what the claim gives, else in general terms by its kind."""

from dataclasses import replace

import pytest
from literal_claims import Paper, at, on

from warmonitor.model import Agreed, Attack, Claim, ClaimKind, Deal, DealAct, Post, PostState, Stance
from warmonitor.stages.reconcile.denied_words import denied_words


def claim(kind: ClaimKind, detail: Agreed | Attack | None, placed: bool = True) -> Claim:
    sentence = Paper("first", "2031-03-02", "The Herald").says("The army denied it.")
    where = [at("Tarvo")] if placed else []
    made = sentence.attack("shelling", where=where, when=on("2031-03-02"), stance=Stance.DENIED)
    return replace(made, kind=kind, detail=detail)


@pytest.mark.parametrize(
    ("kind", "detail", "said"),
    [
        (ClaimKind.ATTACK, Attack("Battles", "Armed clash"), "anybody carried out the armed clash"),
        (ClaimKind.ATTACK, None, "there was an attack at Tarvo"),
        (ClaimKind.ACCESS, Agreed((), "the R7"), "a way was opened or closed at Tarvo"),
        (ClaimKind.AGREEMENT, Deal((), "", act=DealAct.BROKEN), "a deal was broken at Tarvo"),
        (ClaimKind.AGREEMENT, Deal((), "", act=DealAct.TOLD), "there is such a deal"),
        (ClaimKind.POST, Post((), "", state=PostState.EVACUATED), "a post was given up at Tarvo"),
        (ClaimKind.POST, Post((), "", state=PostState.KEPT), "such a post was kept at Tarvo"),
        (ClaimKind.STATEMENT, None, "this was said"),
    ],
)
def test_words_follow_what_the_claim_gives(
    kind: ClaimKind, detail: Agreed | Attack | None, said: str
) -> None:
    assert denied_words(claim(kind, detail)) == said


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_every_kind_has_words_and_no_place_leaves_none_open(kind: ClaimKind) -> None:
    said = denied_words(claim(kind, None, placed=False))
    assert said
    assert "{" not in said
    assert not said.endswith((" at", " "))
