"""A program that is killed, at every named point and at random, loses nothing that it acknowledged."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from keeping import DONE, KILLED, Keeper, acknowledged
from kept_documents import SOAK, Place, filled, sound, times

from warmonitor.store.points import POINTS
from warmonitor.store.store import SIGHTING

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "khan-sheikhoun"
OF_TABLES = {"migrating", "changed", "migrated"}
OF_WATCH = {"archived", "logged"}  # tests/run/test_watch_killed.py
ROUND = 50  # kills of one store, so that looking it over stays cheap


@pytest.mark.parametrize("point", sorted({*POINTS} - OF_WATCH))
def test_killed_at_a_named_point(place: Place, keeper: Keeper, quick_path: Path, point: str) -> None:
    acks, wanted = quick_path / "acks", Place(str(quick_path / "wanted"), None)
    filled(wanted, 9)
    # On opening a store for the first time its tables are made in a transaction that is no document's.
    for nth in (1,) if point in OF_TABLES else (1, 2, 4):
        numbers = range(len(set(acknowledged(acks))), 8)
        assert keeper.run(place, acks, numbers, stop=(point, nth)) == KILLED
        sound(place, acknowledged(acks))
    assert keeper.run(place, acks, range(9)) == DONE
    assert sound(place, acknowledged(acks)) == set(range(9))
    assert place.dump() == wanted.dump()


def test_killed_at_random(place: Place, keeper: Keeper, quick_path: Path) -> None:
    kills, many = random.Random(11), times(25, 1000)
    for start in range(0, many, ROUND):
        here = place if not start else Place(str(quick_path / f"store{start}"), None)
        acks, killed = quick_path / f"acks{start}", 0
        while killed < min(ROUND, many - start):
            first = max(acknowledged(acks), default=-1) + 1
            child = keeper.start(here, acks, range(first, first + 40))
            time.sleep(kills.uniform(0.0, 0.3))
            os.kill(child, signal.SIGKILL)
            killed += keeper.end() == KILLED
            before = time.monotonic()
            with here.open() as store:
                store.head()
            assert not SOAK or time.monotonic() - before < 5.0
            numbers = sound(here, acknowledged(acks))
        assert numbers >= set(acknowledged(acks))


def test_four_that_keep_the_same_documents_at_once(place: Place, keeper: Keeper, quick_path: Path) -> None:
    wanted = Place(str(quick_path / "wanted"), None)
    filled(wanted, 30)
    for at in range(4):
        keeper.start(place, quick_path / f"acks{at}", range(30))
    assert [keeper.end() for _ in range(4)] == [DONE] * 4
    for at in range(4):
        assert sound(place, acknowledged(quick_path / f"acks{at}")) == set(range(30))
    assert place.dump() == wanted.dump()


def test_a_backup_that_is_killed_is_not_there(keeper: Keeper, quick_path: Path) -> None:
    store, copy = Place(str(quick_path / "store"), None), quick_path / "copy"
    done = keeper.run(store, quick_path / "acks", range(3), copy=str(copy), stop=("backed-up", 1))
    assert done == KILLED
    assert not copy.exists()
    assert keeper.run(store, quick_path / "acks", range(3), copy=str(copy)) == DONE
    assert Place(str(copy), None).dump() == store.dump()


def test_the_command_is_killed_and_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "warmonitor.cli", "store", "add", str(EXAMPLE), "--store"]
    acked: set[str] = set()
    for killed in (True,) * times(2, 20) + (False,):
        process = subprocess.Popen([*command, str(tmp_path / "killed")], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        for at, line in enumerate(process.stdout):
            acked.update(re.findall(r" as (report-\w+)$", line))
            if killed and at == 4:
                process.kill()
                break
        process.stdout.close()
        assert process.wait() == (KILLED if killed else 0)
    subprocess.run([*command, str(tmp_path / "whole")], stdout=subprocess.DEVNULL, check=True)
    whole = Place(str(tmp_path / "whole"), None)
    assert Place(str(tmp_path / "killed"), None).dump() == whole.dump()
    with whole.open() as store:
        assert acked == {raw.report_id for raw in store.given(SIGHTING)}
