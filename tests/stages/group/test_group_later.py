"""A strike told of again weeks later is the one that it can mean; where two can be meant it stays alone."""

import pytest
from literal_claims import Paper, at, claims_of, day, on, place, reports_of, who

from warmonitor.model import Event, When, WhenPrecision
from warmonitor.stages.group import group

PLACES = [place("Tarvo", (40.0, 20.0)), place("Elmet", (40.9, 20.9))]
MARCH = When(day("2031-03-01"), day("2031-03-31"), "last month", WhenPrecision.MONTH)
UNTOLD = When(day("2031-04-08"), day("2031-04-14"))


def events(*papers: Paper) -> list[Event]:
    return group(claims_of(papers), reports_of(papers), PLACES, []).events


def first(
    name: str = "first", dated: str = "2031-03-02", target: str = "clinic", where: str = "Tarvo"
) -> Paper:
    paper = Paper(name, dated)
    words = f"An air strike hit the {target} of {where}"
    sentence = paper.says(f"{words}, killing nine people.")
    sentence.attack(target=who(target, known=False), where=[at(where)], when=on(dated), words=words)
    sentence.toll(9, "people", where=[at(where)], when=on(dated), words="killing nine people")
    return paper


def later(lead: str, words: str, when: When, target: str | None = "clinic", where: str = "Tarvo") -> Paper:
    paper = Paper("later", "2031-04-14")
    sentence = paper.says(f"{lead} {words} killed 14 people, the hospital now says.")
    aimed = who(target, known=False) if target else None
    sentence.attack(target=aimed, where=[at(where)], when=when, words=words)
    sentence.toll(14, "people", where=[at(where)], when=when, words="killed 14 people")
    return paper


@pytest.mark.parametrize(
    ("lead", "words", "when"),
    [
        ("The air", "strike on the clinic of Tarvo last month", MARCH),
        ("An", "air strike on a clinic of Tarvo last month", MARCH),
        ("The", "bombing of the clinic of Tarvo", UNTOLD),
        ("March 2's", "attack on the clinic of Tarvo", UNTOLD),
    ],
)
def test_the_strike_of_last_month_is_the_one_told_then(lead: str, words: str, when: When) -> None:
    (event,) = events(first(), later(lead, words, when))
    assert len(event.claims) == 4
    assert event.when.earliest == event.when.latest == day("2031-03-02")
    assert "told of again by a later report" in event.because


@pytest.mark.parametrize(
    "other",
    [
        later("An", "air strike on a clinic of Tarvo", UNTOLD),
        later("The", "air strikes on the clinic of Tarvo last month", MARCH),
        later("The", "air strike on the school of Tarvo last month", MARCH, "school"),
        later("The", "air strike on the clinic of Elmet last month", MARCH, where="Elmet"),
        later("The", "air strike on the clinic", When(day("2031-02-01"), day("2031-02-28"), "in February")),
    ],
)
def test_another_strike_stays_apart(other: Paper) -> None:
    assert not any(len(event.claims) > 2 for event in events(first(), other))


def test_where_two_can_be_meant_it_is_neither() -> None:
    second = first("second", "2031-03-20")
    found = events(first(), second, later("The", "air strike on the clinic of Tarvo last month", MARCH))
    assert sorted(len(event.claims) for event in found) == [2, 2, 2]


def test_the_same_target_decides_between_two() -> None:
    second = first("second", "2031-03-20", "school")
    found = events(first(), second, later("The", "air strike on the clinic of Tarvo last month", MARCH))
    assert sorted(len(event.claims) for event in found) == [2, 4]
