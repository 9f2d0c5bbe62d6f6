"""Who is a speaker: no day, no figure, no thing, wherever a tree hangs it."""

import pytest
from extract_texts import read, speakers


def told(text: str) -> list[list[str]]:
    """The speakers of each claim of a text, those alike once."""
    found = [speakers(claim) for claim in read(text)]
    return [chain for at, chain in enumerate(found) if chain not in found[:at]]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Wednesday 3 May 2017 Orlo police say 22 people were killed in Velm.", [["Orlo police"]]),
        ("12 dead after strikes on Orlo, the ministry says.", [["the ministry"]]),
        ("It tells whose planes bombed Orlo according to flight patterns and munitions used.", []),
        ("At least 12 people were killed in Orlo, twin blasts and a shell reported.", [[]]),
        ("The shells said to be Velonian killed 12 people in Orlo.", [[]]),
        ("Shells killed 12 people in Orlo, the mortar said.", [[]]),
    ],
)
def test_days_figures_and_things_say_nothing(text: str, chains: list[list[str]]) -> None:
    assert [chain for chain in told(text) if chain not in ([], ["It"])] == [c for c in chains if c]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Activists said shells killed 12 people in Orlo.", "Activists"),
        ("The hospital said 12 people were killed in Orlo.", "The hospital"),
        ("The majority said that shells had killed 12 people in Orlo.", "The majority"),
        ("According to satellite images, shells killed 12 people in Orlo.", "satellite images"),
        ("The news desk said shells killed 12 people in Orlo.", "The news desk"),
    ],
)
def test_bodies_and_what_is_published_do(text: str, speaker: str) -> None:
    assert told(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Shells killed 12 people in the town of Orlo a monitor said.", "a monitor"),
        (
            "Shells killed 12 people in Orlo on Friday the provincial governor said.",
            "the provincial governor",
        ),
        ("In the first report the army said 12 people were killed in Orlo.", "the army"),
    ],
)
def test_a_speaker_put_in_without_a_comma_is_heard(text: str, speaker: str) -> None:
    assert told(text) == [[speaker]]


def test_whom_somebody_killed_is_no_speech() -> None:
    assert told("Four soldiers were killed in Orlo by a shell the army fired.") == [[]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Shells killed 12 people in Orlo, Sunday the monitor said.", "the monitor"),
        ("Meanwhile police said shells killed 12 people in Orlo.", "police"),
        ("Nearly 20 residents said shells killed 12 people in Orlo.", "Nearly 20 residents"),
    ],
)
def test_days_and_adverbs_are_no_part_of_a_name(text: str, speaker: str) -> None:
    assert told(text) == [[speaker]]


def test_who_issued_a_report_is_behind_it() -> None:
    assert told("The council published a report stating that 12 people were killed in Orlo.") == [
        ["The council"]
    ]


def test_who_responds_with_force_says_nothing() -> None:
    assert told("The army responded with force to protests in Orlo.") in ([], [[]])
    assert told("The army responded that it had captured Orlo.") == [["The army"]]
