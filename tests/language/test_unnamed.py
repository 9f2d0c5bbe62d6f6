"""Speakers whom no text names."""

import pytest

from warmonitor.language.unnamed import (
    is_description,
    is_nameless,
    is_own_reporter,
    is_reporter,
    telling_words,
)


@pytest.mark.parametrize("said", ["he", "She", "they", "who", "others", "…"])
def test_words_that_name_nobody(said: str) -> None:
    assert is_nameless(said)


@pytest.mark.parametrize("said", ["a nurse", "Marat", "the group"])
def test_words_that_say_something_of_somebody(said: str) -> None:
    assert not is_nameless(said)


@pytest.mark.parametrize(
    ("said", "described"),
    [("a nurse", True), ("The militia", True), ("A nurse in Marat", False), ("Korvan", False)],
)
def test_a_description_has_no_name_in_it(said: str, described: bool) -> None:
    assert is_description(said) is described


def test_an_outlets_own_people_and_those_of_another() -> None:
    assert is_own_reporter("Our correspondent in Marat")
    assert is_own_reporter("this reporter")
    assert not is_own_reporter("our hospital")
    assert not is_own_reporter("a correspondent of the Tern")
    assert is_reporter("a Tern photographer at the scene")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("residents", "local villagers"),
        ("two witnesses", "an eyewitness"),
        ("a source", "several local people"),
        ("a hospital source", "sources at the hospital"),
    ],
)
def test_sources_that_nothing_tells_apart(one: str, other: str) -> None:
    assert telling_words(one) == telling_words(other)


def test_what_tells_sources_apart() -> None:
    assert telling_words("a diplomat") != telling_words("a hospital source")
    assert telling_words("a nurse") < telling_words("a nurse in Marat")
    assert telling_words("a local source") == frozenset()
