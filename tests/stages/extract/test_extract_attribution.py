"""Who is behind words that trees hide, that come over several hands, or that nobody is named for."""

import pytest
from extract_texts import of_kind, only, read, report, speakers, words

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Claim, ClaimKind, Toll
from warmonitor.stages.extract.reading import read as read_report
from warmonitor.stages.extract.speech.attributed import attributed


def toll(text: str) -> Claim:
    return only(text, ClaimKind.TOLL)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("About 3,000 people have fled Bor since May, OCHA estimates.", ["OCHA"]),
        ("It says 93 civilians have been killed in Bor, but gives no names.", ["It"]),
        ("Clinics that work with us reported between 32 and 35 civilians killed in Bor.", ["Clinics"]),
        ("Medics at the hospital in Bor counted 14 bodies.", ["Medics at the hospital in Bor"]),
        ("The government had spoken of more than 200 dead in Bor.", ["The government"]),
        ("The ministry owned to 14 dead in Bor.", ["The ministry"]),
        ("The war has killed 12,000 people, by the count of the monitor Ilmen.", ["the monitor Ilmen"]),
        ("Ten civilians were killed in May (Ilmen).", ["Ilmen"]),
        ("Ten civilians died in the fighting (Source: Ministry of Health).", ["Ministry of Health"]),
        ("The rebel group NIMF claimed that it had killed 12 soldiers in Bor.", ["The rebel group NIMF"]),
        ("The office has received reports that gunmen shot dead 50 officers in Bor.", ["The office"]),
        ("A doctor has a list of 51 dead by name.", ["A doctor"]),
        ("The Rights Office keeps a record of 300 civilians killed.", ["The Rights Office"]),
        ("The town has a toll of 40 dead.", []),
        ("Army: 12 rebels killed in Bor", ["Army"]),
        ("26 civilians killed in Bor since 23 May (Coast Guard)", ["Coast Guard"]),
        ("Shells hit Bor and killed nine, Lowland Aid, the charity that works there, said.", ["Lowland Aid"]),
        ("Nine people died in Bor, Olen Mard, who runs the clinic, said on Friday.", ["Olen Mard"]),
        ("The governor of Bor has lowered his estimate of villagers killed to 60.", ["The governor of Bor"]),
        ("Bor: 12 people killed by shells", []),
        ("Twelve soldiers were killed by the Arvel Army Group (AAG).", []),
    ],
)
def test_who_says_a_number(text: str, chain: list[str]) -> None:
    assert speakers(toll(text)) == chain


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The agency quoted a medic as saying that nine people had died in Bor.", "a medic", "The agency"),
        ("A medic was quoted by the agency as saying that nine people had died.", "A medic", "the agency"),
        ("A medic was quoted as saying that nine people had died in Bor.", "A medic", None),
        (
            "The daily Herald, which cited a medic, said nine people had died in Bor.",
            "a medic",
            "The daily Herald",
        ),
        ("The agency, quoting a medic, said nine people had died in Bor.", "a medic", "The agency"),
    ],
)
def test_who_is_quoted_speaks_by_way_of_who_quotes(text: str, speaker: str, via: str | None) -> None:
    (link,) = toll(text).attribution
    assert (link.speaker.said, words(link.via)) == (speaker, via)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Troops shelled Bor, the ministry said. The statement went on that nine rebels had been killed.",
            "the ministry",
        ),
        ("According to the clinic, 39 civilians were wounded in Bor. Three of them died.", "the clinic"),
        (
            "Nine people died in a raid on Bor, the clinic has confirmed. A further 30 were wounded.",
            "the clinic",
        ),
        ("Twelve people were killed in Bor, a medic said. Another 20 people were hurt.", "a medic"),
        ("A medic said that 20 rebels had been killed in Bor. Two of his own men died.", "A medic"),
        ("Rockets hit Bor on Wednesday, officials said. No one was killed in the town.", "officials"),
    ],
)
def test_the_speaker_of_the_sentence_before_is_carried_on(text: str, speaker: str) -> None:
    last = of_kind(text, ClaimKind.TOLL)[-1]
    assert speakers(last) == [speaker]
    assert last.attribution[0].speaker.because


@pytest.mark.parametrize(
    "after",
    [
        "Shells killed three soldiers in Torit.",
        "Another 12 people were killed in Torit.",
        "More than 300 people were hurt.",
    ],
)
def test_a_sentence_of_its_own_is_the_outlet_s(after: str) -> None:
    text = f"According to the clinic, 39 civilians were wounded in Bor. {after}"
    assert speakers(of_kind(text, ClaimKind.TOLL)[-1]) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The front claimed responsibility for a bombing in Bor that left seven dead.", []),
        ("The minister denied firing on the post in Bor, where two observers were wounded on Monday.", []),
        ("The front claimed that a bombing in Bor had left seven dead.", ["The front"]),
    ],
)
def test_what_only_says_which_happening_is_meant_is_the_outlet_s(text: str, speaker: list[str]) -> None:
    assert speakers(toll(text)) == speaker


def test_a_second_verb_of_speech_has_the_first_one_s_speaker() -> None:
    text = "A rebel official denied that Bor had fallen and said that Torit was still in rebel hands."
    told = {(found.stance.value, *speakers(found)) for found in of_kind(text, ClaimKind.CONTROL)}
    assert told == {("denied", "A rebel official"), ("asserted", "A rebel official")}


@pytest.mark.parametrize(
    "text",
    [
        "The army is believed to have shelled the market in Bor.",
        "It is said that the army shelled the market in Bor.",
        "There were reports that the army had shelled the market in Bor.",
        "There were unconfirmed claims that the army had shelled the market in Bor.",
    ],
)
def test_what_nobody_says_is_kept_at_a_distance(text: str) -> None:
    found = only(text, ClaimKind.ATTACK)
    assert (found.stance, speakers(found)) == ("alleged", [])


@pytest.mark.parametrize(
    "text",
    [
        "The minister said it was possible that the rebels had captured Bor.",
        "It was not possible to confirm that the rebels had captured Bor.",
        "The monitor could not verify that the rebels had captured Bor.",
        "Neither side confirmed that the rebels had captured Bor.",
        "The army never said that the rebels had captured Bor.",
    ],
)
def test_what_is_left_open_is_possible(text: str) -> None:
    assert only(text, ClaimKind.CONTROL).modality == "possible"


def test_who_refuses_to_comment_says_nothing() -> None:
    text = "A spokesman for the rebels declined to comment on reports that 20 fighters had been killed."
    assert [speakers(found) for found in read(text)] == [[]]


def test_a_claim_in_a_noun_is_its_owner_s() -> None:
    text = "The army's claim that it had captured Bor was rejected by the rebels."
    told = {(found.stance.value, *speakers(found)) for found in read(text)}
    assert told == {("alleged", "The army"), ("denied", "the rebels")}
    text = "The army's claim to have killed 30 rebels in Bor could not be verified."
    assert (speakers(toll(text)), toll(text).modality) == (["The army"], "possible")


def test_nobody_is_behind_what_was_not_said() -> None:
    assert speakers(toll("Neither side confirmed that 14 soldiers had been killed in Bor.")) == []


def test_a_number_put_against_another_has_its_own_speaker() -> None:
    text = "Local media reported that 14 people had been killed, although the ministry put the toll at nine."
    assert [speakers(found) for found in of_kind(text, ClaimKind.TOLL)] == [["Local media"], ["the ministry"]]


def test_something_denied_is_a_denial_beside_the_claim() -> None:
    text = "The governor said the rebels had captured Bor, something the ministry denied."
    told = {(found.stance.value, *speakers(found)) for found in read(text)}
    assert told == {("asserted", "The governor"), ("denied", "the ministry")}


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        ("Troops entered Bor, officials said. Shells hit the convoy in Torit, killing five of them.", 5, []),
        ("The ministry released a list of 14 soldiers who were killed in Bor.", 14, []),
        ("Twelve people were confirmed killed in Bor.", 12, []),
    ],
)
def test_what_is_no_speech_brings_no_speaker(text: str, number: int, speaker: list[str]) -> None:
    (found,) = (
        t
        for t in of_kind(text, ClaimKind.TOLL)
        if isinstance(t.detail, Toll) and t.detail.quantity.best == number
    )
    assert (speakers(found), found.stance) == (speaker, "asserted")


def pieces(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each attribution of a text, likely ones only."""
    found = attributed(read_report(report(text), load_parser(), whole=True))
    cut = [[[span.of(text) for span in part] for part in (a.source, a.cue, a.content)] for a in found]
    return [(source, cue, content) for source, cue, content in cut if source]


def test_attributions_are_stretches_of_the_text() -> None:
    text = "The harbour guard said that two boats had sunk."
    assert pieces(text) == [(["The harbour guard"], ["said"], ["that two boats had sunk"])]


def test_a_quotation_over_several_sentences_is_content_of_one_attribution() -> None:
    text = '"We saw the boats go down. Nobody came to help us that night," the harbour guard said.'
    ((source, cue, content),) = pieces(text)
    assert (source, cue) == (["the harbour guard"], ["said"])
    assert '"We saw the boats go down. Nobody came to help us that night,"' in content


def test_a_text_without_words_has_no_attributions() -> None:
    assert pieces("") == []
