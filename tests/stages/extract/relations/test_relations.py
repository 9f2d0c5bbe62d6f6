"""Who fights whom and who is in charge of what, sentence by sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Report
from warmonitor.reference.known import known_kind
from warmonitor.stages.extract.relations import RelationKind, read_relations

PARSER = load_parser()


def read(text: str, kind: RelationKind) -> set[tuple[str, str]]:
    found = read_relations(Report("report-1", "a", "b", text), PARSER, known_kind).relations
    return {(r.source.span.of(text), r.target.span.of(text)) for r in found if r.kind is kind}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("The army is battling insurgents in the east.", "The army", "insurgents"),
        ("Malian troops were attacked by gunmen.", "gunmen", "Malian troops"),
        ("Kenya is committed to defeating al-Shabaab.", "Kenya", "al-Shabaab"),
        ("Our fight against Boko Haram continues.", "Our", "Boko Haram"),
        (
            "We will continue to support the Somali government in its fight against al-Shabaab.",
            "the Somali government",
            "al-Shabaab",
        ),
        ("The minister condemned the regime's attacks on civilians.", "the regime", "civilians"),
        ("The Global Coalition against Boko Haram met in Abuja.", "The Global Coalition", "Boko Haram"),
        (
            "Nigerian forces are making progress in the fight against Boko Haram.",
            "Nigerian forces",
            "Boko Haram",
        ),
        ("The Air Force's bombing of the market killed traders.", "The Air Force", "the market"),
        ("Troops pushed the militants out of the town.", "Troops", "the militants"),
        ("The regime has used barrel bombs against its own people.", "The regime", "its own people"),
        (
            "He was killed in a cross-border raid conducted by the Chadian military.",
            "the Chadian military",
            "He",
        ),
        ("Chad condemns the attacks by the regime against civilians.", "the regime", "civilians"),
        ("The killing of aid workers by Boko Haram is a crime.", "Boko Haram", "aid workers"),
        ("Bama remains under siege by Boko Haram.", "Boko Haram", "Bama"),
        ("The president said that France was at war with Boko Haram.", "France", "Boko Haram"),
        ("Kenyan forces retook the town from al-Shabaab.", "Kenyan forces", "al-Shabaab"),
        ("The rebels continue their assault on Misrata.", "The rebels", "Misrata"),
        (
            "Coalition aircraft conducted 12 strikes against al-Shabaab targets.",
            "Coalition aircraft",
            "al-Shabaab targets",
        ),
    ],
)
def test_who_fights_whom(text: str, source: str, target: str) -> None:
    assert (source, target) in read(text, RelationKind.FIGHTS)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels clashed with Malian troops near Kidal.",
        "Fighting between the rebels and Malian troops went on near Kidal.",
        "The rebels and Malian troops attacked each other near Kidal.",
        "The rebels and Malian troops exchanged fire near Kidal.",
    ],
)
def test_those_who_fight_each_other_have_two_relations(text: str) -> None:
    pairs = {tuple(word.lower() for word in pair) for pair in read(text, RelationKind.FIGHTS)}
    assert {("the rebels", "malian troops"), ("malian troops", "the rebels")} <= pairs


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Kenyan forces retook the town from al-Shabaab.", "Kenyan forces", "the town"),
        ("The port is held by the rebels.", "the rebels", "The port"),
        ("The militia took control of the airport.", "The militia", "the airport"),
        ("The army is in control of the airport.", "The army", "the airport"),
        ("The airport is now in the hands of the militia.", "the militia", "The airport"),
        ("The militia is under the command of General Karimu.", "General Karimu", "The militia"),
        ("The areas it controls are shrinking.", "it", "The areas"),
        ("The group, led by Musa Kato, crossed the border.", "Musa Kato", "The group"),
        ("The UN mission is headed by Jane Okello.", "Jane Okello", "The UN mission"),
        (
            "A soldier said that Colonel Idriss Traore, commander of the Fifth Brigade, was there.",
            "Colonel Idriss Traore",
            "the Fifth Brigade",
        ),
        (
            "The minister welcomed the recapture of Bama by the Nigerian army.",
            "the Nigerian army",
            "Bama",
        ),
        ("Boko Haram's leader, Idris Bala, spoke.", "Idris Bala", "Boko Haram"),
    ],
)
def test_who_is_in_charge(text: str, source: str, target: str) -> None:
    assert (source, target) in read(text, RelationKind.IN_CHARGE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Human Rights Watch called for an inquiry into an attack on a market.", RelationKind.FIGHTS),
        ("The mayor told reporters of the war.", RelationKind.FIGHTS),
        ("The army tried to retake the airport.", RelationKind.IN_CHARGE),
        ("The former leader of the party spoke.", RelationKind.IN_CHARGE),
        ("A deputy commander of the brigade spoke.", RelationKind.IN_CHARGE),
    ],
)
def test_what_nobody_said(text: str, kind: RelationKind) -> None:
    assert read(text, kind) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The raid by its bombing by its raid by their attack against its raid.",
        "attack " * 300,
        "war on war against war with war between war and war " * 30,
        "He's leader of leader of leader's leader, leader, leader.",
    ],
)
def test_what_turns_in_circles_ends(text: str) -> None:
    read(text, RelationKind.FIGHTS)


@given(st.text(max_size=200))
@settings(max_examples=40)
def test_any_text_is_read(text: str) -> None:
    said = read_relations(Report("report-1", "a", "b", text), PARSER)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in said.mentions)
