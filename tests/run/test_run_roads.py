"""`warmonitor roads`: added with their licence, listed, used, removed, and refused in one plain sentence."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warmonitor.cli import app
from warmonitor.model import SourceError, StoreError
from warmonitor.run.references import open_look_ups
from warmonitor.run.roads import add_roads

LINE = {
    "properties": {"highway": "primary", "ref": "R1"},
    "geometry": {"type": "LineString", "coordinates": [[10.0, 50.0], [10.02, 50.0]]},
}
BROKEN = {
    "properties": {"highway": "primary"},
    "geometry": {"type": "LineString", "coordinates": [[10.0, 50.0]]},
}


def put(folder: Path, *features: object) -> Path:
    path = folder / "land.v2.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def roads(*words: object) -> tuple[int, str, str]:
    ran = CliRunner().invoke(app, ["roads", *map(str, words)])
    return ran.exit_code, ran.stdout.strip(), ran.stderr.strip()


def test_roads_are_added_listed_used_and_removed(tmp_path: Path) -> None:
    kept, path = tmp_path / "kept", put(tmp_path, LINE)
    code, out, _ = roads("add", path, "--licence", "ODbL 1.0", "--references", kept)
    assert (code, out) == (0, "2 pieces of road taken as “land” (ODbL 1.0).")
    assert roads("list", "--references", kept) == (0, "land\t2 pieces of road\tODbL 1.0", "")
    found = open_look_ups(kept)
    assert (found.roads.pieces, [one.name for one in found.kept]) == (2, ["land"])
    assert found.options != open_look_ups().options
    assert roads("remove", "land", "--references", kept)[0] == 0
    assert open_look_ups(kept).roads.pieces == 0
    code, _, err = roads("remove", "land", "--references", kept)
    assert (code, err.split(":")[0]) == (2, "reference-unknown")


def test_what_is_left_out_is_told_and_the_rest_kept(tmp_path: Path) -> None:
    given = ("--licence", "ODbL 1.0", "--name", "north", "--references", tmp_path / "kept")
    code, out, err = roads("add", put(tmp_path, LINE, BROKEN), *given)
    assert (code, out) == (3, "2 pieces of road taken as “north” (ODbL 1.0).")
    assert err.startswith("roads-broken: land.v2.geojson: The file has 1 features without a usable line")


def test_a_file_without_roads_is_one_sentence(tmp_path: Path) -> None:
    code, out, err = roads("add", put(tmp_path), "--licence", "ODbL 1.0", "--references", tmp_path / "kept")
    assert (code, out, err.count("\n")) == (2, "", 0)
    assert err.startswith("source-unreadable: ")


def test_a_licence_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="under which terms"):
        add_roads(tmp_path / "kept", put(tmp_path, LINE), "  ")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError):
        add_roads(tmp_path / "kept", put(tmp_path, LINE), "ODbL 1.0")
