"""Lists of places, and places that are named in passing, in small reports of several wars."""

import pytest

from warmonitor.model import Claim, ClaimKind, Named, Place, Report, Span
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.ground.places import ground_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def ground(
    gazetteer: Gazetteer, text: str, *wheres: tuple[str, ...], kind: ClaimKind = ClaimKind.CONTROL
) -> tuple[list[tuple[Named, ...]], list[Place]]:
    """Ground one claim for each tuple of phrases, each phrase where it first stands after the last."""
    claims, start = [], 0
    for number, phrases in enumerate(wheres):
        named = []
        for phrase in phrases:
            at = text.index(phrase, start)
            start = at + len(phrase)
            named.append(Named(phrase, Span(at, start)))
        claims.append(Claim(f"c{number}", "r", kind, named[0].span, where=tuple(named)))
    made, places = ground_places([Report("r", "r.txt", "", text)], claims, gazetteer)
    return [claim.where for claim in made], places


def names(where: tuple[Named, ...]) -> list[str | None]:
    return [named.name for named in where]


def test_each_town_of_a_list_is_a_place(gazetteer: Gazetteer) -> None:
    text = "Ukraine's army lost the towns of Popasna, Rubizhne and Kreminna in Luhansk region."
    (where,), places = ground(gazetteer, text, ("the towns of Popasna, Rubizhne and Kreminna",))
    assert [named.said for named in where] == ["the towns of Popasna", "Rubizhne", "Kreminna"]
    assert names(where) == ["Popasna", "Rubizhne", "Kreminna"]
    assert [named.precision for named in where] == ["exact"] * 3
    assert all(text[named.span.start : named.span.end] == named.said for named in where)
    assert len(places) == 3


def test_a_list_of_provinces_gives_provinces(gazetteer: Gazetteer) -> None:
    text = "In Yemen, the Houthis shelled Taiz and Marib provinces, Yemeni officials said."
    (where,), _ = ground(gazetteer, text, ("Taiz and Marib provinces",))
    assert names(where) == ["Taiz", "Marib"]
    assert [named.precision for named in where] == ["province", "province"]


@pytest.mark.parametrize("phrase", ["Omdurman, Sudan", "the road between Kassala and Gedaref"])
def test_a_comma_or_a_road_makes_no_list(gazetteer: Gazetteer, phrase: str) -> None:
    text = f"Sudan's army retook {phrase}, Sudanese officials said."
    (where,), _ = ground(gazetteer, text, (phrase,))
    assert len(where) == 1


def test_the_town_is_the_one_just_taken(gazetteer: Gazetteer) -> None:
    text = (
        "The city of Nyala was quiet. Nyala is in Sudan, and the town has a market. Nyala waits.\n\n"
        "Sudan's army retook Sennar. Militants had overrun the town in June."
    )
    (_, town), _ = ground(gazetteer, text, ("Sennar",), ("the town",))
    assert names(town) == ["Sennar"]


def test_a_bearing_is_no_antecedent(gazetteer: Gazetteer) -> None:
    text = "Militants hold Bashiqa, northeast of Mosul, Iraq said. Iraqi gunners ringed the town."
    (_, town), _ = ground(gazetteer, text, ("Bashiqa",), ("the town",))
    assert names(town) == ["Bashiqa"]


def test_a_distance_is_no_antecedent(gazetteer: Gazetteer) -> None:
    text = "Sudan's army holds Sennar, which lies 100 km from Wad Medani. The city was shelled."
    (_, city), _ = ground(gazetteer, text, ("Sennar",), ("The city",))
    assert names(city) == ["Sennar"]


def test_the_seat_of_a_speaker_is_no_antecedent(gazetteer: Gazetteer) -> None:
    text = "Azerbaijan shelled Martuni. The ministry in Yerevan has said the town was hit. Armenia protested."
    (_, town), _ = ground(gazetteer, text, ("Martuni",), ("the town",))
    assert names(town) == ["Martuni"]


def test_a_dateline_is_no_antecedent(gazetteer: Gazetteer) -> None:
    text = "KHARTOUM, Oct 3 (Reuters) - Sudanese rebels entered the town on Friday."
    (where,), _ = ground(gazetteer, text, ("the town",))
    assert names(where) == [None]


@pytest.mark.parametrize(
    "phrase", ["the Red Cross", "International Committee", "Third Infantry Division", "Foreign Ministry"]
)
def test_an_organisation_is_no_place(gazetteer: Gazetteer, phrase: str) -> None:
    text = f"In Sudan, {phrase} left Kassala, Sudanese officials said."
    (where,), places = ground(gazetteer, text, (phrase,))
    assert names(where) == [None]
    assert places == []


def test_a_ministry_that_speaks_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The defence ministry in Yerevan said Armenia had lost a village near Goris."
    (where,), _ = ground(gazetteer, text, ("The defence ministry in Yerevan",))
    assert names(where) == [None]


def test_an_office_abroad_is_no_antecedent_whatever_its_verb(gazetteer: Gazetteer) -> None:
    text = (
        "Hadrut fell to Azerbaijan. The ministry in Yerevan maintained that Armenia holds part of the town."
    )
    (_, town), _ = ground(gazetteer, text, ("Hadrut",), ("part of the town",))
    assert names(town) == ["Hadrut"]
    assert town[0].precision == "near"


def test_a_region_is_no_town(gazetteer: Gazetteer) -> None:
    text = "In Zalingei, in Central Darfur, the army of Sudan has besieged the town since May."
    (town,), _ = ground(gazetteer, text, ("the town",))
    assert names(town) == ["Zalingei"]


def test_the_place_that_opens_the_sentence_is_meant(gazetteer: Gazetteer) -> None:
    text = (
        "Sudan's army took Sennar. In Zalingei, in Central Darfur, militias have besieged the town since May."
    )
    (_, town), _ = ground(gazetteer, text, ("Sennar",), ("the town",))
    assert names(town) == ["Zalingei"]
