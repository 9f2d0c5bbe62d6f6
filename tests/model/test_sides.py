"""One rule for the colour and stroke of a side: the same for the same account, however it is told."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model.sides import others, signs_of


def test_the_side_with_most_spells_comes_first_and_equals_go_by_name() -> None:
    signs = signs_of({"River Men": 2, "Lamp Guard": 7, "": 9, "Hill Band": 2})
    assert list(signs) == ["Lamp Guard", "Hill Band", "River Men"]
    assert signs["Lamp Guard"].strokes == ()


@settings(max_examples=50)
@given(st.dictionaries(st.text(), st.integers(1, 9), max_size=12))
def test_order_of_input_changes_no_sign_and_no_two_sides_share_one(spells: dict[str, int]) -> None:
    signs = signs_of(spells)
    assert signs == signs_of(dict(reversed(spells.items())))
    looks = [others(), *signs.values()]
    assert len({look.colour for look in looks}) == len(looks)
    assert len({look.strokes for look in signs.values()}) == len(signs)


def test_colours_stand_out_from_paper_and_strokes_stay_in_their_sign() -> None:
    signs = [*signs_of({str(number): 1 for number in range(99)}).values(), others()]
    assert len(signs) > 5
    for sign in signs:
        assert re.fullmatch("#[0-9a-f]{6}", sign.colour)
        assert 1.05 / (_light(sign.colour) + 0.05) >= 3
        assert all(len(line) >= 4 and len(line) % 2 == 0 for line in sign.strokes)
        assert all(-1 <= end <= 1 for line in sign.strokes for end in line)


def _light(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    ends = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in ends)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
