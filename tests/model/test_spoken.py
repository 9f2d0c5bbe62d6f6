"""Counts and how ground stands, in plain words."""

import pytest

from warmonitor.model.spoken import counted_words, held_words


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, "men killed"),
        ("1", "man killed"),
        ("about 1", "man killed"),
        ("at least 1", "man killed"),
        ("up to 1", "man killed"),
        ("0 to 1", "men killed"),
        ("11", "men killed"),
        ("number not known", "men killed"),
    ],
)
def test_of_one_the_word_is_singular(told: str | None, said: str) -> None:
    assert counted_words("men", "killed", told) == said


def test_what_is_counted_for_is_said_in_words() -> None:
    assert counted_words("people", "population", "1") == "person living there"


@pytest.mark.parametrize(
    ("status", "holder", "said"),
    [
        ("held", "Lamp Guard", "held by Lamp Guard"),
        ("held", None, "held"),
        ("claimed", "Lamp {} Guard", "claimed by Lamp {} Guard"),
        ("surrounded", "Lamp Guard", "surrounded, Lamp Guard inside"),
        ("surrounded", None, "surrounded"),
        ("contested", "Lamp Guard", "contested"),
        ("unknown", "Lamp Guard", "not known who holds it"),
        ("of another kind", "Lamp Guard", "of another kind"),
    ],
)
def test_ground_is_held_by_whom(status: str, holder: str | None, said: str) -> None:
    assert held_words(status, holder) == said
