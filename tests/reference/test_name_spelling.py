"""Words of names that the references know keep their capitals when a text in capitals is read."""

import pytest

from warmonitor.reference.actors import load_actors
from warmonitor.reference.casing import name_speller
from warmonitor.reference.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("word", "spelled"),
    [("UNHCR", "UNHCR"), ("SYRIAN", "Syrian"), ("PERU", "Peru"), ("ALEPPO", "Aleppo"), ("QZXWV", None)],
)
def test_words_of_known_names(word: str, spelled: str | None) -> None:
    assert name_speller(load_gazetteer(), load_actors())(word) == spelled
