import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from eval import floors, gate, results
from eval.gate import main
from eval.measured import Measured, Wanted, measure_seeds, measure_set, public_sets

Gate = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gate:
    kept, found = tmp_path / "floors.json", tmp_path / "results.json"
    monkeypatch.setattr(gate, "read_floors", lambda: floors.read_floors(kept))
    monkeypatch.setattr(gate, "write_floors", lambda new: floors.write_floors(new, kept))
    monkeypatch.setattr(gate, "read_results", lambda: results.read_results(found))
    monkeypatch.setattr(gate, "write_results", lambda new: results.write_results(new, found))

    def run_with(measured: list[Measured], *arguments: str) -> int:
        monkeypatch.setattr(gate, "measure_all", lambda wanted: iter(measured))
        return main(list(arguments))

    return run_with


def test_floors_are_kept_and_then_hold(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([Measured("set", {"recall": 0.8}, "d1")], "--update") == 0
    assert run([Measured("set", {"recall": 0.8}, "d1")]) == 0
    assert run([Measured("set", {"recall": 0.79}, "d1")]) == 1
    assert "BELOW" in capsys.readouterr().out


def test_update_does_not_hide_a_fall(run: Gate) -> None:
    assert run([Measured("set", {"recall": 0.8}, "d1")], "--update") == 0
    assert run([Measured("set", {"recall": 0.5}, "d1")], "--update") == 1
    assert run([Measured("set", {"recall": 0.79}, "d1")]) == 1


def test_lowering_asks_for_a_reason_and_keeps_it(run: Gate, tmp_path: Path) -> None:
    run([Measured("set", {"recall": 0.8}, "d1")], "--update")
    assert run([Measured("set", {"recall": 0.5}, "d1")], "--lower", "the gold was wrong") == 0
    kept = json.loads((tmp_path / "floors.json").read_text())
    assert kept["set"]["floors"] == {"recall": 0.5}
    assert kept["set"]["lowered"] == ["the gold was wrong (recall)"]


def test_a_kept_case_that_changed_fails_until_it_is_accepted(
    run: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    run([Measured("case", {"recall": 0.8}, "d1", kept=True)], "--update")
    changed = [Measured("case", {"recall": 0.9}, "d2", kept=True)]
    assert run(changed) == 1
    assert "the data is not the one" in capsys.readouterr().out
    assert run(changed, "--lower", "two reports more") == 0
    assert run(changed) == 0


def test_another_part_of_a_public_set_is_measured_and_not_judged(
    run: Gate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run([Measured("set", {"recall": 0.8}, "d1")], "--update")
    before = (tmp_path / "floors.json").read_text(), (tmp_path / "results.json").read_text()
    assert run([Measured("set", {"recall": 0.3}, "d2")], "--update") == 0
    said = capsys.readouterr().out
    assert "0.3000  other data" in said
    assert "measured, not judged" in said
    assert before == ((tmp_path / "floors.json").read_text(), (tmp_path / "results.json").read_text())


def test_what_was_measured_is_kept_for_the_page(run: Gate, tmp_path: Path) -> None:
    run([Measured("set", {"recall": 0.80004, "asked": 12.0}, "d1", floored=("recall",))], "--update")
    kept = json.loads((tmp_path / "results.json").read_text())
    assert kept == {"set": {"asked": 12.0, "recall": 0.8}}
    assert list(json.loads((tmp_path / "floors.json").read_text())["set"]["floors"]) == ["recall"]


def test_absent_data_is_said_and_fails_nothing_but_a_failure_does(
    run: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([Measured("set", {}, absent="not in data")]) == 0
    assert run([Measured("case", {}, failed="no account")]) == 1
    said = capsys.readouterr().out
    assert "absent: not in data" in said
    assert "failed: no account" in said


def a_set(parts: tuple[str, ...], got: dict[str, float]) -> ModuleType:
    module = ModuleType("some_set")
    module.__dict__.update(DATA=parts, score=lambda data: got)
    return module


def test_a_set_is_measured_where_its_files_are(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("one")
    there = measure_set("some", a_set(("a.tsv",), {"f1": 0.5}), tmp_path)
    assert there.got == {"f1": 0.5}
    assert len(there.data) == 64
    assert "b.tsv" in measure_set("some", a_set(("a.tsv", "b.tsv"), {"f1": 0.5}), tmp_path).absent
    assert measure_set("some", a_set((), {}), tmp_path).absent
    assert measure_set("some", a_set((), {"f1": 0.5}), None).absent


def test_seeds_are_measured_where_they_are_given(tmp_path: Path) -> None:
    assert measure_seeds(Wanted()).absent
    assert measure_seeds(Wanted(seeds=tmp_path, gold=tmp_path / "none.json")).absent.startswith("not there")
    case = Path(__file__).parents[2] / "eval/cases/karabakh-2020"
    found = measure_seeds(Wanted(seeds=case / "reports", gold=case / "gold.json"))
    assert found.got["quote verbatim"] == 1.0
    assert len(found.data) == 64


def test_every_public_set_names_its_data() -> None:
    found = public_sets()
    assert {"extraction", "parser", "places", "muc34"} <= found.keys()
    assert not {"gate", "measured", "score"} & found.keys()
