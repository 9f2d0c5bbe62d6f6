"""Words hashed many texts at once are the words that one text after the other is read as."""

import numpy as np
import pytest
from compare_texts import BRIDGE, FERRY, MINE, report
from hypothesis import example, given, settings
from hypothesis import strategies as st

from warmonitor.stages.compare.hashes import RUN, of_words, run_hashes, word_hashes
from warmonitor.stages.compare.postings import keys_of
from warmonitor.stages.compare.wording import read_words

# Letters that join, part, fold to others, to two, or only inside a Latin word, and digits with their marks.
LETTERS = "ab1 2.,'’‘_-\n\u00ad\u200bÉß½²ªŉİıǄµ\u0301ʼаеοΚ٣𝟙\ud800漢ﬁ“"
TEXTS = st.lists(st.one_of(st.text(LETTERS, max_size=14), st.text(max_size=40)), max_size=5)


def words(text: str) -> tuple[str, ...]:
    return read_words(report(text)).words


@settings(max_examples=400)
@given(TEXTS)
@example(["12'34", "1,200.5a", "a1,200", "1'200", "x'12,300", "5.'7", ""])
def test_texts_together_are_hashed_as_their_words_alone(texts: list[str]) -> None:
    together = word_hashes(texts)
    assert together.counts.tolist() == [len(words(text)) for text in texts]
    alone = [int(of_words([word])[0]) for text in texts for word in words(text)]
    assert together.hashes.tolist() == alone


@pytest.mark.parametrize("text", ["1a " * 40, "٣é, " * 40, "1.5x" * 3])
def test_there_is_room_for_every_run(text: str) -> None:
    keys, counts = keys_of([text, text], [1, 2])
    assert counts.tolist() == [len(words(text))] * 2
    assert len(keys) == 2 * max(1, len(words(text)) - RUN + 1)


def test_words_that_differ_have_other_hashes() -> None:
    every = {word for text in (FERRY, BRIDGE, MINE) for word in words(text)}
    assert len(np.unique(of_words(sorted(every)))) == len(every)


def test_hashes_are_the_same_on_every_machine() -> None:
    hashes = word_hashes(["The ferry's crew, 1,200 men."]).hashes
    assert [f"{one:016x}" for one in hashes.tolist()] == WORDS
    assert [f"{one:016x}" for one in run_hashes(hashes, 4).tolist()] == RUNS


def test_a_run_is_told_by_the_order_of_its_words() -> None:
    one, other = word_hashes(["a b c d e f", "b a c d e f"]).hashes.reshape(2, 6)
    assert run_hashes(one) != run_hashes(other)
    assert run_hashes(one[:5]).tolist() == []
    assert np.array_equal(run_hashes(np.r_[one, other])[[0, 6]], np.r_[run_hashes(one), run_hashes(other)])


WORDS = ["1ebbb3fa5c9ff772", "3ee3989c41fde2ac", "15fb07c0b58ae0d2", "f61ba33b68c5cab7", "b6fe808fd6250b19"]
RUNS = ["9d79eac85f151bd1", "bed4da166d1e39fb"]
