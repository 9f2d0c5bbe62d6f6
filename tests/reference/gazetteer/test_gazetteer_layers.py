"""Stores as one: the same place is one, the user's coordinates count, and the order of adding does not."""

from itertools import permutations
from pathlib import Path

import pytest
from gazetteer_files import collection, compiled, dump_line, feature, with_added, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.reference.gazetteer import Gazetteer, MatchKind
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded


def point(longitude: float, latitude: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [longitude, latitude]}


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    dump = written(
        tmp_path / "SY.txt",
        [
            dump_line(91, "Tell Vostra", 35.2, 36.7, others="Tal Fostra"),
            dump_line(92, "Sarvik", 35.4, 36.9, population=900),
            dump_line(93, "Sarvik", 34.0, 38.0),
        ],
    )
    codes = written(
        tmp_path / "codes.csv",
        ["Name_EN,Name_AR,PCODE,Lat,Lon", "Tell Vostra,تل فوسترا,SY770401,35.21,36.71"],
    )
    own = collection(
        tmp_path / "own.geojson",
        [feature("Vostra Hill", point(36.715, 35.215), alt_name="Tal Fostra", country="SY")],
    )
    return [dump, codes, own]


def test_one_place_in_three_files_is_one_with_all_its_names(sources: list[Path]) -> None:
    found = with_added(*sources)
    entries = {
        found.firm(name)[0].entry for name in ("Tell Vostra", "Tal Fostra", "تل فوسترا", "Vostra Hill")
    }
    assert len(entries) == 1
    one = entries.pop()
    assert (one.ref, one.name) == ("geonames:91", "Tell Vostra")
    assert (one.latitude, one.longitude) == (35.215, 36.715)
    assert one.also == ("own:feature-1", "pcode:SY770401")


def test_two_villages_of_one_name_stay_two(sources: list[Path]) -> None:
    found = with_added(*sources).find("Sarvik", countries=["SY"])
    assert sorted(one.entry.ref for one in found) == ["geonames:92", "geonames:93"]


def test_a_users_coordinates_go_before_those_that_come_with_us(tmp_path: Path) -> None:
    plain = Gazetteer(GazetteerStore(embedded())).find("Bakhmut", countries=["UA"])[0].entry
    near = (plain.longitude + 0.01, plain.latitude + 0.01)
    own = collection(tmp_path / "own.geojson", [feature("Bakhmut", point(*near), country="UA")])
    one = with_added(own).find("Bakhmut", countries=["UA"])[0].entry
    assert (one.longitude, one.latitude) == pytest.approx(near)
    assert (one.ref, one.population) == (plain.ref, plain.population)
    assert with_added(own).find("Artemivsk", countries=["UA"])[0].entry == one


def test_the_order_of_adding_does_not_matter(sources: list[Path]) -> None:
    paths = [compiled(source)[0] for source in sources]
    names = ["Tell Vostra", "Tal Fostra", "تل فوسترا", "Sarvik", "Vostra Hill", "Fostra", "Sarvic", "Aleppo"]
    answers = {
        repr([gazetteer.find(name, countries=["SY"]) for name in names])
        for order in permutations(paths)
        for gazetteer in [Gazetteer(GazetteerStore(embedded()), [GazetteerStore(path) for path in order])]
    }
    assert len(answers) == 1


LETTERS = st.text("abdiklmnorstuv", min_size=3, max_size=9)
SPOTS = st.tuples(st.floats(33.0, 37.0), st.floats(36.0, 41.0))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(LETTERS, SPOTS), min_size=1, max_size=8), LETTERS)
def test_what_is_found_stands_in_a_store(
    tmp_path: Path, places: list[tuple[str, tuple[float, float]]], asked: str
) -> None:
    lines = [dump_line(90_000_000 + n, f"{name}vik", *spot) for n, (name, spot) in enumerate(places)]
    target, _ = compiled(written(tmp_path / "SY.txt", lines))
    added, ours = GazetteerStore(target), GazetteerStore(embedded())
    found = Gazetteer(ours, [added])
    for one in (*found.find(f"{asked}vik", countries=["SY"]), *found.near(f"{asked}vik", ["SY"])):
        known = added.by_ref(one.entry.ref) is not None
        named = any(ours.place(number).ref == one.entry.ref for number, _ in ours.named(_key(one.entry.name)))
        assert known or named
    target.unlink()


def _key(name: str) -> str:
    from warmonitor.reference.gazetteer.spelling import norm  # noqa: PLC0415

    return norm(name)


def test_a_former_name_is_told_as_one(tmp_path: Path) -> None:
    dump = written(tmp_path / "UA.txt", [dump_line(91, "Vostrivka", 49.2, 34.7, country="UA")])
    names = written(
        tmp_path / "names.txt",
        [
            "1\t91\ten\tLeninsk\t\t\t\t1\t1924\t2016",
            "2\t91\tuk\tВострівка\t1\t\t\t\t\t",
            "3\t91\tlink\thttps://vostrivka.example\t\t\t\t\t\t",
            "broken",
            "4\t7777\ten\tElsewhere\t\t\t\t\t\t",
        ],
    )
    target, added = compiled(dump, names)
    assert [code for code, _ in added.names_refused] == ["row-columns"]
    found = Gazetteer(GazetteerStore(embedded()), [GazetteerStore(target)])
    old = next(one for one in found.firm("Leninsk") if one.entry.ref == "geonames:91")
    assert old.reason == "“Leninsk” is a former name of Vostrivka, 1924 to 2016"
    new = found.find("Вострівка", countries=["UA"])[0]
    assert (new.entry.ref, new.match) == ("geonames:91", MatchKind.EXACT)
    own = collection(
        tmp_path / "own.geojson", [feature("Vostrivka", point(34.7, 49.2), old_name="Leninove", country="UA")]
    )
    assert "former name" in with_added(own).find("Leninove", countries=["UA"])[0].reason
