"""Sentences that run on are cut; all others stay as they are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.lengths import LONGEST, within_bounds
from warmonitor.language.en.sentences import sentences
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Span


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in within_bounds(text, [Span(0, len(text))])]


def test_a_sentence_as_people_write_it_stays_whole() -> None:
    text = "Shells fell on the market, " * 40
    assert len(tokens(text)) < LONGEST
    assert pieces(text) == [text]


def test_a_run_on_is_cut_after_a_mark() -> None:
    found = pieces("shells fell on the old market, " * 100)
    assert len(found) > 1
    assert all(one.endswith(",") for one in found[:-1])
    assert all(len(tokens(one)) <= LONGEST for one in found)


def test_words_without_a_mark_are_cut_where_the_room_ends() -> None:
    found = pieces("word " * 1000)
    assert [len(tokens(one)) for one in found] == [LONGEST, LONGEST, LONGEST, 1000 - 3 * LONGEST]


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(["a, ", "(b) ", "c. ", "1,000 ", "‘d", "\u200b", "\n", "rebels "]), max_size=1500
    )
)
def test_no_token_is_lost_or_doubled(parts: list[str]) -> None:
    text = "".join(parts)
    spans = sentences(text)
    cut = within_bounds(text, spans)
    assert cut == sorted(cut)
    assert [t for s in cut for t in tokens(s.of(text), s.start)] == [
        t for s in spans for t in tokens(s.of(text), s.start)
    ]
