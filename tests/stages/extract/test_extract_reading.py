"""A report cut into sentences, of which only those that may claim something are parsed."""

import pytest
from extract_texts import only, read, report

from warmonitor.language.en.parser import load_parser
from warmonitor.model import ClaimKind
from warmonitor.stages.extract.reading import read as read_report


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("KYIV, 3 June (Agency) - ", "Shelling killed nine people in Donetsk."),
        ("DONETSK, Ukraine — ", "Rebels captured Ilovaisk on Sunday."),
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(dateline: str, rest: str) -> None:
    with_line = [(claim.kind, claim.quote.of(dateline + rest)) for claim in read(dateline + rest)]
    without = [(claim.kind, claim.quote.of(rest)) for claim in read(rest)]
    assert with_line == without
    assert all(claim.quote.start >= len(dateline) for claim in read(dateline + rest))


def test_a_date_in_a_dateline_does_not_time_the_event() -> None:
    text = "KYIV, 3 June (Agency) - Shelling killed nine people in Donetsk."
    assert only(text, ClaimKind.TOLL).when.said == ""


def test_sentences_without_a_trigger_are_not_parsed() -> None:
    reading = read_report(report("The weather was fine. Rebels captured Bor."), load_parser())
    assert [bool(sentence.tokens) for sentence in reading.sentences] == [False, True]


def test_a_sentence_knows_its_paragraph() -> None:
    reading = read_report(report("Rebels captured Bor. Shells fell.\n\nFive died."), load_parser())
    assert [sentence.paragraph for sentence in reading.sentences] == [0, 0, 1]


def test_dates_and_counts_of_a_sentence_stand_at_their_place_in_the_report() -> None:
    text = "Rebels captured Bor. On 5 June they killed 12 soldiers."
    second = read_report(report(text), load_parser()).sentences[1]
    assert [one.span.of(text) for one in second.dates] == ["5 June"]
    assert [one.span.of(text) for one in second.quantities if not one.span.meets(second.dates[0].span)] == [
        "12"
    ]
