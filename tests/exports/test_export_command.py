import json
from pathlib import Path

import pytest
from literal_account import account, written
from typer.testing import CliRunner

from warmonitor.cli import app


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["export", *words])
    return done.exit_code, done.output


def test_a_table_is_written_to_a_file_with_what_made_it_beside(tmp_path: Path) -> None:
    out = tmp_path / "made" / "events.csv"
    code, said = run("--as", "acled", "--account", str(written(account(), tmp_path)), "--out", str(out))
    assert (code, said.split()) == (0, [str(out), f"{out}.about.json"])
    assert out.read_bytes().startswith(b"event_id_cnty,event_date,")
    told = json.loads((tmp_path / "made" / "events.csv.about.json").read_text())
    assert (told["files"], told["made"]["version"]) == (["events.csv"], "9.9")
    assert sorted(path.name for path in out.parent.iterdir()) == ["events.csv", "events.csv.about.json"]


@pytest.mark.parametrize("shape", ["acled", "ucdp", "hxl", "parquet", "geojson", "ftm"])
def test_every_shape_is_written_to_a_folder(tmp_path: Path, shape: str) -> None:
    out = tmp_path / "out"
    code, _ = run("--as", shape, "--account", str(written(account(), tmp_path)), "--out", str(out))
    told = json.loads((out / "about.json").read_text())
    assert code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted([*told["files"], "about.json"])


def test_filters_are_given_as_days_and_a_place(tmp_path: Path) -> None:
    words = [
        "--as",
        "acled",
        "--account",
        str(written(account(), tmp_path)),
        "--out",
        str(tmp_path / "a.csv"),
    ]
    run(*words, "--since", "2031-06-01")
    assert len((tmp_path / "a.csv").read_bytes().splitlines()) == 1
    run(*words, "--until", "2031-06-01", "--place", "Vanholt")
    assert len((tmp_path / "a.csv").read_bytes().splitlines()) == 2
    code, said = run(*words, "--since", "soon")
    assert code == 2
    assert "soon" in said


def test_trouble_is_one_plain_line(tmp_path: Path) -> None:
    code, said = run("--as", "acled", "--account", str(tmp_path), "--out", str(tmp_path / "a.csv"))
    assert code == 2
    assert said.count("\n") == 1
    assert "cannot be read" in said
    assert not (tmp_path / "a.csv").exists()


def test_a_record_that_is_not_as_the_schema_says_is_told(tmp_path: Path) -> None:
    tree = account()
    tree["events"][0]["when"]["earliest"] = "yesterday"
    folder = written(tree, tmp_path)
    code, said = run("--as", "acled", "--account", str(folder), "--out", str(tmp_path / "a.csv"))
    assert (code, said.count("\n")) == (2, 1)
    assert "not as its schema says" in said
    assert not list(tmp_path.glob("a.csv*"))


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = written(account(), tmp_path)
    code, said = run("--as", "hxl", "--account", str(folder), "--out", str(tmp_path / "file" / "below"))
    assert code == 2
    assert "cannot be written to" in said
