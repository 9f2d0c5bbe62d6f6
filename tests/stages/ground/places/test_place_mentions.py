import pytest

from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.ground.places import find_place_names, locate
from warmonitor.stages.ground.places.phrase import Shape, read_phrase


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops moved from Goma to Bukavu.", ["Goma", "Bukavu"]),
        ("Mr Paris told reporters in Kinshasa.", ["Kinshasa"]),
        ("Most police in March said Hope and Nice were well.", []),
        ("Israel's army struck Khan Younis.", ["Israel", "Khan Younis"]),
        ("Fighters of the Islamic State fled Mosul.", ["Mosul"]),
        ("Fano militia entered Lalibela.", ["Lalibela"]),
        ("The war in northern Shan State and Rakhine State goes on.", ["Shan", "Rakhine"]),
        ("", []),
    ],
)
def test_names_of_places_in_running_text(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    found = find_place_names(text, gazetteer)
    assert [one.name for one in found] == names
    assert all(one.span.of(text) == one.name for one in found)


@pytest.mark.parametrize(
    ("said", "anchor", "kind", "shape"),
    [
        ("the town of Sake", "Sake", "town", Shape.WHOLE),
        ("the nearby town of Sake", "Sake", "town", Shape.WHOLE),
        ("northern and western neighbourhoods of Raqqa", "Raqqa", None, Shape.PART),
        ("the countryside around Marib", "Marib", None, Shape.AROUND),
        ("areas north of Lashio", "Lashio", None, Shape.AROUND),
        ("Hodeidah province", "Hodeidah", "province", Shape.WHOLE),
        ("southern Kordofan", "Kordofan", None, Shape.PART),
        ("the road between Goma and Sake", "Goma", None, Shape.BETWEEN),
        ("the outskirts", None, None, Shape.PART),
        ("the town", None, "town", Shape.WHOLE),
        ("there", None, "any", Shape.WHOLE),
        ("the Turkish border", None, None, Shape.PART),
    ],
)
def test_phrases_are_taken_apart(
    gazetteer: Gazetteer, said: str, anchor: str | None, kind: str | None, shape: Shape
) -> None:
    phrase = read_phrase(said, gazetteer)
    assert (phrase.anchor and phrase.anchor.name, phrase.kind, phrase.shape) == (anchor, kind, shape)


def test_a_street_named_like_a_town_is_not_the_town(gazetteer: Gazetteer) -> None:
    assert locate("Al-Bab", gazetteer, ["SY"]).entry is not None
    assert locate("Al-Bab street", gazetteer, ["SY"]).entry is None


def test_a_phrase_that_says_where_forbids_places_elsewhere(gazetteer: Gazetteer) -> None:
    assert locate("Al-Hamidiya", gazetteer, ["SY"]).entry is not None
    choice = locate("Al-Hamidiya (Deir ez-Zor)", gazetteer, ["SY"])
    assert choice.entry is None
