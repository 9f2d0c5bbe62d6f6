"""Sentences with invented and with general names, each with the alliances that it tells of."""

import pytest
from extract_texts import of_kind, read, report, sentences_of, speakers

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Alignment, ClaimKind, Modality, Stance
from warmonitor.stages.extract import extract

TABLE = """
Turkey-backed rebels entered the town on Monday.
  Turkey-backed rebels | backed by | Turkey
The Velonia-backed Ardan Front shelled the port.
  The Velonia-backed Ardan Front | backed by | Velonia
Iran-aligned militias fired rockets at the base.
  Iran-aligned militias | allied with | Iran
Islamic State-linked militants burned two villages.
  Islamic State-linked militants | affiliate of | Islamic State
Troops fought the Ostrand-armed militia near the river.
  the Ostrand-armed militia near the river | armed by | Ostrand
A Rwanda-sponsored armed group took the mine.
  A Rwanda-sponsored armed group | backed by | Rwanda
The Iran-backed deal was signed in March.
The UN-backed plan failed after the attack.
Velonia backs the Ardan Front.
  the Ardan Front | backed by | Velonia
The Ardan Front, backed by Velonia, took the town.
  The Ardan Front | backed by | Velonia
The militia is funded by Ostrand.
  The militia | backed by | Ostrand
Ostrand has financed the rebels for years.
  the rebels | backed by | Ostrand
The rebels are supported by Velonia and Ostrand.
  The rebels | backed by | Velonia
  The rebels | backed by | Ostrand
The army backed away from the bridge.
The rebels backed down after the talks.
The government supports the ceasefire.
The party backed the bill in parliament.
Velonia armed the rebels.
  the rebels | armed by | Velonia
Velonia supplied the rebels with weapons.
  the rebels | armed by | Velonia | weapons
Ostrand sent drones to the army.
  the army | armed by | Ostrand | drones
The rebels were supplied with missiles by Ostrand.
  The rebels | armed by | Ostrand | missiles
Velonia provided weapons and ammunition to the Ardan Front.
  the Ardan Front | armed by | Velonia | weapons and ammunition
Velonia sent food to the town.
The agency supplied the town with water.
The army sent tanks to the border.
The Ardan Front is allied with the Selm Brigade.
  The Ardan Front | allied with | the Selm Brigade
The Ardan Front, allied to Ostrand, held the pass.
  The Ardan Front | allied with | Ostrand
The Selm Brigade sided with the army in the fighting.
  The Selm Brigade | allied with | the army
The tribesmen fought alongside the army.
  The tribesmen | allied with | the army
The Ardan Front formed an alliance with the Selm Brigade.
  The Ardan Front | allied with | the Selm Brigade
The Ardan Front joined forces with the Selm Brigade in May.
  Ardan Front | allied with | the Selm Brigade
The hospital trains allied health workers.
The Selm Brigade joined the Ardan Front in May.
  The Selm Brigade | joined | the Ardan Front
Hundreds of fighters joined the Ardan Front.
  fighters | joined | the Ardan Front
The foreign minister joined the Velonian secretary of state.
We support the rebels.
She backs them.
The rebels joined the talks in the capital.
The army joined the offensive on Friday.
The Selm Brigade merged with the Ardan Front in 2019.
  The Selm Brigade | joined | the Ardan Front
The colonel defected to the rebels.
  The colonel | joined | the rebels
The Selm Brigade split from the Ardan Front in 2018.
  The Selm Brigade | split from | the Ardan Front
The faction broke away from the Ardan Front.
  The faction | split from | the Ardan Front
The Selm Brigade, a splinter of the Ardan Front, claimed the attack.
  The Selm Brigade | split from | the Ardan Front
The Selm Brigade, a breakaway faction of the Ardan Front, claimed the attack.
  The Selm Brigade | split from | the Ardan Front
The river splits the town from the hills.
The Ardan Front cut ties with al-Qaeda.
  Ardan Front | allied with | al-Qaeda | ended
The Tarn Movement, formerly the Ardan Front, took the town.
  The Tarn Movement | formerly | Ardan Front
The Tarn Movement, formerly known as the Ardan Front, shelled the port.
  The Tarn Movement | formerly | Ardan Front
The Tarn Movement, the former Ardan Front, shelled the port.
  The Tarn Movement | formerly | the former Ardan Front
The Ardan Front renamed itself the Tarn Movement.
  the Tarn Movement | formerly | The Ardan Front
The former rebels returned to the town.
Formerly a teacher, he joined the army.
The Selm Brigade, an affiliate of the Islamic State, claimed the attack.
  The Selm Brigade | affiliate of | the Islamic State
The Selm Brigade is an affiliate of al-Qaeda.
  The Selm Brigade | affiliate of | al-Qaeda
The Selm Brigade, the armed wing of the Ardan Party, fired rockets.
  The Selm Brigade | affiliate of | the Ardan Party
The Ardan Front is a proxy of Velonia.
  The Ardan Front | backed by | Velonia
Forces loyal to Ostrand seized the airport.
  Forces | affiliate of | Ostrand
Militants linked to al-Qaeda attacked the post.
  Militants | affiliate of | al-Qaeda
The wing of the hospital was shelled.
The Selm Brigade pledged allegiance to the Islamic State in 2015.
  The Selm Brigade | pledged allegiance to | the Islamic State
The commander swore loyalty to the Ardan Front.
  The commander | pledged allegiance to | the Ardan Front
The soldiers pledged support to flood victims.
Velonia's support for the rebels has grown.
  the rebels | backed by | Velonia
The army advanced with the backing of Ostrand.
  The army | backed by | Ostrand
The Ardan Front enjoys the support of Velonia.
  The Ardan Front | backed by | Velonia
Aid groups called for support for the displaced.
The branch fell on the soldiers.
The general backed his car into the gate.
The minister arms himself with facts before debates.
"""
ROWS = sentences_of(TABLE)


def rows(text: str) -> list[str]:
    found = []
    for claim in of_kind(text, ClaimKind.ALLIANCE):
        assert isinstance(claim.detail, Alignment)
        detail = claim.detail
        further = [detail.means] if detail.means else []
        further += ["ended"] if detail.ended else []
        found.append(" | ".join([detail.party.said, detail.bond, detail.counterparty.said, *further]))
    return found


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_an_alliance_is_read_with_its_parties(sentence: str, expected: list[str]) -> None:
    assert rows(sentence) == expected


def test_there_are_enough_sentences_and_enough_that_tell_nothing() -> None:
    assert len(ROWS) >= 60
    assert sum(not expected for _, expected in ROWS) >= 15


@pytest.mark.parametrize(
    ("text", "stance", "speaker"),
    [
        ("Velonia denies backing the Ardan Front.", Stance.DENIED, ["Velonia"]),
        ("Velonia denied that it supports the rebels.", Stance.DENIED, ["Velonia"]),
        (
            "Velonia does not back the rebels, its foreign ministry said.",
            Stance.DENIED,
            ["its foreign ministry"],
        ),
        ("Ostrand accused Velonia of backing the rebels.", Stance.ALLEGED, ["Ostrand"]),
        ("Velonia backs the rebels, the army said.", Stance.ASSERTED, ["the army"]),
        ("The Ardan Front said that the Selm Brigade had joined it.", Stance.ASSERTED, ["The Ardan Front"]),
    ],
)
def test_who_says_it_and_how(text: str, stance: Stance, speaker: list[str]) -> None:
    (claim,) = of_kind(text, ClaimKind.ALLIANCE)
    assert (claim.stance, speakers(claim)) == (stance, speaker)


def test_what_is_only_meant_to_be_is_planned() -> None:
    (claim,) = of_kind("The Selm Brigade will join the Ardan Front.", ClaimKind.ALLIANCE)
    assert claim.modality is Modality.PLANNED


def test_nobody_denies_what_the_report_itself_says_is_not_so() -> None:
    assert of_kind("The Selm Brigade did not join the Ardan Front.", ClaimKind.ALLIANCE) == []


def test_a_split_has_its_day_and_a_lasting_bond_that_of_the_report() -> None:
    (split,) = of_kind("The Selm Brigade split from the Ardan Front in 2018.", ClaimKind.ALLIANCE)
    assert split.when.earliest is not None
    assert split.when.earliest.year == 2018
    (backed,) = of_kind("Turkey-backed rebels entered the town.", ClaimKind.ALLIANCE)
    assert (str(backed.when.earliest), str(backed.when.latest)) == ("2021-06-09", "2021-06-09")


def test_other_claims_are_the_same_with_and_without() -> None:
    text = (
        "Turkey-backed rebels seized Orvan on Monday, killing 12 soldiers. The Ardan Front split from the "
        "Selm Brigade in 2018. It then shelled the port, residents said.\n\nVelonia backs the rebels. "
        "They killed nine."
    )
    with_it = [claim for claim in read(text) if claim.kind is not ClaimKind.ALLIANCE]
    without = read(text.replace("Velonia backs the rebels.", "Velonia waits for the rebels."))
    kinds = [(c.kind, c.detail and type(c.detail).__name__, c.when, c.stance) for c in with_it]
    assert kinds == [
        (c.kind, c.detail and type(c.detail).__name__, c.when, c.stance)
        for c in without
        if c.kind is not ClaimKind.ALLIANCE
    ]


def test_every_quote_is_the_text_and_covers_both_parties() -> None:
    for sentence, _ in ROWS:
        for claim in of_kind(sentence, ClaimKind.ALLIANCE):
            assert isinstance(claim.detail, Alignment)
            for named in (claim.detail.party, claim.detail.counterparty):
                assert claim.quote.covers(named.span)
                assert named.span.of(sentence) == named.said


def test_reading_again_gives_the_same() -> None:
    text = " ".join(sentence for sentence, _ in ROWS[:12])
    assert extract(report(text), load_parser()) == extract(report(text), load_parser())
