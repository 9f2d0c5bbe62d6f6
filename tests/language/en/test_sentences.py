import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.sentences import sentences


def seen(text: str) -> str:
    return "".join(text.replace("\u200b", " ").split())


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left!  Three?", ["One came.", "Two left!", "Three?"]),
        ("Gen. J. R. Alder spoke. He left.", ["Gen. J. R. Alder spoke.", "He left."]),
        ("It fell on Aug. 20. It rose.", ["It fell on Aug. 20.", "It rose."]),
        ("It fell in Aug. The army left.", ["It fell in Aug.", "The army left."]),
        ("The U.S. Army left the U.S. It was late.", ["The U.S. Army left the U.S.", "It was late."]),
        ("At 5 p.m. Monday it fell. At 6 a.m. Rebels came.",
         ["At 5 p.m. Monday it fell.", "At 6 a.m.", "Rebels came."]),
        ("No. 3 came. He said no. Then he left.", ["No. 3 came.", "He said no.", "Then he left."]),
        ("“Why now?” he asked. “Go!” Men ran.", ["“Why now?” he asked.", "“Go!”", "Men ran."]),
        ('He said: "We won." She left.', ['He said: "We won."', "She left."]),
        ("They fled... and came back... Then it fell.", ["They fled... and came back...", "Then it fell."]),
        ("Some 3.5 km away. 12 died.", ["Some 3.5 km away.", "12 died."]),
        ("It fell.The army left.", ["It fell.", "The army left."]),
        ("It fell. al-Dulun burned.", ["It fell.", "al-Dulun burned."]),
        ("A headline without a mark\n\nThe text", ["A headline without a mark", "The text"]),
        ("A headline\nThe text. More", ["A headline", "The text.", "More"]),
        ("1. First item\n2. Second item", ["1. First item", "2. Second item"]),
        ("THE ARMY LEFT. GEN. ALDER STAYED.", ["THE ARMY LEFT.", "GEN. ALDER STAYED."]),
        ("  ", []),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_lines_wrapped_at_a_width_stay_one_sentence() -> None:
    text = (
        "The column of trucks left the northern depot before dawn and moved\n"
        "along the river road to the crossing, where the guards waited for\n"
        "the second group to arrive with fuel and bread for the villagers\n"
        "who had stayed.\n\nNobody was hurt."
    )
    assert [s.split()[0] for s in cut(text)] == ["The", "Nobody"]


@given(st.text(alphabet=" \nabZ.?!”“\"'1\u200b", max_size=120))
def test_sentences_cover_all_words_in_order(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert seen("".join(s.of(text) for s in found)) == seen(text)
