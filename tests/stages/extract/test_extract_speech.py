"""Who says what, how firmly, and whether it happened."""

import pytest
from extract_texts import only, places, read, speakers, words

from warmonitor.model import Claim, ClaimKind, Toll


def claim(text: str) -> Claim:
    """The one claim of a text, whatever its kind."""
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Twelve people were killed in Aden.", []),
        ("The health ministry said that 12 people were killed in Aden.", ["The health ministry"]),
        (
            "At least 12 people were killed in Aden, the health ministry said on Friday.",
            ["the health ministry"],
        ),
        ("According to the Red Cross, 40 people were injured in Goma.", ["the Red Cross"]),
        ("The army claimed that its troops had captured Marib.", ["The army"]),
        ("The rebels claimed to have captured Bor.", ["The rebels"]),
        (
            "The mayor and residents said that shells had hit the village of Stanytsia.",
            ["The mayor", "residents"],
        ),
        ("The ministry put the number of dead at 51.", ["The ministry"]),
        ("The spokesman told reporters that the rebels had shelled Bor.", ["The spokesman"]),
        ("The governor told Interfax that the rebels had shelled Bor.", ["The governor"]),
    ],
)
def test_who_says_it(text: str, chain: list[str]) -> None:
    assert speakers(claim(text)) == chain


def test_the_agency_that_was_told_stands_beside_the_speaker() -> None:
    (link,) = claim("The governor told Interfax that the rebels had shelled Bor.").attribution
    assert words(link.via) == "Interfax"
    (link,) = claim("The spokesman told reporters that the rebels had shelled Bor.").attribution
    assert link.via is None


@pytest.mark.parametrize(
    ("text", "by_number"),
    [
        (
            "The army said that 12 people were killed, while the rebels said that 40 had died.",
            {12: ["The army"], 40: ["the rebels"]},
        ),
        (
            "The governor said nine people were killed, but the mayor said 11 were killed.",
            {9: ["The governor"], 11: ["the mayor"]},
        ),
        (
            "The monitor said that 20 people were killed, adding that 50 were wounded.",
            {20: ["The monitor"], 50: ["The monitor"]},
        ),
        (
            "According to the ministry, 20 people were killed. The rebels killed nine soldiers in Torit.",
            {20: ["the ministry"], 9: []},
        ),
    ],
)
def test_each_speaker_keeps_their_own_words(text: str, by_number: dict[int, list[str]]) -> None:
    counted = {
        found.detail.quantity.best: speakers(found) for found in read(text) if isinstance(found.detail, Toll)
    }
    assert counted == by_number


def test_reported_speech_goes_on_in_the_past_perfect() -> None:
    text = "The ministry said that troops had entered Goma. They had also shelled the airport in Goma."
    going_on = only(text, ClaimKind.ATTACK)
    assert speakers(going_on) == ["The ministry"]
    assert going_on.attribution[0].speaker.because
    plain = "The ministry said that troops had entered Goma. Rebels shelled the airport in Goma."
    assert speakers(only(plain, ClaimKind.ATTACK)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army captured Mekelle on Monday.", "asserted"),
        ("Officials confirmed that the army had captured Bor.", "asserted"),
        ("The army denied that it had bombed the hospital in Kunduz.", "denied"),
        ("The rebels denied having shelled Zinjibar.", "denied"),
        ("The army denied shelling the town of Bor.", "denied"),
        ("The army said the rebels had not captured Marib.", "denied"),
        ("The army claimed that its troops had captured Marib.", "alleged"),
        ("The army alleged that the rebels had shelled Bor.", "alleged"),
        ("The army reportedly captured Mekelle on Monday.", "alleged"),
        ("Reports said that militants had allegedly shelled Zinjibar.", "alleged"),
    ],
)
def test_how_the_speaker_stands_to_it(text: str, stance: str) -> None:
    assert claim(text).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said that the army had shelled the hospital in Taiz, a charge that the army denied.",
        "The rebels said that the army had shelled the hospital in Taiz, but the army denied it.",
    ],
)
def test_a_rebuttal_is_a_denial_beside_the_claim(text: str) -> None:
    told = {(found.stance.value, *speakers(found)) for found in read(text)}
    assert told == {("asserted", "The rebels"), ("denied", "the army")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The rebels captured Marib.", "actual"),
        ("The army will attack Marib next week.", "planned"),
        ("The rebels plan to capture Marib.", "planned"),
        ("The army threatened to bomb Zinjibar.", "planned"),
        ("The rebels could attack Marib.", "possible"),
        ("Militants are expected to attack Bor.", "possible"),
    ],
)
def test_whether_it_happened(text: str, modality: str) -> None:
    assert claim(text).modality == modality


def test_a_condition_is_possible_and_what_it_leads_to_planned() -> None:
    text = "If the rebels capture Bor, the army will bomb the town of Torit."
    assert only(text, ClaimKind.CONTROL).modality == "possible"
    assert only(text, ClaimKind.ATTACK).modality == "planned"


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        ("“We will never surrender,” the president said.", "We will never surrender,", "the president"),
        ('The commander said: "Our troops are in Mekelle."', "Our troops are in Mekelle.", "The commander"),
    ],
)
def test_a_quotation_is_a_statement_of_its_speaker(text: str, quoted: str, speaker: str) -> None:
    statement = only(text, ClaimKind.STATEMENT)
    assert statement.quote.of(text) == quoted
    assert speakers(statement) == [speaker]


def test_a_quotation_goes_on_after_its_speaker_is_named() -> None:
    text = "“The town is calm,” said the mayor. “No shells fell there today.”"
    statements = [found for found in read(text) if found.kind is ClaimKind.STATEMENT]
    assert [found.quote.of(text) for found in statements] == [
        "The town is calm,",
        "No shells fell there today.",
    ]
    assert [speakers(found) for found in statements] == [["the mayor"], ["the mayor"]]


def test_a_word_in_quotation_marks_is_no_statement() -> None:
    assert read('The president called the operation "a crime".') == ()


@pytest.mark.parametrize(
    "text",
    [
        '"Shells killed six people in Shusha," the governor said.',
        'The governor said: "Shells killed six people in Shusha."',
    ],
)
def test_claims_inside_a_quotation_are_its_speakers(text: str) -> None:
    toll = only(text, ClaimKind.TOLL)
    assert [name.lower() for name in speakers(toll)] == ["the governor"]
    assert places(toll) == ["Shusha"]
