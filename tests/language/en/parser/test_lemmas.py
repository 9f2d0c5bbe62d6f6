import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.language.en.parser.lemmas import apply, rule_for


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [
        ("Soldiers", "soldier", "lower|1|"),
        ("said", "say", "lower|2|y"),
        ("ALDER", "Alder", "title|0|"),
        ("Alder", "Alder", "keep|0|"),
        ("were", "be", "lower|4|be"),
    ],
)
def test_rule_makes_its_lemma(word: str, lemma: str, rule: str) -> None:
    assert rule_for(word, lemma) == rule
    assert apply(rule, word) == lemma


def test_rule_that_does_not_fit_leaves_the_word() -> None:
    assert apply("lower|4|be", "I") == "I"
    assert apply("lower|1|", "s") == "s"


@given(
    st.text(alphabet="abcXYZ’-", min_size=1, max_size=8), st.text(alphabet="abcXYZ-", min_size=1, max_size=8)
)
def test_every_rule_found_gives_back_the_lemma(word: str, lemma: str) -> None:
    assert apply(rule_for(word, lemma), word) == lemma
