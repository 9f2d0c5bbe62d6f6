"""Headings of a digest set the place of what follows, and every lent place says where it comes from."""

import pytest
from extract_texts import of_kind, places

from warmonitor.model import ClaimKind

DIGEST = (
    "Front digest\n\n{heading} Three people were killed by shelling on Friday.\n\n"
    "Roads. Two drivers were killed by a mine."
)


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Kharkiv region.", "Kharkiv region"),
        ("Kharkiv region:", "Kharkiv region"),
        ("In Kherson:", "Kherson"),
        ("On the Donetsk front.", "Donetsk front"),
        ("Wadi Sarn district.\n", "Wadi Sarn district"),
    ],
)
def test_a_heading_sets_the_place_up_to_the_next(heading: str, place: str) -> None:
    first, second = of_kind(DIGEST.format(heading=heading), ClaimKind.TOLL)
    assert places(first) == [place]
    assert places(second) == []


def test_a_place_from_a_heading_says_so() -> None:
    (place,) = of_kind(DIGEST.format(heading="Kharkiv region."), ClaimKind.TOLL)[0].where
    assert place.because == "the heading “Kharkiv region” stands over it"


@pytest.mark.parametrize("heading", ["Civilians.", "Ukrainian side.", "Summary:"])
def test_a_heading_that_names_no_place_sets_none(heading: str) -> None:
    assert places(of_kind(DIGEST.format(heading=heading), ClaimKind.TOLL)[0]) == []


def test_a_place_told_by_the_sentence_goes_before_the_heading() -> None:
    text = "Front digest\n\nKharkiv region. Shelling killed two people in Izium."
    assert places(of_kind(text, ClaimKind.TOLL)[0]) == ["Izium"]


def test_who_pulled_out_left_the_place_told_of_before() -> None:
    text = "Rebels captured Sake on Monday. The army pulled out the same night."
    claim = of_kind(text, ClaimKind.CONTROL)[1]
    assert places(claim) == ["Sake"]
    assert claim.where[0].because == "the place told of just before"


@pytest.mark.parametrize("text", ["The rebels withdrew.", "The party withdrew from the talks."])
def test_a_loss_of_no_place_is_no_claim(text: str) -> None:
    assert of_kind(text, ClaimKind.CONTROL) == []
