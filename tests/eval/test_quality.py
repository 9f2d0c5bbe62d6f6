"""docs/quality.md is what the generator makes of the committed results, and leaves out no set."""

from pathlib import Path

import pytest

from eval.floors import read_floors
from eval.measured import public_sets
from eval.quality import page, words
from eval.results import read_results, write_results

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"
SETS = {one["name"]: one for one in words()["sets"]}


def test_the_page_is_made_from_what_was_measured() -> None:
    again = "make it again: python -m eval.gate --data DIR --update --write-quality docs/quality.md"
    assert PAGE.read_text(encoding="utf-8") == page(read_results()), again


def test_every_set_is_told_of() -> None:
    assert public_sets().keys() <= SETS.keys()
    assert {name for name in read_floors() if not name.startswith("case ")} <= SETS.keys()


@pytest.mark.parametrize("name", SETS)
def test_every_row_has_its_measure(name: str) -> None:
    got = read_results().get(name)
    asked = {measure for row in SETS[name]["rows"] for measure in row["measures"]}
    assert got is None or asked <= got.keys()


def test_what_was_not_measured_is_absent() -> None:
    made = page({"extraction": {"f1": 0.5, "precision": 1.0}})
    assert "| article text; precision; recall | 50.0 %, 100.0 %, *absent* |" in made
    assert "Absent: its data was not there" in made
    assert made.count("Absent: its data") == len(SETS) - 1


def test_percentages_are_told_as_such() -> None:
    assert "| 84.1 %, 83.0 % |" in page({"parser": {"ewt_dev.las": 84.1, "gum_dev.las": 83}})


def test_results_come_back_as_written(tmp_path: Path) -> None:
    write_results({"b": {"y": 0.123456, "x": 1.0}, "a": {}}, tmp_path / "results.json")
    assert read_results(tmp_path / "results.json") == {"a": {}, "b": {"x": 1.0, "y": 0.1235}}
    assert read_results(tmp_path / "none.json") == {}
