"""The build job of the gazetteer: stamped by content, and its arithmetic."""

from pathlib import Path

import pytest

from build_hooks.gazetteer import (
    INPUTS,
    NEEDS,
    WORDS,
    Row,
    _spelling,
    build,
    centre,
    fingerprint,
    fresh,
    kilometres,
    needs,
)
from warmonitor.reference.gazetteer.spelling import norm


def test_a_gazetteer_made_from_these_inputs_needs_nothing() -> None:
    assert fresh()
    assert needs() == ()


def test_a_missing_or_foreign_file_is_made_anew(tmp_path: Path) -> None:
    target = tmp_path / "gazetteer.sqlite"
    assert not fresh(target)
    target.write_bytes(b"no database" * 100)
    assert not fresh(target)
    assert all("=" in need for need in NEEDS)


def test_a_fresh_file_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("build_hooks.gazetteer.fresh", lambda _: True)
    target = tmp_path / "gazetteer.sqlite"
    build(target)
    assert not target.exists()


def test_the_fingerprint_is_of_content() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 64


def test_words_of_spelling_are_part_of_it_and_read_alike_by_the_build_and_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = ["Kfar Orlen", "Tell al-Tanna", "Nova Brenna", "Orlen"]
    assert [_spelling().norm(name) for name in names] == [norm(name) for name in names]
    assert norm("Kfar Orlen") == norm("Kafr Orlen") == "kafrorlen"
    before, other = fingerprint(), tmp_path / "spelling.yml"
    other.write_bytes(WORDS.read_bytes() + b"  lake: loch\n")
    monkeypatch.setattr("build_hooks.gazetteer.INPUTS", [other if one == WORDS else one for one in INPUTS])
    assert fingerprint() != before


def test_the_middle_of_places_across_the_date_line() -> None:
    lat, lon = centre([Row("a", "A", 0.0, 179.0, "FJ"), Row("b", "B", 0.0, -179.0, "FJ")])
    assert (round(lat, 3), round(abs(lon), 3)) == (0.0, 180.0)


def test_kilometres_on_the_globe() -> None:
    assert kilometres(0.0, 0.0, 0.0, 1.0) == pytest.approx(111.19, abs=0.01)
