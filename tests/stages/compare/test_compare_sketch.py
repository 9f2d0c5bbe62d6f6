"""Sketches: near copies share bands and rows, other texts do not, and they are the same on every machine."""

import random

from warmonitor.model import Placing
from warmonitor.stages.compare import sketch

WORDS = [f"word{number}" for number in range(4000)]


def shares(kept: float, pairs: int = 60) -> tuple[float, float]:
    """Of pairs of texts with that share of words in common: how many share a band, how many are near."""
    chance = random.Random(4)
    bands = near = 0
    for _ in range(pairs):
        text = [chance.choice(WORDS) for _ in range(300)]
        cut = int(kept * len(text))
        other = text[:cut] + [chance.choice(WORDS) for _ in range(len(text) - cut)]
        first, second = (Placing(bands=sketch(" ".join(one))) for one in (text, other))
        bands += not set(first.bands).isdisjoint(second.bands)
        near += first.near(second)
    return bands / pairs, near / pairs


def test_texts_with_half_of_their_runs_in_common_are_near() -> None:
    assert min(shares(0.7)) >= 0.95


def test_what_a_site_puts_under_each_page_makes_none_near() -> None:
    assert max(shares(0.15)) <= 0.1
    assert shares(0.35)[1] == 0


def test_letter_case_and_marks_do_not_matter_and_the_order_of_words_does() -> None:
    told = "Shells hit the grain market in Orlen on Tuesday morning, the harbour master said."
    assert sketch(told) == sketch(told.upper().replace(",", ""))
    assert sketch(told) != sketch(" ".join(told.split()[::-1]))


def test_short_texts_have_a_sketch_and_empty_ones_none() -> None:
    assert sketch("") == sketch("… !") == ()
    assert len(sketch("Shells")) == len(set(sketch("Shells hit Orlen"))) == 32
    assert sketch("Shells hit") != sketch("Shells hit Orlen")


def test_a_sketch_is_the_same_everywhere() -> None:
    made = sketch("Shells hit the grain market in Orlen on Tuesday morning")
    assert (made[0], made[-1]) == (127611477739687577, 4510696446592314167)
    assert all(0 <= band < 1 << 62 for band in made)
