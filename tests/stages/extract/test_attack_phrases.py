"""Attacks told by a verb with a small word of its own, and what a bomb is said to have damaged."""

import pytest
from extract_texts import attacks

BOMB = "Remote explosive/landmine/IED"
BURNT = "Looting/property destruction"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels blew up an oil pipeline in Brenno.", (BOMB, "Rebels", "an oil pipeline")),
        ("The bridge was blown up by rebels.", (BOMB, "rebels", "The bridge")),
        ("Fighters set fire to four buses.", (BURNT, "Fighters", "four buses")),
        ("Four buses were set ablaze by fighters.", (BURNT, "fighters", "Four buses")),
        ("Gunmen gunned down two guards.", ("Attack", "Gunmen", "two guards")),
        ("A bomb damaged a bank.", (BOMB, None, "a bank")),
        ("The engineer Paul Moreno, kidnapped last week by rebels, was freed.",
         ("Abduction/forced disappearance", "rebels", "Paul Moreno")),
    ],
)  # fmt: skip
def test_an_attack_by_its_phrase(text: str, told: tuple[str, str | None, str]) -> None:
    found = [
        (sort, who, whom.removeprefix("The engineer ").removeprefix("engineer ") if whom else whom)
        for sort, who, whom in attacks(text)
    ]
    assert told in found
