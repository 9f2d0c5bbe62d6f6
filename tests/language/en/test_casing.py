"""Capitals are undone: names keep theirs, all else loses them, and no letter moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.casing import fold_case, shouts
from warmonitor.language.en.parser import load_parser


def folded(text: str) -> str:
    return fold_case(text, load_parser())


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers attacked the village of Brenno last night, a spokesman for the army said.",
        "The Red River Liberation Front (RRLF) said that it had taken the town.",
        "President Ana Moreno met the U.S. ambassador on 3 March.",
        "A 39-year-old teacher was shot with an M-16 rifle in the capital.",
    ],
)
def test_capitals_are_undone(text: str) -> None:
    assert folded(text.upper()) == text


def test_a_sentence_in_capitals_among_others() -> None:
    text = "SHELLS FELL ON THE MARKET LAST NIGHT. Nobody was hurt, the mayor of Brenno said."
    assert folded(text) == "Shells fell on the market last night. Nobody was hurt, the mayor of Brenno said."


def test_a_name_that_the_caller_knows() -> None:
    text = "FIGHTERS OF KORDUN ENTERED THE TOWN AT DAWN."
    assert "Kordun" in fold_case(text, load_parser(), {"KORDUN": "Kordun"}.get)


def test_mixed_case_stays() -> None:
    text = "UNHCR and WFP said so. The BBC did not."
    assert folded(text) == text


def test_letters_that_grow_in_small_stay() -> None:
    text = "THE TOWN OF İZMIR AND THE STRAẞE WERE SHELLED AT DAWN BY TROOPS."
    assert len(folded(text)) == len(text)


def test_few_words_are_no_shout() -> None:
    assert not shouts("NATO said so")


@given(st.text(max_size=300))
def test_same_length_and_same_letters(text: str) -> None:
    assert folded(text.upper()).casefold() == text.upper().casefold()
    assert len(folded(text)) == len(text)
