"""A report that comes back to "the strike" tells of one happening, not of a new one."""

import pytest
from literal_claims import Paper, actor, at, claims_of, on, place, reports_of, who

from warmonitor.model import Event
from warmonitor.stages.group import group

PLACES = [place("Brenna", (49.1, 18.2)), place("Oldava", (48.7, 21.2))]
ACTORS = [actor("Norland", "norland"), actor("Sudland", "sudland")]


def events(paper: Paper) -> list[Event]:
    return group(claims_of([paper]), reports_of([paper]), PLACES, ACTORS).events


def lead() -> Paper:
    paper = Paper("a", "2021-03-02")
    first = paper.says("A Norland strike hit the old mill in Brenna on Monday.")
    first.attack(target=who("the old mill", known=False), where=[at("Brenna")], when=on("2021-03-01"),
                 perpetrator="Norland", words="Norland strike hit the old mill")  # fmt: skip
    for number in range(4):
        paper.says(f"Nothing else was said in sentence {number}.")
    return paper


def test_the_strike_is_the_one_told_before() -> None:
    paper = lead()
    paper.says("The union said that the strike came without warning.").attack(words="strike", by=["union"])
    (event,) = events(paper)
    assert len(event.claims) == 2
    assert "told of again in the report" in event.because


def test_the_bombing_of_the_same_building_is_the_one_told_before() -> None:
    paper = lead()
    target = who("the mill", known=False)
    paper.says("Many mourned after the bombing of the mill.").attack(
        target=target, words="bombing of the mill"
    )
    assert len(events(paper)) == 1


@pytest.mark.parametrize(
    ("sentence", "words", "town"),
    [
        ("The union spoke of another strike.", "strike", None),
        ("The union recalled an earlier strike.", "strike", None),
        ("The union said the strike in Oldava was the third.", "strike in Oldava", "Oldava"),
        ("The union told of a strike on a bakery.", "strike on a bakery", None),
    ],
)
def test_another_strike_stays_apart(sentence: str, words: str, town: str | None) -> None:
    paper = lead()
    target = who("a bakery", known=False) if "bakery" in words else None
    paper.says(sentence).attack(target=target, words=words, where=[at(town)] if town else [])
    assert len(events(paper)) == 2


def test_another_doer_is_another_strike() -> None:
    paper = lead()
    paper.says("The strike by Sudland came later.").attack(perpetrator="Sudland", words="strike by Sudland")
    assert len(events(paper)) == 2


def test_a_toll_far_from_the_strike_belongs_to_what_the_report_is_about() -> None:
    paper = lead()
    toll = paper.says("The ministry said five people died.").toll(5, "people", by=["ministry"])
    (event,) = events(paper)
    assert toll.id in event.claims


def test_a_toll_of_another_day_stays_out() -> None:
    paper = lead()
    toll = paper.says("Five people died in January.").toll(5, "people", when=on("2021-01-09"))
    (event,) = events(paper)
    assert toll.id not in event.claims


def test_fighting_elsewhere_is_not_the_strike() -> None:
    paper = lead()
    paper.says("Fighting went on along the road.").attack("clash", words="Fighting")
    assert len(events(paper)) == 2
