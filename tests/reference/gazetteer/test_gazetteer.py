from pathlib import Path

import pytest

from warmonitor.model import SourceError
from warmonitor.reference.gazetteer import Gazetteer, MatchKind, PlaceKind, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "ref", "match"),
    [
        ("Bakhmut", "UA", "geonames:713174", MatchKind.EXACT),
        ("Maaret al-Numan", "SY", "geonames:167611", MatchKind.NORMALISED),
        ("Kafr Zeita", "SY", "geonames:168620", MatchKind.VARIANT),
        ("Al-Fashir", "SD", "geonames:379555", MatchKind.EXACT),
        ("Mekelle", "ET", "geonames:331180", MatchKind.EXACT),
    ],
)
def test_finds_a_town_in_its_spellings(
    gazetteer: Gazetteer, name: str, country: str, ref: str, match: MatchKind
) -> None:
    first = gazetteer.find(name, countries=[country])[0]
    assert (first.entry.ref, first.match) == (ref, match)


def test_a_misspelling_is_found_only_inside_the_countries(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Kramatrosk", countries=["UA"])[0].match is MatchKind.FUZZY
    assert gazetteer.find("Kramatrosk") == []


def test_consonants_alone_are_the_weakest_match(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Akeirabat", countries=["SY"])[0]
    assert (found.match, found.score) == (MatchKind.SKELETON, 0.6)


def test_a_name_that_nobody_knows_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwzzelbury", countries=["SY", "UA"]) == []


def test_arabic_and_cyrillic_names_are_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("خان شيخون")[0].entry.country == "SY"
    assert gazetteer.find("Бахмут", countries=["UA"])[0].entry.ref == "geonames:713174"


def test_places_elsewhere_stay_far_below(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Tripoli", countries=["LB"])
    scores = {one.entry.country: one.score for one in reversed(found)}
    assert scores["LB"] == 1.0
    assert scores["LY"] == 0.5


def test_provinces_have_a_middle_and_a_radius(gazetteer: Gazetteer) -> None:
    inside = (one.entry for one in gazetteer.find("Kherson", countries=["UA"]) if one.entry.country == "UA")
    found = {entry.kind: entry for entry in inside}
    province = found[PlaceKind.PROVINCE]
    assert province.radius_km is not None
    assert 40 < province.radius_km < 200
    assert abs(province.latitude - found[PlaceKind.TOWN].latitude) < 1.5


@pytest.mark.parametrize(
    ("name", "country"),
    [("Donbas", "UA"), ("Darfur", "SD"), ("Tigray", "ET"), ("Rakhine", "MM"), ("Gaza", "PS"), ("Kivu", "CD")],
)
def test_a_region_is_meant_by_its_bare_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    first = gazetteer.find(name, countries=[country])[0].entry
    assert first.kind in {PlaceKind.REGION, PlaceKind.PROVINCE}
    assert first.country == country


def test_capitals_are_flagged(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Khartoum", countries=["SD"])[0].entry.capital
    assert not gazetteer.find("Omdurman", countries=["SD"])[0].entry.capital


def test_countries_by_name_people_and_capital(gazetteer: Gazetteer) -> None:
    countries = gazetteer.countries
    assert [one.iso for one in countries.by_demonym("Syrians")] == ["SY"]
    assert [one.iso for one in countries.by_demonym("Congolese")] == ["CD", "CG"]
    assert [one.iso for one in countries.by_capital("Moscow")] == ["RU"]
    named = countries.by_name("the United States")
    assert named is not None
    assert (named.iso, named.iso3) == ("US", "USA")
    assert countries.by_name("Atlantis") is None


def test_no_country_is_without_a_name_and_code(gazetteer: Gazetteer) -> None:
    listed = list(gazetteer.countries)
    assert len(listed) == 250
    assert all(len(one.iso) == 2 and len(one.iso3) == 3 and one.names for one in listed)


def test_a_missing_or_broken_file_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not there"):
        load_gazetteer(comes_with=tmp_path / "none.sqlite")
    broken = tmp_path / "broken.sqlite"
    broken.write_text("not a database, but long enough to be taken for one" * 40)
    with pytest.raises(SourceError, match="is no gazetteer"):
        load_gazetteer(comes_with=broken)
