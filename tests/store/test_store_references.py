"""Look-ups that a user adds are there again with their licence, and a broken list is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from warmonitor.model import Reference, ReferenceKind, StoreError
from warmonitor.store.references import LIST, References

DUMP = Reference(ReferenceKind.GAZETTEER, "dump", "CC BY 4.0", "ab" * 32, 12)
ROADS = Reference(ReferenceKind.ROADS, "dump", "ODbL 1.0", "cd" * 32, 3)


def put(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def test_what_was_added_is_found_again(tmp_path: Path) -> None:
    kept = References(tmp_path / "new" / "folder")
    assert kept.all() == []
    kept.add(ROADS, put(b"roads"))
    kept.add(DUMP, put(b"places"))
    again = References(tmp_path / "new" / "folder")
    assert again.all() == [DUMP, ROADS]
    assert again.all(ReferenceKind.ROADS) == [ROADS]
    assert again.path(DUMP).read_bytes() == b"places"


def test_a_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    kept = References(tmp_path)
    newer = Reference(ReferenceKind.GAZETTEER, "dump", "CC BY 4.0", "ef" * 32, 13)
    for one in (DUMP, newer):
        kept.add(one, put(b"x"))
    assert kept.all() == [newer]
    assert not kept.path(DUMP).exists()
    kept.remove(newer)
    assert kept.all() == []
    assert [path.name for path in tmp_path.iterdir()] == [LIST]


@pytest.mark.parametrize("content", ["{", '[{"kind": "gazetteer"}]', '[{"kind": "else"}]', "[3]"])
def test_a_broken_list_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / LIST).write_text(content)
    with pytest.raises(StoreError):
        References(tmp_path).all()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        References(tmp_path / "file").add(DUMP, put(b""))
