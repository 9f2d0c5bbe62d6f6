"""Text from outside in Markdown stays text."""

import pytest

from warmonitor.model.markdown import escaped, plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Head", "\\# Head"),
        ("[a](http://x.example)", "\\[a\\](http\\://x.example)"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("www.x.example me@x.example", "www\\.x.example me\\@x.example"),
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("12 killed. 3 hurt", "12 killed. 3 hurt"),
        ("  two\nlines ", "two lines"),
    ],
)
def test_markup_is_escaped(text: str, told: str) -> None:
    assert plain(text) == told


def test_a_part_of_a_line_keeps_its_spaces() -> None:
    assert escaped(" 1. a*b ") == " 1. a\\*b "
