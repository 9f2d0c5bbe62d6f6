"""Marked pieces of a text: joined they are the text, and each mark covers its own words and no others."""

from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Span
from warmonitor.model.marked import Mark, Paragraph, paragraphs, visible

SIGNS = "ab 4\n\n\r\t🚢é\u05d0\u202e\0"
TEXTS = st.text(alphabet=SIGNS, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)
    spans = draw(st.lists(ends, max_size=8))
    return text, [Mark(f"m{n}", "toll", Span(start, end)) for n, (start, end) in enumerate(spans)]


def offsets(made: list[Paragraph]) -> list[tuple[int, int, set[str], tuple[str, ...]]]:
    """Where each piece stands, the marks over it, and those that begin there."""
    told, at = [], 0
    for paragraph in made:
        for piece in paragraph.pieces:
            told.append((at, at + len(piece.text), set(piece.tokens.split()), piece.begins))
            at += len(piece.text)
        at += len(paragraph.gap)
    return told


@settings(max_examples=200)
@given(marked())
def test_pieces_join_to_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    made = list(paragraphs(text, marks))
    joined = "".join("".join(piece.text for piece in one.pieces) + one.gap for one in made)
    assert joined == visible(text)
    assert len(joined) == len(text)


@settings(max_examples=200)
@given(marked())
def test_a_mark_covers_its_words_and_no_others(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    kept = [mark for mark in marks if mark.span.start < mark.span.end <= len(text)]
    pieces = offsets(list(paragraphs(text, marks)))
    for start, end, over, _ in pieces:
        if start < end:
            assert over == {one.token for one in kept if one.span.covers(Span(start, end))}
            assert over == {one.token for one in kept if one.span.meets(Span(start, end))}


@settings(max_examples=200)
@given(marked())
def test_the_order_of_marks_does_not_matter(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    assert list(paragraphs(text, marks)) == list(paragraphs(text, list(reversed(marks))))


def test_a_mark_begins_once_though_it_runs_over_paragraphs() -> None:
    made = list(paragraphs("One two.\n\nThree four.", [Mark("a", "toll", Span(4, 15))]))
    assert [begins for *_, begins in offsets(made) if begins] == [("a",)]
