import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from eval import floors, gate
from eval.gate import Measured, main, measure_set

Gate = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gate:
    kept = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "read_floors", lambda: floors.read_floors(kept))
    monkeypatch.setattr(gate, "write_floors", lambda new: floors.write_floors(new, kept))

    def run_with(measured: list[Measured], *arguments: str) -> int:
        monkeypatch.setattr(gate, "measure_all", lambda data, only: iter(measured))
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


def test_changed_data_fails_until_it_is_accepted(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run([Measured("set", {"recall": 0.8}, "d1")], "--update")
    assert run([Measured("set", {"recall": 0.9}, "d2")]) == 1
    assert "the data is not the one" in capsys.readouterr().out
    assert run([Measured("set", {"recall": 0.9}, "d2")], "--lower", "two reports more") == 0
    assert run([Measured("set", {"recall": 0.9}, "d2")]) == 0


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
