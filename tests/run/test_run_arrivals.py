"""`warmonitor compare`: each report told once, on the day it comes, whatever stopped in between."""

from pathlib import Path

import pytest
from test_run_index import FERRY, MINE
from typer.testing import CliRunner

from warmonitor.cli import app


def put(folder: Path, name: str, text: str, day: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"# Port of Kosta changes hands\n\nPublished: {day}\n\n{text}\n", encoding="utf-8")
    return path


def told(*arguments: str | Path) -> tuple[int, list[str], str]:
    done = CliRunner().invoke(app, ["compare", *map(str, arguments)])
    return done.exit_code, done.stdout.splitlines(), done.stderr


def test_a_copy_that_comes_later_is_told_with_its_changed_figure(tmp_path: Path) -> None:
    first = put(tmp_path, "first.md", FERRY, "2023-11-07")
    apart = put(tmp_path, "apart.md", MINE, "2023-11-08")
    copy = put(tmp_path, "copy.md", FERRY.replace("nine dead", "nineteen dead"), "2023-11-09")
    index = tmp_path / "index"
    assert told(first, "--index", index)[:2] == (0, [f"{first}: a text of its own"])
    code, lines, _ = told(apart, copy, "--index", index)
    assert code == 0
    assert f"{apart}: a text of its own" in lines
    (link,) = [line for line in lines if line.startswith(f"{copy}: reprint of {first} (")]
    assert lines[lines.index(link) + 1].strip() == f"“nineteen” in {copy} where {first} has “nine”"


def test_the_first_text_may_come_last(tmp_path: Path) -> None:
    copy = put(tmp_path, "copy.md", FERRY, "2024-11-09")
    first = put(tmp_path, "first.md", FERRY.replace(" by noon", " before noon"), "2023-11-07")
    told(copy, "--index", tmp_path / "index")
    (line,) = told(first, "--index", tmp_path / "index")[1]
    assert line.startswith(f"{first}: the earlier text; {copy} is its reprint (")


def test_a_report_given_again_is_known(tmp_path: Path) -> None:
    first = put(tmp_path, "first.md", FERRY, "2023-11-07")
    told(first, "--index", tmp_path / "index")
    assert told(first, "--index", tmp_path / "index")[:2] == (0, [f"{first}: was there already"])


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": 99, "algorithm": "x", "reports": 0}'])
def test_an_index_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    first = put(tmp_path, "first.md", FERRY, "2023-11-07")
    index = tmp_path / "index"
    index.mkdir()
    (index / "manifest.json").write_bytes(content)
    code, lines, errors = told(first, "--index", index)
    assert (code, lines) == (2, [])
    assert errors.startswith("store-")
    assert str(index) in errors
    assert len(errors.splitlines()) == 1


def test_a_file_in_the_place_of_the_index_is_told(tmp_path: Path) -> None:
    first = put(tmp_path, "first.md", FERRY, "2023-11-07")
    code, _, errors = told(first, "--index", first)
    assert code == 2
    assert errors.startswith("index-unusable: ")


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    first = put(tmp_path, "first.md", FERRY, "2023-11-07")
    code, lines, errors = told(first, tmp_path / "nowhere.md", "--index", tmp_path / "index")
    assert (code, lines) == (3, [f"{first}: a text of its own"])
    assert "nowhere.md" in errors
