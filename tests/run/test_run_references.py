"""Look-ups that a user added are opened with a run, and told with what it makes."""

from pathlib import Path

import pytest

from warmonitor.model import Reference, ReferenceKind, StoreError
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.store.references import LIST

ROADS = Reference(ReferenceKind.ROADS, "roads of Vostrany", "ODbL 1.0", "cd" * 32, 3)


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert open_look_ups(tmp_path / "none") == open_look_ups()
    assert open_look_ups().kept == ()


def test_other_look_ups_make_another_hash_of_options() -> None:
    plain = open_look_ups()
    assert LookUps(plain.gazetteer, (ROADS,)).options != plain.options


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("{")
    with pytest.raises(StoreError):
        open_look_ups(tmp_path)
