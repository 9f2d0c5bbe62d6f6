import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("killed 2,000 people", [2000]),
        ("some 1.5 million fled", [1_500_000]),
        ("half a million people", [500_000]),
        ("a quarter of a million", [250_000]),
        ("a million people", [1_000_000]),
        ("twenty-five soldiers and three officers", [25, 3]),
        ("two hundred and six dead", [206]),
        ("two dozen wounded", [24]),
        ("a dozen wounded", [12]),
        ("one hundred thousand", [100_000]),
        ("three thousand four hundred and twelve", [3412]),
        ("١٢ قتيلا", [12]),
        ("5\u200b00 killed", [500]),
        ("370.000 people", [370_000]),
        ("five, six or seven", [5, 6, 7]),
        ("seventy two", [72]),
        ("2.5m people, and 5 m away", [2_500_000, 5]),
        ("9" * 5000 + " killed", []),
        ("² killed", []),
    ],
)
def test_reads_figures_and_words(text: str, values: list[int]) -> None:
    assert [n.value for n in find_numerals(text)] == values


@given(st.text(max_size=80))
def test_spans_lie_in_order_and_inside(text: str) -> None:
    spans = [n.span for n in find_numerals(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(st.integers(min_value=0, max_value=10**11))
def test_grouped_figures_round_trip(value: int) -> None:
    assert [n.value for n in find_numerals(f"about {value:,} people")] == [value]
