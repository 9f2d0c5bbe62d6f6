"""Narrow and wide places of one claim, and spellings outside any claim."""

import pytest

from warmonitor.model import Claim, ClaimKind, Named, Place, Report, Span
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.ground.places import ground_places
from warmonitor.stages.ground.places.join import likeness, same_sound


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def ground(
    gazetteer: Gazetteer, text: str, *phrases: str, kind: ClaimKind = ClaimKind.CONTROL
) -> tuple[tuple[Named, ...], list[Place]]:
    named = []
    for phrase in phrases:
        at = text.index(phrase)
        named.append(Named(phrase, Span(at, at + len(phrase))))
    claim = Claim("c", "r", kind, named[0].span, where=tuple(named))
    made, places = ground_places([Report("r", "r.txt", "", text)], [claim], gazetteer)
    return made[0].where, places


def test_the_narrow_place_comes_first(gazetteer: Gazetteer) -> None:
    text = "In northern Burkina Faso, gunmen killed villagers near Djibo, officials said."
    where, places = ground(gazetteer, text, "northern Burkina Faso", "Djibo", kind=ClaimKind.TOLL)
    assert [named.name for named in where] == ["the area near Djibo", "northern Burkina Faso"]
    assert all(named.id for named in where)
    assert {place.name for place in places if place.of} == {named.name for named in where}


def test_a_province_around_the_place_is_not_held(gazetteer: Gazetteer) -> None:
    text = "Russian troops hold ground stretching from Svatove into northern Luhansk region of Ukraine."
    where, places = ground(gazetteer, text, "ground stretching from Svatove", "northern Luhansk region")
    assert [(named.name, named.id is None) for named in where] == [
        ("Svatove", False),
        ("northern Luhansk", True),
    ]
    assert [place.name for place in places] == ["Svatove"]


def test_a_town_and_its_province_joined_by_and_are_both_meant(gazetteer: Gazetteer) -> None:
    text = "In Yemen, the Houthis took Hajjah and Hajjah province, Yemeni officials said."
    where, _ = ground(gazetteer, text, "Hajjah and", "Hajjah province")
    assert all(named.id for named in where)


def test_a_camp_at_a_village_is_that_village(gazetteer: Gazetteer) -> None:
    text = "In Sudan, shells hit a camp for displaced people at Velmara, Sudanese doctors said."
    where, _ = ground(gazetteer, text, "a camp", kind=ClaimKind.ATTACK)
    assert where[0].name == "Velmara"


def test_a_spelling_outside_any_claim_is_seen(gazetteer: Gazetteer) -> None:
    text = "In Yemen, the Houthis hold Dhorqan. Yemeni guards left for Dorqan on Friday."
    _, places = ground(gazetteer, text, "Dhorqan")
    assert [place.names_seen for place in places] == [("Dhorqan", "Dorqan")]


def test_a_last_nasal_may_be_left_out() -> None:
    assert likeness("Hsenkai", "Hsenkaing") is not None


def test_names_of_two_real_towns_are_not_alike() -> None:
    assert likeness("Latmin", "Latamneh") is None
    assert not same_sound("Latmin", "Latamneh")
