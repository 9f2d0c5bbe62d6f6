"""One speech in other words is one; look-alikes of one speaker on one day are not."""

import pytest
from literal_claims import Paper, actor, claims_of, reports_of, strands_of

from warmonitor.model import ActorKind
from warmonitor.stages.reconcile import reconcile
from warmonitor.stages.reconcile.paraphrase import Meaning, same_meaning


def same(one: str, other: str) -> bool:
    first, second = Meaning.of(one), Meaning.of(other)
    assert same_meaning(first, second) is same_meaning(second, first)
    return same_meaning(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rebels must surrender their weapons or die.", "Rebels will give up their arms or face death."),
        ("We did not stop the attack on the bridge.", "We continue our assault on the bridge."),
        ("The children began to starve in May.", "In May the kids started starving."),
        ("We freed twelve sick prisoners.", "Our men released 12 prisoners who were sick."),
        ("Every prisoner who is sick was freed.", "All sick prisoners were released."),
    ],
)
def test_one_thing_in_other_words(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will rebuild the bridge at Dorsa.", "We will rebuild the school at Dorsa."),
        ("We freed 12 sick prisoners from the jail.", "We freed 14 sick prisoners from the jail."),
        (
            "We freed sick prisoners from the jail in Dorsa.",
            "We freed sick prisoners from the jail in Torit.",
        ),
        ("We have attacked the camp of the rebels.", "We have not attacked the camp of the rebels."),
        ("The rebels will die.", "The rebels will give up."),
        ("We will fight.", "We shall fight on."),
        ("Our men hold the bridge and the market.", "The enemy shelled the bridge and burnt the market."),
        (
            "Two men were killed and five hurt by a shell.",
            "Sixty men were killed and a hundred hurt by shells.",
        ),
        ("", ""),
    ],
)
def test_two_things_of_one_day_stay_two(one: str, other: str) -> None:
    assert not same(one, other)


ONE = "The rebels must surrender their weapons or die."
TWO = "Rebels will give up their arms or face death."
MAYOR = actor("Olen Mard", kind=ActorKind.PERSON)
MEDIC = actor("medic", kind=ActorKind.PERSON)


def said(speaker: str, on: str = "2024-03-26") -> int:
    papers = []
    for name, words, dated in (("a", ONE, "2024-03-25"), ("b", TWO, on)):
        paper = Paper(name, dated)
        paper.says(f"“{words}” {speaker} said.").statement(by=(speaker,))
        papers.append(paper)
    found = reconcile(
        claims_of(papers), [], reports_of(papers), strands_of(papers), [], [MAYOR, MEDIC]
    ).statements
    return len(found)


def test_a_speaker_in_particular_is_joined_within_days() -> None:
    assert said("Olen Mard") == 1


def test_a_week_apart_it_is_another_speech() -> None:
    assert said("Olen Mard", on="2024-04-02") == 0


def test_nobody_in_particular_is_not_joined() -> None:
    assert said("medic") == 0
