"""How sure a text is about who did it, in sentences of our own, and doers that other sentences name."""

import pytest
from extract_texts import read

from warmonitor.model import Attack, Blame, Claim, ClaimKind, Stance


def attacks(text: str) -> list[tuple[Claim, Attack]]:
    return [(c, c.detail) for c in read(text) if c.kind is ClaimKind.ATTACK and isinstance(c.detail, Attack)]


def doers(text: str) -> dict[str, Blame | None]:
    return {d.perpetrator.said: d.blame for _, d in attacks(text) if d.perpetrator is not None}


@pytest.mark.parametrize(
    ("text", "doer", "blame"),
    [
        ("Rebels shelled the village of Brenno.", "Rebels", Blame.FACT),
        ("Suspected rebels attacked the village of Brenno.", "Suspected rebels", Blame.SUSPECTED),
        (
            "The interior ministry accused rebels of attacking the village of Brenno.",
            "rebels",
            Blame.BY_AUTHORITIES,
        ),
        ("Residents accused soldiers of attacking the village of Brenno.", "soldiers", Blame.SUSPECTED),
        ("We attacked the convoy near Brenno, the rebels said.", "We", Blame.CLAIMED),
    ],
)  # fmt: skip
def test_how_sure_it_is_who_did_it(text: str, doer: str, blame: Blame) -> None:
    found = doers(text)
    assert any(doer in said and grade is blame for said, grade in found.items()), found


@pytest.mark.parametrize(
    ("answer", "doer", "blame", "stance"),
    [
        ("The Red River Front claimed responsibility for the attack.", "Red River Front", Blame.CLAIMED,
         Stance.ASSERTED),
        ("Responsibility was claimed by the Red River Front.", "Red River Front", Blame.CLAIMED,
         Stance.ASSERTED),
        ("Police blamed the Red River Front for the bombing.", "Red River Front", Blame.BY_AUTHORITIES,
         Stance.ALLEGED),
        ("Residents blamed a rebel group, the Red River Front, for the attack.", "Red River Front",
         Blame.SUSPECTED, Stance.ALLEGED),
        ("The bombing was attributed to the Red River Front by the interior ministry.", "Red River Front",
         Blame.BY_AUTHORITIES, Stance.ALLEGED),
        ("The Red River Front denied any involvement.", "Red River Front", Blame.ACQUITTED, Stance.DENIED),
    ],
)  # fmt: skip
def test_a_doer_named_after_the_attack(answer: str, doer: str, blame: Blame, stance: Stance) -> None:
    found = attacks(f"A bomb exploded outside a bank in Brenno on Monday. {answer}")
    mine = [(c, d) for c, d in found if d.perpetrator is not None and doer in d.perpetrator.said]
    assert [(d.blame, c.stance) for c, d in mine] == [(blame, stance)]
    assert mine[0][1].sub_type == found[0][1].sub_type
    assert [n.said for n in mine[0][0].where] == ["Brenno"]


def test_nobody_claimed_it() -> None:
    text = "A bomb exploded outside a bank in Brenno. No group claimed responsibility for the attack."
    assert doers(text) == {}


def test_without_an_attack_there_is_no_answer() -> None:
    assert attacks("The minister took responsibility for the budget. The mayor was blamed for it.") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The murder of Paul Moreno was condemned.", "Paul Moreno"),
        ("The mayor's assassination by rebels was condemned.", "The mayor"),
        ("An attack against Mayor Paul Moreno failed in Brenno.", "Mayor Paul Moreno"),
    ],
)
def test_whom_a_deed_befell(text: str, whom: str) -> None:
    found = [d for _, d in attacks(text) if d.target is not None]
    assert [d.target.said.removesuffix("'s") for d in found if d.target] == [whom]


def test_a_doer_behind_a_comma() -> None:
    text = "An engineer was kidnapped in Brenno on Monday, presumably by guerrillas of the Red River Front."
    assert [d.blame for _, d in attacks(text)] == [Blame.SUSPECTED]


def test_the_work_of_somebody() -> None:
    text = "A bomb exploded outside a bank in Brenno. The attack was the work of the Red River Front."
    assert doers(text) == {"the Red River Front": Blame.FACT}
