from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.parser.features import KINDS, keys, plain, shape


def test_figures_of_the_same_form_share_their_keys() -> None:
    assert keys("2,417") == keys("9,038")
    assert keys("2,417")[0] != keys("24,17")[0]


def test_invisible_characters_and_typographic_marks_do_not_count() -> None:
    assert keys("1\u200b200") == keys("1200")
    assert keys("n’t") == keys("n't")
    assert plain("“") == '"'


def test_capitals_change_the_shape_alone() -> None:
    assert keys("Alder")[:-1] == keys("ALDER")[:-1]
    assert (shape("Alder"), shape("ALDER"), shape("F-16s")) == ("Xxxx", "XXX", "X-ddx")


def test_a_name_of_several_words_is_seen_by_its_last() -> None:
    assert keys("Tal Alder") == keys("Alder")
    assert keys(" ") != keys("")


@given(st.text(max_size=60))
def test_any_text_has_a_key_of_each_kind(text: str) -> None:
    assert len(keys(text)) == len(KINDS)
    assert all(0 <= key < 2**32 for key in keys(text))
