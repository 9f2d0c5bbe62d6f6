"""The lexicons load, and inflected words are led back to the words that they list."""

from importlib.resources import files

import pytest

from warmonitor.language.en.lexicon import irregular_verbs, known_form, known_lemmas, load_lexicon

NAMES = sorted(
    entry.name.removesuffix(".yml")
    for entry in files("warmonitor.language.en").joinpath("data").iterdir()
    if entry.name.endswith(".yml")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_is_a_mapping(name: str) -> None:
    assert all(isinstance(key, str) and value for key, value in load_lexicon(name).items())


def test_an_unknown_lexicon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_lexicon("no-such-lexicon")


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("clashes", "clash"),
        ("shelled", "shell"),
        ("captured", "capture"),
        ("killing", "kill"),
        ("armies", "army"),
        ("denied", "deny"),
        ("window", None),
        ("s", None),
        ("", None),
    ],
)
def test_the_base_of_an_inflected_word(word: str, base: str | None) -> None:
    assert known_form(word) == base


@pytest.mark.parametrize(("form", "base"), [("withdrew", "withdraw"), ("fled", "flee"), ("took", "take")])
def test_the_base_of_an_irregular_verb(form: str, base: str) -> None:
    assert irregular_verbs()[form] == base


def test_known_words_are_lower_case() -> None:
    assert {"kill", "capture", "ceasefire", "army", "say"} <= known_lemmas()
    assert all(word == word.lower() for word in known_lemmas())
