"""HXL, Parquet, GeoJSON and FollowTheMoney: names by their own rules, values with their types."""

import csv
import io
import json
import re
import sys
from datetime import date
from importlib.resources import files

import pyarrow.parquet as pq
import pytest
import yaml
from exporting import entities, exported
from literal_account import account, actor, place, report

from warmonitor.exports import SHAPES, ExportError, Made, Row, Wanted, about, export
from warmonitor.exports.columns import tables

# Hashtags of the HXL 1.1 dictionary (hxlstandard.org/standard/1-1final/dictionary) that our tables may use.
HASHTAGS = set(
    """
    #access #adm1 #adm2 #affected #country #date #description #event #geo #group #indicator #loc #meta
    #status
    """.split()
)
TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
FTM = yaml.safe_load(files("warmonitor.exports").joinpath("data", "ftm.yml").read_text(encoding="utf-8"))


def hxl(name: str, tree: Row) -> list[list[str]]:
    return list(csv.reader(io.StringIO(exported("hxl", tree)[name].decode(), newline="")))


def test_hashtags_are_those_of_the_dictionary() -> None:
    for content in exported("hxl", account()).values():
        _, tags, *_ = csv.reader(io.StringIO(content.decode(), newline=""))
        assert len(set(tags)) == len(tags)
        for tag in tags:
            assert TAG.fullmatch(tag)
            assert tag.split("+")[0] in HASHTAGS


def test_dates_and_numbers_stand_under_tags_that_promise_them() -> None:
    for columns in tables().values():
        for column in columns:
            tag = (column.hxl or "").split("+")[0]
            assert (tag == "#date") == (column.type == "date" and column.hxl is not None)
            assert tag not in {"#population", "#inneed", "#targeted", "#reached", "#value"}
            if tag == "#affected":
                assert column.type in {"int", "float"}


def test_a_figure_with_hashtags() -> None:
    names, tags, row = hxl("figures.hxl.csv", account())
    told = dict(zip(tags, row, strict=True))
    assert len(names) == len(tags)
    assert (told["#indicator+name"], told["#group+affected+type"]) == ("killed", "civilians")
    assert (told["#affected+min"], told["#affected+median"], told["#affected+max"]) == ("3", "5.0", "7")
    assert (told["#date+start"], told["#geo+lat"], told["#adm1+name"]) == (
        "2031-05-01",
        "35.5",
        "Lower Province",
    )


def test_parquet_has_real_types(tmp_path_factory: pytest.TempPathFactory) -> None:
    for name, content in exported("parquet", account()).items():
        read = pq.read_table(io.BytesIO(content))
        assert read.schema.metadata[b"warmonitor.version"] == b"9.9"
        assert read.column_names == [column.name for column in tables()[name.removesuffix(".parquet")]]
    (event,) = pq.read_table(io.BytesIO(exported("parquet", account())["events.parquet"])).to_pylist()
    assert event["date_start"] == date(2031, 5, 1)
    assert event["claims"] == ["claim-1", "claim-2", "claim-3"]
    assert (event["killed_low"], event["latitude"], event["injured_low"]) == (3, 35.5, None)


def test_parquet_of_nothing_is_a_table_still() -> None:
    content = exported("parquet", account())["disputes.parquet"]
    assert pq.read_table(io.BytesIO(content)).num_rows == 0


def test_parquet_holds_no_number_beyond_its_own_and_no_half_of_a_character() -> None:
    tree = account()
    tree["figures"][0] |= {"low": 1 << 63, "of": "half \ud800", "origins": ["\udfff"]}
    (figure,) = pq.read_table(io.BytesIO(exported("parquet", tree)["figures.parquet"])).to_pylist()
    assert (figure["low"], figure["high"], figure["of"], figure["origins"]) == (None, 7, "half ?", ["?"])


def test_parquet_without_its_library_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"install warmonitor\[parquet\]"):
        exported("parquet", account())


def layer(name: str, tree: Row) -> list[Row]:
    features: list[Row] = json.loads(exported("geojson", tree)[name])["features"]
    return features


def test_a_town_is_a_point_and_an_area_a_circle() -> None:
    (event,) = layer("events.geojson", account())
    assert event["geometry"] == {"type": "Point", "coordinates": [36.25, 35.5]}
    assert event["properties"]["precision"] == "exact"
    near = place("place-1", "near Vanholt", precision="near", radius_km=10.0)
    (event,) = layer("events.geojson", account(places=[near]))
    assert event["geometry"]["type"] == "Polygon"
    assert event["properties"]["radius_km"] == 10.0


@pytest.mark.parametrize(
    "given",
    [
        {"precision": "country", "radius_km": 300.0},
        {"precision": "province", "radius_km": None},
        {"precision": "unknown", "latitude": None, "longitude": None},
    ],
)
def test_no_false_pin(given: Row) -> None:
    (event,) = layer("events.geojson", account(places=[place("place-1", "Somewhere", **given)]))
    assert event["geometry"] is None


def test_layers_bear_credits() -> None:
    for content in exported("geojson", account()).values():
        credits_ = json.loads(content)["credits"]
        assert "roads valley: ODbL 1.0" in credits_
        assert any("GeoNames" in line for line in credits_)


def test_entities_are_of_the_model() -> None:
    found = entities(account())
    assert {row["schema"] for row in found} == {
        "Article",
        "PublicBody",
        "LegalEntity",
        "Address",
        "Event",
        "Note",
        "Mention",
    }
    ids = [row["id"] for row in found]
    assert len(set(ids)) == len(ids)
    for row in found:
        assert set(row["properties"]) <= set(FTM["schemata"][row["schema"]].split())
        for values in row["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_what_an_entity_points_at_is_there() -> None:
    found = {row["id"]: row for row in entities(account())}
    for row in found.values():
        for name in ("proof", "document", "involved", "resolved", "addressEntity", "entity", "parent"):
            assert set(row["properties"].get(name, ())) <= set(found)


def test_every_statement_has_its_reports() -> None:
    for row in entities(account()):
        if row["schema"] in {"Event", "Note"}:
            assert row["properties"]["proof"]
        assert "bodyText" not in row["properties"]


def test_actors_stand_by_their_kind() -> None:
    kinds = {
        "rebel group": "Organization",
        "person": "Person",
        "government": "PublicBody",
        "unknown": "LegalEntity",
    }
    actors = [actor(f"actor-{kind}", "Somebody", kind, None, wikidata="Q42") for kind in kinds]
    found = {row["id"]: row for row in entities(account(actors=actors))}
    assert {kind: found[f"actor-{kind}"]["schema"] for kind in kinds} == kinds
    assert found["actor-person"]["properties"]["wikidataId"] == ["Q42"]
    assert found["actor-person"]["properties"]["country"] == ["sy"]


def test_an_article_tells_no_folder_of_a_machine() -> None:
    tree = account(reports=[report("report-1", None, url="https://post.example/1")])
    (article,) = [row for row in entities(tree) if row["schema"] == "Article"]
    assert article["properties"]["fileName"] == ["report-1.txt"]
    assert article["properties"]["sourceUrl"] == ["https://post.example/1"]
    assert "/home/" not in json.dumps(article)


def test_an_export_says_what_made_it() -> None:
    made = Made("9.9", "options-1", ({"kind": "roads", "name": "valley", "licence": "ODbL 1.0"},), "12:abcd")
    told = about(made, SHAPES["acled"].said, ["acled.csv"])
    assert told["chain"] == "12:abcd"
    assert "none of it" in told["shape"]
    assert told["credits"][-1] == "roads valley: ODbL 1.0"


class Nothing:
    def each(self, kind: str) -> list[Row]:
        return []

    def some(self, kind: str, records: object) -> list[Row]:
        return []


def test_an_unknown_shape_is_refused() -> None:
    with pytest.raises(ExportError, match="no shape of an export"):
        export("xls", Nothing(), Made("1", "o"), Wanted())  # type: ignore[arg-type]
