"""How words speak of roads: shut or open, one road or all of a place."""

import pytest

from warmonitor.reference.roads.wording import one_road


@pytest.mark.parametrize(
    ("words", "shut"),
    [
        ("the road between Orlen and Tanna is closed", True),
        ("cut the R7", True),
        ("the bridge at Orlen was blown up", True),
        ("the crossing was reopened on Monday", False),
        ("engineers cleared the highway", False),
        ("the road was closed, then reopened", None),
        ("all roads out of Orlen are cut", None),
        ("aid reached Orlen by road", None),
        ("the market was closed", None),
    ],
)
def test_words_say_of_one_road_whether_it_is_shut(words: str, shut: bool | None) -> None:
    assert one_road(words) is shut
