"""A gazetteer is added on the command line, used by an account that says so, and forgotten again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warmonitor.cli import app

COMPLETE, NOTHING_READ, PARTIAL = 0, 2, 3
TABLE = "Name_EN,PCODE,Lat,Lon\nTell Vostra,SY770401,35.2,36.7\n"
REPORT = (
    "Idlib, 3 March 2020 - Shelling killed 12 people in Tell Vostra in Syria's Idlib province on Monday,"
    " the mayor of Idlib said.\n\nResidents of Tell Vostra said that two houses had burnt down. Rescuers from"
    " Idlib reached the village on Monday evening, and found more wounded people there.\n"
)


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "places.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "places.csv"


def test_a_table_is_added_listed_and_removed(table: Path, tmp_path: Path) -> None:
    kept = ("--references", tmp_path / "kept")
    assert run("gazetteer", "add", table, "--licence", "CC BY-IGO", *kept) == (
        COMPLETE,
        "1 places taken as “places” (CC BY-IGO).\n",
        "",
    )
    assert run("gazetteer", "list", *kept) == (COMPLETE, "places\t1 places\tCC BY-IGO\n", "")
    assert run("gazetteer", "remove", "places", *kept) == (COMPLETE, "", "")
    assert run("gazetteer", "list", *kept) == (COMPLETE, "", "")
    code, _, told = run("gazetteer", "remove", "places", *kept)
    assert (code, told.split(":")[0]) == (NOTHING_READ, "reference-unknown")


def test_without_a_licence_nothing_is_added(table: Path, tmp_path: Path) -> None:
    code, _, told = run("gazetteer", "add", table, "--references", tmp_path / "kept")
    assert (code, "--licence" in told) == (NOTHING_READ, True)
    code, _, told = run("gazetteer", "add", table, "--licence", " ", "--references", tmp_path / "kept")
    assert (code, "with its licence" in told) == (NOTHING_READ, True)
    assert not (tmp_path / "kept").exists()


def test_rows_that_are_refused_are_told_by_code(table: Path, tmp_path: Path) -> None:
    table.write_text(TABLE + "Nowhere,SY770402,0,0\nShort,row\n", encoding="utf-8")
    code, _, told = run("gazetteer", "add", table, "--licence", "own", "--references", tmp_path)
    assert code == PARTIAL
    assert [line.split(":")[0] for line in told.splitlines()] == ["coordinates-zero", "row-columns"]


def test_a_file_that_is_no_gazetteer_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader\n")
    code, _, told = run(
        "gazetteer", "add", tmp_path / "letter.txt", "--licence", "own", "--references", tmp_path / "kept"
    )
    assert (code, "is no gazetteer" in told) == (NOTHING_READ, True)
    assert list((tmp_path / "kept").iterdir()) == []


def test_an_account_says_which_gazetteers_it_was_made_with(table: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    kept, out = ("--references", tmp_path / "kept"), tmp_path / "out"
    run("gazetteer", "add", table, "--licence", "CC BY-IGO <b>", "--name", "villages", *kept)
    code, _, told = run("account", tmp_path / "report.txt", "--out", out, *kept)
    assert code == COMPLETE, told
    made = json.loads((out / "account.json").read_text(encoding="utf-8"))
    (one,) = made["made"]["references"]
    assert (one["name"], one["licence"], one["rows"]) == ("villages", "CC BY-IGO <b>", 1)
    places = {place["name"]: place for place in made["places"]}
    assert places["Tell Vostra"]["gazetteer"] == "pcode:SY770401"
    assert "villages (CC BY-IGO &lt;b&gt;)" in (out / "index.html").read_text(encoding="utf-8")
    assert "villages (CC BY-IGO" in (out / "sitrep.md").read_text(encoding="utf-8")
