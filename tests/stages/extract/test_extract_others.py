"""Movements and access."""

import pytest
from extract_texts import agreed, of_kind

from warmonitor.model import ClaimKind


@pytest.mark.parametrize(
    ("text", "parties", "where"),
    [
        (
            "The army reopened the highway between Damascus and Homs.",
            ["The army"],
            ["Damascus", "Homs"],
        ),
        ("The army closed the road to Lashio.", ["The army"], ["Lashio"]),
        ("The rebels blocked aid to Maaret.", ["The rebels"], ["Maaret"]),
        ("The border crossing at Nassib was reopened on Monday.", [], ["Nassib"]),
    ],
)
def test_a_way_opened_or_closed(text: str, parties: list[str], where: list[str]) -> None:
    assert agreed(text, ClaimKind.ACCESS) == [(parties, where)]


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        ("Troops advanced towards Tripoli.", "Troops", "Tripoli"),
        ("Reinforcements arrived in Lashio on Friday.", "Reinforcements", "Lashio"),
        ("Turkey sent troops to Misrata.", "Turkey", "Misrata"),
        ("The fleet sailed to Berbera.", "The fleet", "Berbera"),
    ],
)
def test_a_movement_with_its_goal(text: str, who: str, place: str) -> None:
    assert agreed(text, ClaimKind.MOVEMENT) == [([who], [place])]


@pytest.mark.parametrize("text", ["Delegates moved to Geneva.", "The minister travelled to Geneva."])
def test_who_does_not_fight_makes_no_movement(text: str) -> None:
    assert of_kind(text, ClaimKind.MOVEMENT) == []
