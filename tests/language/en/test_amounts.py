"""Numbers with what they measure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.amounts import find_amounts


def read(text: str) -> list[tuple[str, str]]:
    return [(a.span.of(text), a.measures) for a in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The post lies 8 km (5.0 mi) from Bor.", [("8 km", "length"), ("5.0 mi", "length")]),
        ("Prices rose 2.4% a year.", [("2.4% a year", "share")]),
        ("More than 2,000 books burned.", [("More than 2,000", "count")]),
        ("Hundreds of thousands fled.", [("Hundreds of thousands", "count")]),
        ("A 14-year-old fled two convoys.", [("14-year-old", "age"), ("two", "count")]),
        ("They dug three wells on 40 hectares.", [("three", "count"), ("40 hectares", "area")]),
        ("The plant gave 84 MW.", [("84 MW", "power")]),
        ("A truck held 12 tonnes.", [("12 tonnes", "weight")]),
    ],
)
def test_amounts_with_their_units(text: str, amounts: list[tuple[str, str]]) -> None:
    assert read(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019 they left.",
        "It cost $40 a day.",
        "They waited six or seven hours.",
        "They paid two Sudanese pounds.",
        "Resolution 2254 was read.",
        "The 4th Division stayed.",
        "As was said before.[3]",
        "It lies at 33.783°N 44.500°E.",
        "The shop opened at 9 a.m. and 10:30.",
        "One of them stayed; several left.",
        "In the war of 1980-88 it stood.",
    ],
)
def test_what_measures_nothing_is_no_amount(text: str) -> None:
    assert read(text) == []


@given(st.text(max_size=200))
def test_amounts_lie_in_any_text_and_do_not_meet(text: str) -> None:
    found = find_amounts(text)
    assert all(0 <= a.span.start < a.span.end <= len(text) for a in found)
    assert all(not a.span.meets(b.span) for a, b in pairwise(found))
