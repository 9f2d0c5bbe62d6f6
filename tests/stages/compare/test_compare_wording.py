"""The words that count when two texts are compared."""

from compare_texts import FERRY, report

from warmonitor.language.en.quotations import find_quotations
from warmonitor.stages.compare.align import align
from warmonitor.stages.compare.repeats import without_repeats
from warmonitor.stages.compare.speech import mark_speech
from warmonitor.stages.compare.wording import read_words

LEAD = FERRY.split("\n\n")[0]


def test_a_teaser_counts_once() -> None:
    whole = read_words(report(FERRY))
    assert without_repeats(read_words(report(f"{LEAD}\n\n{FERRY}"))).words == whole.words
    assert without_repeats(whole) == whole


def test_a_sentence_that_comes_again_far_below_is_no_teaser() -> None:
    twice = read_words(report(f"{FERRY}\n\n{FERRY}\n\n{FERRY}"))
    assert len(without_repeats(twice).words) > 2 * len(read_words(report(FERRY)).words)


def test_sentences_and_lines_begin_where_words_after_a_mark_stand() -> None:
    wording = read_words(report("Shells fell. Two died\nNobody came: no one. A U.S.-led team"))
    assert [wording.words[at] for at in wording.heads] == ["shells", "two", "nobody", "a"]
    assert without_repeats(wording).heads == wording.heads


def test_words_quoted_in_one_text_are_quoted_in_both() -> None:
    said = "We will not leave the port again whatever the price may be"
    marked = read_words(report(f'"{said}" the army spokesman said in Kosta.'))
    bare = read_words(report(f"{said} the army spokesman said in Kosta."))
    first, second = mark_speech(bare, marked, align(bare, marked))
    assert first.quoted == second.quoted
    assert first.counted == second.counted
    assert sum(second.quoted) == len(said.split())


def test_a_mark_that_opens_the_next_paragraph_of_a_speech_does_not_close_it() -> None:
    text = '"We saw the flash. "Then the wall fell on the shop" she said. "It was late" he said.'
    said = [quote.span.of(text) for quote in find_quotations(text)]
    assert said == ['We saw the flash. "Then the wall fell on the shop', "It was late"]
