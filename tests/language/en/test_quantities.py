import pytest

from warmonitor.language.en.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "approximate"),
    [
        ("killed more than 2,000 people", 2000, None, None, False),
        ("at least 12 were hurt", 12, None, None, False),
        ("almost 880 civilians", None, 880, 880, True),
        ("around 500 civilians", 500, 500, 500, True),
        ("hundreds of people", 200, None, 999, True),
        ("dozens of shells", 24, None, 99, True),
        ("scores of people", 40, None, 99, True),
        ("tens of thousands fled", 20_000, None, 99_999, True),
        ("nearly half a million people", None, 500_000, 500_000, True),
        ("up to 40 fighters", None, None, 40, False),
        ("between 30 and 40 fighters", 30, None, 40, True),
        ("some 30 to 40 people", 30, None, 40, True),
        ("two to three million people", 2_000_000, None, 3_000_000, False),
        ("40 or more", 40, None, None, False),
        ("21 fighters", 21, 21, 21, False),
        ("at least several hundred people", 200, None, None, True),
    ],
)
def test_bounds_follow_the_words(
    text: str, low: int | None, best: int | None, high: int | None, approximate: bool
) -> None:
    (found,) = find_quantities(text)
    quantity = found.quantity
    assert (quantity.low, quantity.best, quantity.high, quantity.approximate) == (
        low,
        best,
        high,
        approximate,
    )
    assert quantity.said == found.span.of(text)


@pytest.mark.parametrize(
    "text",
    ["$40 million", "30 percent", "a 12-year-old", "40 km away", "the 3rd brigade", "at 10:30", "an S-300",
     "two years ago"],
)  # fmt: skip
def test_what_counts_no_people_is_left_out(text: str) -> None:
    assert find_quantities(text) == []
