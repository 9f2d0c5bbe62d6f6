"""Look-ups that a user added are opened with a run, and told with what it makes."""

from pathlib import Path

import pytest

from warmonitor.model import Reference, ReferenceKind, StoreError
from warmonitor.run.references import LookUps, Opened, open_look_ups
from warmonitor.run.roads import add_roads
from warmonitor.store.references import LIST

EXAMPLE = Path(__file__).parents[2] / "examples" / "roads" / "khan-sheikhoun.geojson"
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


def test_look_ups_are_opened_again_only_when_others_are_kept(tmp_path: Path) -> None:
    opened = Opened(tmp_path)
    first = opened.now()
    assert opened.now() is first
    add_roads(tmp_path, EXAMPLE, "Apache-2.0")
    second = opened.now()
    assert second.options != first.options
    assert opened.now() is second
