"""Hostile input 43: whatever was done to the files of a store is told, and nothing is taken away."""

import random
import shutil
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from kept_documents import NOW, Place, filled, made_of, raw_report, times

from warmonitor.model import StoreError
from warmonitor.store.check import check


def told(place: Place) -> bool:
    """Say whether something is found to be wrong; nothing but a StoreError may come out."""
    try:
        with place.open(create=False) as store:
            return bool(list(check(store)))
    except StoreError as error:
        return str(error).endswith((".", "…"))


def test_flipped_bytes_of_the_database_are_told_or_touch_nothing(quick_path: Path) -> None:
    whole, chance = Place(str(quick_path / "whole"), None), random.Random(5)
    filled(whole, 12)
    wanted, found = whole.dump(), 0
    content = (quick_path / "whole" / "store.db").read_bytes()
    for number in range(times(60, 1_000)):
        place = Place(str(quick_path / f"flipped{number}"), None)
        shutil.copytree(quick_path / "whole", place.store)
        at = chance.randrange(len(content))
        path = Path(place.store) / "store.db"
        path.write_bytes(content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :])
        if told(place):
            found += 1
        else:
            assert place.dump() == wanted, at
        assert path.stat().st_size >= len(content)
        shutil.rmtree(place.store)
    assert found


def test_a_log_beside_the_database_that_is_gone_costs_at_most_the_last(quick_path: Path) -> None:
    place = Place(str(quick_path / "store"), None)
    filled(place, 5)
    before = place.dump()
    for name in ("store.db-wal", "store.db-shm", "store.db-journal"):
        (quick_path / "store" / name).unlink(missing_ok=True)
    assert not told(place)
    assert place.dump() == before


def test_a_store_for_reading_only_loses_nothing(quick_path: Path) -> None:
    place = Place(str(quick_path / "store"), None)
    filled(place, 2)
    before = place.dump()
    path = quick_path / "store" / "store.db"
    path.chmod(0o400)
    # Who is root may write all the same.
    with suppress(StoreError), place.open(create=False) as store:
        store.keep(raw_report(9), made_of(raw_report(9)), NOW)
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert set(before) <= set(place.dump())
    assert not told(place)


@pytest.mark.parametrize("name", ["store.db"])
def test_a_database_cut_short_is_told_and_left_as_it_is(quick_path: Path, name: str) -> None:
    place = Place(str(quick_path / "store"), None)
    filled(place, 12)
    path = quick_path / "store" / name
    content = path.read_bytes()
    for size in (len(content) // 2, 4_096, 100):
        path.write_bytes(content[:size])
        assert told(place)
        assert path.stat().st_size == size


def test_letters_that_are_none_are_told(quick_path: Path) -> None:
    place = Place(str(quick_path / "store"), None)
    filled(place, 2)
    path = quick_path / "store" / "store.db"
    content = path.read_bytes()
    at = content.index(b'"sha256"')
    path.write_bytes(content[:at] + b"\xe2\x28" + content[at + 2 :])
    assert told(place)
