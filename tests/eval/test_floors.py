from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.floors import Floor, Verdict, fingerprint, judge, read_floors, renew, rounded, write_floors

SHARES = st.dictionaries(st.sampled_from("abcd"), st.floats(0, 1))


@given(st.floats(0, 1))
def test_rounding_never_raises(share: float) -> None:
    assert share - 0.001 - 1e-8 <= rounded(share) <= share + 1e-8


@given(SHARES, SHARES)
def test_updating_never_lowers_a_floor(kept: dict[str, float], got: dict[str, float]) -> None:
    before = Floor("data", kept)
    after = renew(before, got, "data")
    assert all(after.floors[m] >= floor for m, floor in kept.items())
    assert all(after.floors[m] >= rounded(share) for m, share in got.items())


def test_lowering_keeps_its_reason_and_what_fell() -> None:
    after = renew(Floor("old", {"a": 0.9, "b": 0.5}), {"a": 0.7, "b": 0.6}, "old", "stricter gold")
    assert after.floors == {"a": 0.7, "b": 0.6}
    assert after.lowered == ["stricter gold (a)"]


def test_raising_for_a_reason_leaves_no_note() -> None:
    assert renew(Floor("old", {"a": 0.5}), {"a": 0.7}, "old", "no need").lowered == []


def test_update_keeps_the_old_fingerprint_so_that_new_data_stays_visible() -> None:
    assert renew(Floor("old", {"a": 0.5}), {"a": 0.7}, "new").data == "old"
    assert renew(Floor("old", {"a": 0.5}), {"a": 0.7}, "new", "new cases").data == "new"


@pytest.mark.parametrize(
    ("floor", "got", "ok"),
    [(0.5, 0.5, True), (0.5, 0.4999, False), (None, 0.1, True), (0.5, None, False), (0.333, 1 / 3, True)],
)
def test_verdicts(floor: float | None, got: float | None, ok: bool) -> None:
    assert Verdict("set", "measure", floor, got).ok is ok


def test_a_measure_that_vanished_is_judged() -> None:
    assert [v.ok for v in judge("set", {"a": 1.0}, Floor("", {"a": 0.5, "gone": 0.1}))] == [True, False]


def test_floors_come_back_as_written(tmp_path: Path) -> None:
    floors = {"set": Floor("f00", {"b": 0.25, "a": 1.0}, ["why"])}
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == {}


def test_the_fingerprint_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("one")
    first = fingerprint([tmp_path / "sub"], tmp_path)
    assert fingerprint([tmp_path], tmp_path) == first
    (tmp_path / "sub" / "a.txt").rename(tmp_path / "sub" / "b.txt")
    second = fingerprint([tmp_path], tmp_path)
    (tmp_path / "sub" / "b.txt").write_text("two")
    assert len({first, second, fingerprint([tmp_path], tmp_path)}) == 3
