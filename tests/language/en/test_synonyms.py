"""Words of one sense are found in any form; words of another sense are not."""

import pytest

from warmonitor.language.en.synonyms import base_forms, load_synonyms


def share(one: str, other: str) -> bool:
    table = load_synonyms()
    first, second = (table.senses(*words.split()) for words in (one, other))
    return bool(first & second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arms", "weapons"),
        ("dying", "death"),
        ("began", "starting"),
        ("surrendered", "giving up"),
        ("assault", "attacks"),
    ],
)
def test_words_of_one_sense_share_it(one: str, other: str) -> None:
    assert share(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("war", "peace"), ("attack", "defend"), ("kill", "wound"), ("bridge", "school")]
)
def test_words_of_other_senses_share_none(one: str, other: str) -> None:
    assert not share(one, other)


def test_opposite_verbs_are_known() -> None:
    table = load_synonyms()
    assert table.opposites(table.senses("stopped")) & table.senses("continue")


def test_an_unknown_word_has_no_sense() -> None:
    assert load_synonyms().senses("qwxz") == frozenset()


@pytest.mark.parametrize(("word", "base"), [("stopped", "stop"), ("carries", "carry"), ("leaving", "leave")])
def test_regular_forms_lead_to_their_word(word: str, base: str) -> None:
    assert base in base_forms(word)
