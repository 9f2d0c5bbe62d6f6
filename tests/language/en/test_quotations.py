import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We left the town,” he said. “We will return.”", ["We left the town,", "We will return."]),
        ('He said: "No one is left."', ["No one is left."]),
        ("‘We can’t go home,’ she said.", ["We can’t go home,"]),
        ("The town's mayor and the rebels' chief left.", []),
        ("“This never closes\n\nand this is another paragraph.", ["This never closes"]),
        ("the ‘people's republic’ denied it", ["people's republic"]),
    ],
)
def test_words_between_marks(text: str, quoted: list[str]) -> None:
    assert [q.span.of(text) for q in find_quotations(text)] == quoted


def test_a_term_in_marks_is_no_speech() -> None:
    text = "the “terrorist groups” and “we shall hold the city tonight”"
    assert [q.is_speech(text) for q in find_quotations(text)] == [False, True]


@given(st.text(alphabet="ab “”‘’\"'\n.,«»", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    found = find_quotations(text)
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))
    assert all(q.outer.covers(q.span) for q in found)
