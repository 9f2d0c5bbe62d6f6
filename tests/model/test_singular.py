"""Words for people in the singular, as they stand after the number one."""

import pytest

from warmonitor.model.singular import one_of


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("people", "person"),
        ("men", "man"),
        ("Women", "Woman"),
        ("civilians", "civilian"),
        ("government soldiers", "government soldier"),
        ("aid workers", "aid worker"),
        ("children", "child"),
        ("families", "family"),
        ("members of the council", "member of the council"),
        ("women and children", "women and children"),
        ("witnesses", "witness"),
        ("police", "police"),
        ("medical staff", "medical staff"),
        ("woman", "woman"),
        ("third rescuer", "third rescuer"),
        ("dead", "dead"),
        ("actress", "actress"),
        ("s", "s"),
        ("", ""),
        ("ضحايا", "ضحايا"),
    ],
)
def test_one_of_many(many: str, one: str) -> None:
    assert one_of(many) == one
