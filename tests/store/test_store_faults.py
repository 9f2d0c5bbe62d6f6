"""Each call that writes fails once, or from then on; the disk is full; nothing half written is ever there."""

import errno
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import DONE, TOLD, Keeper, acknowledged
from kept_documents import NOW, SOAK, Place, filled, made_of, raw_report, sound
from scripted import STEPS, Script, finished, whole

from warmonitor.model import StoreError
from warmonitor.store.store import Store

NEVER_REACHED, BEYOND = 100, 10**9
TRIED = 16  # calls of one document, in a test run
WAYS = [(errno.EIO, False), (errno.ENOSPC, True)]
WAYS += [(errno.EIO, True), (errno.ENOSPC, False)] if SOAK else []


@pytest.mark.parametrize(("error", "always"), WAYS)
@pytest.mark.parametrize("there", [0, 2], ids=["no store yet", "a store"])
def test_the_kth_call_fails(
    faulty_keeper: Keeper, quick_path: Path, there: int, always: bool, error: int
) -> None:
    first, wanted = Place(str(quick_path / "first"), None), Place(str(quick_path / "wanted"), None)
    if there:
        filled(first, there)
    filled(wanted, there + 1)
    whole = wanted.dump()

    def failing(at: int) -> tuple[int, Place, Path]:
        place, acks = Place(str(quick_path / f"store{at}"), None), quick_path / f"acks{at}"
        if there:
            shutil.copytree(first.store, place.store)
        fault = (place.store, at, error, always)
        code = faulty_keeper.run(place, acks, range(there, there + 1), fault=fault)
        return code, place, acks

    code, _, acks = failing(BEYOND)
    assert code == DONE + NEVER_REACHED
    for at in chosen(calls_of(acks), error + always):
        code, place, acks = failing(at)
        assert code in {DONE, TOLD}
        # Without faults again: what there is, is whole, and the same document can be given again.
        numbers = sound(place, [*range(there), *acknowledged(acks)])
        assert numbers <= set(range(there + 1))
        filled(place, there + 1)
        assert place.dump() == whole
        shutil.rmtree(place.store)


def calls_of(acks: Path) -> int:
    """Return how many calls a child made that could have failed."""
    return int(acks.with_suffix(".calls").read_text())


def chosen(calls: int, turn: int, tried: int = TRIED, soak: int = 10**9) -> list[int]:
    """Return which calls fail, each by itself: some in equal steps in a test run, many or all in a soak."""
    assert calls > 12
    step = -(-calls // (soak if SOAK else tried))
    return list(range(1 + turn % step, calls + 1, step))


@pytest.mark.parametrize(("error", "always"), WAYS)
def test_the_kth_call_fails_while_the_account_is_brought_up_to_date(
    faulty_keeper: Keeper, quick_path: Path, script: Script, wanted: list[str], always: bool, error: int
) -> None:
    def done(at: int) -> tuple[int, Place, Path]:
        place, acks = Place(str(quick_path / f"store{at}"), None), quick_path / f"acks{at}"
        fault = (place.store, at, error, always)
        told = {"script": str(script.folder), "steps": STEPS}
        return faulty_keeper.run(place, acks, range(0), **told, fault=fault), place, acks

    code, _, acks = done(BEYOND)
    assert code == DONE + NEVER_REACHED
    for at in chosen(calls_of(acks), error + always, 6, 300):
        code, place, acks = done(at)
        assert code in {DONE, TOLD}
        whole(place, script, acks)
        steps = {"script": str(script.folder), "steps": STEPS}
        assert faulty_keeper.run(place, acks, range(0), **steps) == DONE
        assert finished(place) == wanted
        shutil.rmtree(place.store)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of two megabytes; None where none can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    yield folder if mounted else None
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def keep_until_it_fails(store: Store) -> int:
    """Keep documents until one cannot be kept; return how many could."""
    for number in range(500):
        one = raw_report(number, words=4000)
        try:
            store.keep(one, made_of(one), NOW)
        except (StoreError, OSError) as told:
            return number if any(words in str(told) for words in ("full", "No space")) else 0
    return 500


def test_a_full_disk_is_told_and_freed(
    small_disk: Path | None, faulty_keeper: Keeper, quick_path: Path
) -> None:
    place = Place(str((small_disk or quick_path) / "store"), None)
    if small_disk is None:
        # Every write from one on that finds no space stands for the disk.
        fault = (place.store, 400, errno.ENOSPC, True)
        assert faulty_keeper.run(place, quick_path / "acks", range(500), fault=fault) == TOLD
        kept = len(acknowledged(quick_path / "acks"))
    else:
        (small_disk / "ballast").write_bytes(b"x" * 1_000_000)
        with place.open() as store:
            kept = keep_until_it_fails(store)
        sound(place, range(kept))
        (small_disk / "ballast").unlink()
    assert 5 < kept < 500
    with place.open() as store:
        store.keep(raw_report(kept), made_of(raw_report(kept)), NOW)
    assert sound(place, range(kept + 1)) == set(range(kept + 1))


def test_a_full_disk_while_the_account_is_brought_up_to_date(
    small_disk: Path | None, keeper: Keeper, quick_path: Path, script: Script, wanted: list[str]
) -> None:
    if small_disk is None:
        return  # that no space is found is shown by calls that fail
    place, acks = Place(str(small_disk / "store"), None), quick_path / "acks"
    told = {"script": str(script.folder), "steps": STEPS}
    met: set[int] = set()
    for left in range(40_000, 1_000_000, 20_000 if SOAK else 60_000):
        (small_disk / "ballast").write_bytes(b"x" * (2_000_000 - left))
        code = keeper.run(place, acks, range(0), **told)
        met.add(len(acks.read_text().split()) if acks.exists() else 0)
        (small_disk / "ballast").unlink()
        whole(place, script, acks)
        assert code == DONE or keeper.run(place, acks, range(0), **told) == DONE
        assert finished(place) == wanted
        shutil.rmtree(place.store)
        acks.unlink()
    assert len(met) > 2
