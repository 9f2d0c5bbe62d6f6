"""Where a claim is meant to have happened, as the text names it."""

import pytest
from extract_texts import of_kind, only, places, read

from warmonitor.model import ClaimKind


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Twelve people were killed in Aden.", ["Aden"]),
        ("In the town of Kupiansk, shelling killed two people.", ["the town of Kupiansk"]),
        ("The Kharkiv governor said that two people were killed in Izium.", ["Izium"]),
        ("Speaking in Cairo, the minister said that 40 people had died in Bor.", ["Bor"]),
        ("Half a million people were displaced by the fighting in Tigray.", ["Tigray"]),
        ("A roadside bomb killed three soldiers near Ghazni.", ["Ghazni"]),
        ("Twenty people were killed and 45 others wounded in Gaza City.", ["Gaza City"]),
        ("A drone strike on the market of Dorsa, some 25 km west of Melu, killed 14 people.", ["Dorsa"]),
        ("The strike on the Bela detention centre killed nine.", ["the Bela detention centre"]),
        ("The shelling of a school in Tamra left four children dead.", ["Tamra"]),
        (
            "Shelling killed nine people in Kramatorsk in the Donetsk region.",
            ["Kramatorsk", "the Donetsk region"],
        ),
    ],
)
def test_the_places_of_a_toll(text: str, where: list[str]) -> None:
    assert places(of_kind(text, ClaimKind.TOLL)[0]) == where


def test_the_home_of_a_speaker_is_not_the_place() -> None:
    text = "The mayor of Kharkiv said that two people were killed."
    assert places(only(text, ClaimKind.TOLL)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fighters attacked the town of Afgooye. Six civilians were killed.",
        "Clashes broke out in Afgooye.\n\nSix civilians were killed.",
        "Clashes broke out in Afgooye. Six civilians were killed between 4 and 5 March 2021.",
    ],
)
def test_a_toll_without_a_place_takes_the_one_told_just_before(text: str) -> None:
    (place,) = only(text, ClaimKind.TOLL).where
    assert place.said.endswith("Afgooye")
    assert place.because == "the place told of just before"


def test_a_place_of_control_is_not_lent_to_the_next_paragraph() -> None:
    text = "Rebels captured Sake.\n\nSix civilians were killed."
    assert places(only(text, ClaimKind.TOLL)) == []


def test_the_place_of_a_speaker_s_words_goes_on_in_the_next_paragraph() -> None:
    text = (
        "Soldiers entered Harun on Monday, a commander said."
        "\n\nThe commander said that 30 men had been killed. Two of his own men died."
    )
    first, second = of_kind(text, ClaimKind.TOLL)
    assert places(first) == places(second) == ["Harun"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("In the town of Kolda, troops shot at a bus. Three men were killed.", ["the town of Kolda"]),
        ("In Harun, where the army had a post, families fled. Six people were killed.", ["Harun"]),
        ("In Harun families fled. Shells hit Bor. Six people were killed.", ["Bor"]),
        ("In Geneva, a minister said that the army had moved. Six people were killed.", []),
    ],
)
def test_the_opening_of_a_paragraph_sets_the_place(text: str, where: list[str]) -> None:
    assert places(of_kind(text, ClaimKind.TOLL)[-1]) == where


def test_a_campaign_lends_its_place_to_its_total() -> None:
    text = "The offensive on Fallujah began on 23 May 2016. The fighting has displaced 80,000 people."
    (place,) = only(text, ClaimKind.TOLL).where
    assert place.said == "Fallujah"
    assert place.because


def test_a_pronoun_is_kept_for_grounding() -> None:
    text = "The town of Bucha lies near Kyiv. Artillery shelled it on Monday."
    (place,) = only(text, ClaimKind.ATTACK).where
    assert place.span.of(text) == place.said == "it"


def test_a_dateline_is_no_place() -> None:
    text = "KYIV, 3 June (Agency) - Shelling killed nine people in Donetsk."
    assert {tuple(places(claim)) for claim in read(text)} == {("Donetsk",)}


def test_what_suffers_is_the_town_not_the_road_it_lies_on() -> None:
    text = "Troops may move on to Izium, a town on the highway that has been subjected to heavy air strikes."
    assert places(of_kind(text, ClaimKind.ATTACK)[0]) == ["Izium"]
