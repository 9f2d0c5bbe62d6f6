"""What is compared of a report: names by sound, days, towns, running numbers; and what each weighs."""

from dataclasses import replace
from datetime import date

import pytest
from literal_claims import Paper, at, on, place

from warmonitor.model import ActorIndex, Dated, DatedHow, Place, PlaceIndex, Report
from warmonitor.stages.group.coverage.days import days_of
from warmonitor.stages.group.coverage.evidence import evidence, look_alikes, weigh
from warmonitor.stages.group.coverage.rarity import Rarity
from warmonitor.stages.group.coverage.signature import Signature, signature_of
from warmonitor.stages.group.coverage.weights import load_weights, sureness
from warmonitor.stages.group.coverage.words import stem, words_of
from warmonitor.stages.group.facts import Scene

WRITTEN = Dated(date(2027, 3, 5), date(2027, 3, 5), DatedHow.STATED)  # a Friday
PLACES = [
    place("Oldava", (49.0, 37.0)),
    place("Krivets", (49.5, 37.0)),
    place("Brenik", (49.1, 37.0)),
    place("Rudovo"),
]


def report(text: str, title: str | None = None, url: str | None = None, dated: Dated = WRITTEN) -> Report:
    return Report("report-a", "s", "s", text, title=title, url=url, dated=dated)


def signed(name: str, *towns: str, day: str = "2027-03-04", places: list[Place] = PLACES) -> Signature:
    paper = Paper(name, day)
    paper.says(f"Rockets fell on {day}.").attack("shelling", where=[at(town) for town in towns], when=on(day))
    return signature_of(paper.report(), paper.claims, Scene({}, PlaceIndex.of(places), ActorIndex()))


def test_spellings_of_a_name_have_one_key() -> None:
    one, other = words_of(report("They fled Kafr Hamrah.")), words_of(report("They fled Kfar Hamra."))
    assert one.counts.keys() == other.counts.keys()


def test_a_word_written_small_elsewhere_is_no_name() -> None:
    words = words_of(report("Rockets fell. The rockets hit Oldava."))
    assert [key for key in words.counts if key.startswith("@")] == ["@uldava"]
    assert words.said["@uldava"] == "Oldava"


def test_ground_near_a_town_meets_reports_of_the_town() -> None:
    around = replace(place("the area near Krivets", (49.5, 37.0)), of="place-Krivets")
    near = signed("near", "the area near Krivets", places=[*PLACES, around])
    assert near.spots == signed("town", "Krivets").spots


@pytest.mark.parametrize("word", ["shelling", "shelled", "shells", "shell"])
def test_forms_of_a_word_meet(word: str) -> None:
    assert stem(word) == "shell"


def test_title_and_first_words_are_the_lead() -> None:
    words = words_of(report("Far " * 60 + "Oldava", title="Krivets burns"))
    assert "@uldava" not in words.lead
    assert words.title <= words.lead


def test_days_of_the_lead_are_resolved_against_the_day_of_writing() -> None:
    found = days_of(report("On Wednesday, two days after March 1, shells fell."))
    assert found.weekdays == {2}
    assert found.month_days == {(3, 1)}
    assert found.days == {date(2027, 3, 1), date(2027, 3, 3)}


def test_the_day_of_writing_stands_in_the_address_where_none_is_stated() -> None:
    undated = report("Shells fell on Monday.", url="https://paper.example/2027/03/02/shells", dated=Dated())
    assert days_of(undated).written == date(2027, 3, 2)
    assert days_of(undated).days == {date(2027, 3, 1)}
    assert days_of(report("x", url="https://paper.example/2027/13/41/x", dated=Dated())).written is None


def test_one_town_on_two_days_and_two_towns_far_apart_are_look_alikes() -> None:
    assert look_alikes(signed("a", "Oldava"), signed("b", "Oldava", day="2027-03-07"))
    assert not look_alikes(signed("a", "Oldava"), signed("b", "Oldava", day="2027-03-05"))
    assert look_alikes(signed("a", "Oldava"), signed("b", "Krivets"))
    assert not look_alikes(signed("a", "Oldava"), signed("b", "Brenik"))
    assert not look_alikes(signed("a", "Oldava"), signed("b", "Rudovo"))


def test_running_numbers_of_one_site_tell_pages_of_other_weeks() -> None:
    def found(first: str, second: str) -> float:
        rarity = Rarity()
        pair = [weigh(signature_of(report("x", url=url), (), Scene({}, PlaceIndex(), ActorIndex())), rarity)
                for url in (first, second)]  # fmt: skip
        return evidence(*pair)["running numbers apart"]

    assert found("https://a.example/?p=200100", "https://a.example/?p=209000") == 1
    assert found("https://a.example/?p=200100", "https://a.example/?p=200200") == 0
    assert found("https://a.example/?p=200100", "https://b.example/?p=209000") == 0


def test_every_weight_has_its_evidence_and_the_sign_that_its_name_says() -> None:
    rarity = Rarity()
    one = weigh(signed("a", "Oldava"), rarity)
    _, _, weights = load_weights()
    assert weights.keys() == evidence(one, one).keys()
    against = {name for name in weights if "apart" in name} | {"one site", "no town shared"}
    assert {name for name, weight in weights.items() if weight < 0} == against
    assert sureness(dict.fromkeys(weights, 0.0)) < 0.01
