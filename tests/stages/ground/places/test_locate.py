"""One phrase and a table that a user added: which of several places, which quarter, in which script."""

import json
from pathlib import Path

import pytest

from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.gazetteer.adding import add_gazetteer
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded
from warmonitor.stages.ground.places import locate

# Name, kind, longitude and latitude: two villages of one name, a quarter, a name in Arabic alone.
PLACES = [
    ("Tell Vostra", "village", 36.60, 35.90),
    ("Tell Vostra", "village", 36.90, 33.60),
    ("Sarnik", "quarter", 37.16, 36.21),
    ("رسم الفستان", "village", 36.70, 35.95),
    ("Marvik", "village", 36.62, 35.70),
    ("Vesk", "village", 36.61, 35.71),
    ("Vorsk", "village", 36.67, 35.73),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    room = tmp_path_factory.mktemp("table")
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "place": kind, "country": "SY"},
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        }
        for name, kind, longitude, latitude in PLACES
    ]
    source, target = room / "own.geojson", room / "own.sqlite"
    Path(source).write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    add_gazetteer(source, target, GazetteerStore(embedded()))
    return Gazetteer(GazetteerStore(embedded()), [GazetteerStore(target)])


def test_a_name_of_two_villages_stays_open_and_says_how_many(gazetteer: Gazetteer) -> None:
    choice = locate("Tell Vostra", gazetteer, ["SY"])
    assert (choice.entry, choice.namesakes) == (None, 2)
    assert "is the name of 2 places and nothing tells which" in choice.because


@pytest.mark.parametrize(("division", "latitude"), [("Idlib", 35.90), ("Rif Dimashq", 33.60)])
def test_the_division_that_a_table_says_decides(gazetteer: Gazetteer, division: str, latitude: float) -> None:
    entry = locate("Tell Vostra", gazetteer, ["SY"], division).entry
    assert entry is not None
    assert entry.latitude == latitude


def test_a_name_far_from_the_division_is_not_taken(gazetteer: Gazetteer) -> None:
    choice = locate("Marvik", gazetteer, ["SY"], "Al-Hasakah")
    assert choice.entry is None
    assert "another division than is said" in choice.because


@pytest.mark.parametrize("said", ["Sarnik neighbourhood", "the Sarnik quarter", "Sarnik", "حي سارنيك"])
def test_a_quarter_is_found_by_its_name(gazetteer: Gazetteer, said: str) -> None:
    entry = locate(said, gazetteer, ["SY"], "Aleppo").entry
    assert entry is not None
    assert entry.name == "Sarnik"


def test_a_street_that_no_gazetteer_has_is_in_the_town_that_is_said(gazetteer: Gazetteer) -> None:
    choice = locate("Dorim street, Aleppo", gazetteer, ["SY"])
    assert choice.entry is not None
    assert choice.entry.name == "Aleppo"
    assert locate("Dorim Dam, Aleppo", gazetteer, ["SY"]).entry is None


@pytest.mark.parametrize("said", ["Rasm al-Fustan", "قرية رسم الفستان", "بالقرب من رسم الفستان"])
def test_a_name_in_arabic_alone_is_met_by_both_scripts(gazetteer: Gazetteer, said: str) -> None:
    entry = locate(said, gazetteer, ["SY"], "Idlib").entry
    assert entry is not None
    assert entry.name == "رسم الفستان"


def test_a_line_between_places_stays_open_in_any_script(gazetteer: Gazetteer) -> None:
    assert locate("طريق حلب", gazetteer, ["SY"]).entry is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Qorvash and Marvik", "Marvik"),
        ("Qorvash/Marvik", "Marvik"),
        ("Qorvash near Marvik", "Marvik"),
        ("Idlib, Marvik", "Marvik"),
        ("Orlim Sports Club, Marvik", "Marvik"),
        ("رسم الفستان والقرفاش", "رسم الفستان"),
    ],
)
def test_of_several_names_the_one_that_is_known_counts(gazetteer: Gazetteer, said: str, name: str) -> None:
    entry = locate(said, gazetteer, ["SY"], "Idlib").entry
    assert entry is not None
    assert entry.name == name


def test_between_two_places_near_each_other_is_their_middle(gazetteer: Gazetteer) -> None:
    choice = locate("The area between Vesk and Vorsk", gazetteer, ["SY"], "Idlib")
    assert choice.entry is not None
    assert (choice.entry.latitude, choice.entry.longitude) == pytest.approx((35.72, 36.64))
    assert choice.because == "between Vesk and Vorsk, which lie 6 km apart"
    assert locate("between Vesk and Tell Vostra", gazetteer, ["SY"], "Idlib").entry is None
    assert locate("Vesk - Vorsk road", gazetteer, ["SY"], "Idlib").entry is None


@pytest.mark.parametrize(
    "said", ["Orlim Mosque", "جامع الورليم", "Orlim Street (at the corner)", "Orlim Hospital, Centre"]
)
def test_a_mosque_is_in_the_town_that_the_table_says(gazetteer: Gazetteer, said: str) -> None:
    choice = locate(said, gazetteer, ["SY"], "Aleppo")
    assert choice.entry is not None
    assert choice.entry.name == "Aleppo"
    assert choice.because.endswith("the table says Aleppo, which is one")
    assert locate(said, gazetteer, ["SY"]).entry is None


@pytest.mark.parametrize("said", ["Orlim Dam", "Orlim Farm", "Orlim", "مخيم الورليم"])
def test_what_may_lie_outside_of_towns_stays_open(gazetteer: Gazetteer, said: str) -> None:
    assert locate(said, gazetteer, ["SY"], "Aleppo").entry is None
