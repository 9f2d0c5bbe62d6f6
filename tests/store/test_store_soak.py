"""Kills at random while the account is made, backups under load, and memory and files that stay flat."""

import os
import random
import shutil
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from keeping import DONE, KILLED, Keeper, acknowledged
from kept_documents import Place, made_of, sound, times
from scripted import STEPS, Script, finished, look_ups, whole
from watched import Site, once, page

from warmonitor.model import Account, Maker, RawReport
from warmonitor.run import refresh as refreshing
from warmonitor.run.versions import version_of
from warmonitor.store.backup import back_up, restore
from warmonitor.store.check import check
from warmonitor.store.made import Made


def test_killed_at_random_while_the_account_is_brought_up_to_date(
    place: Place, keeper: Keeper, quick_path: Path, script: Script, wanted: list[str]
) -> None:
    if place.raw:
        return  # what a kill leaves there is shown at each named point, and by hard stops
    kills, killed, number = random.Random(13), 0, 0
    while killed < times(8, 1000):
        here, acks = Place(str(quick_path / f"store{number}"), None), quick_path / f"acks{number}"
        child = keeper.start(here, acks, range(0), script=str(script.folder), steps=STEPS)
        time.sleep(kills.uniform(0.0, 0.6))
        os.kill(child, signal.SIGKILL)
        ended = keeper.end()
        killed += ended == KILLED
        if ended == KILLED and not Path(here.store, "store.db").exists():
            continue
        whole(here, script, acks)
        if ended == DONE or kills.random() < 0.2:
            assert keeper.run(here, acks, range(0), script=str(script.folder), steps=STEPS) == DONE
            assert finished(here) == wanted
            shutil.rmtree(here.store)
            number += 1


def test_every_backup_under_load_is_whole(keeper: Keeper, quick_path: Path) -> None:
    place, acks = Place(str(quick_path / "store"), None), quick_path / "acks"
    with place.open():
        pass
    child = keeper.start(place, acks, range(1_000_000))
    for number in range(times(3, 10)):
        time.sleep(times(0, 30) or 0.3)
        acked = acknowledged(acks)
        copy, again = quick_path / f"copy{number}", Place(str(quick_path / f"again{number}"), None)
        with place.open() as store:
            assert back_up(store, copy) == []
        assert restore(copy, again.store, None) == []
        sound(again, acked)
        for one in (copy, again.store):
            shutil.rmtree(one)
    os.kill(child, signal.SIGKILL)
    assert keeper.end() == KILLED
    sound(place, acknowledged(acks))


class Current:
    """Reads documents without a parser, as this version would have."""

    def read(self, raws: Any) -> Any:
        for raw in raws:
            if raw is not None:
                yield raw, made_now(raw)

    def stop(self) -> None:
        pass


def made_now(raw: RawReport) -> list[Made]:
    return [replace(one, version=version_of(one.stage)) for one in made_of(raw)]


def resident() -> float:
    """Return how much memory this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def test_memory_and_open_files_stay_flat(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "account_of_block", lambda *_: Account(Maker("", "")))
    rounds, together, levels, files = times(4, 40), times(20, 100), [], []
    with Place(str(quick_path / "store"), None).open() as store:
        for at in range(rounds):
            numbers = range(at * together, (at + 1) * together)
            once(store, Site({number: page(number) for number in numbers}), reading=Current())  # type: ignore[arg-type]
            refreshing.refresh(store, look_ups())
            levels.append(resident())
            files.append(len(list(Path("/proc/self/fd").iterdir())))
        assert len(store.given("sighting")) == rounds * together
        assert list(check(store)) == []
    print([round(level) for level in levels], files)  # noqa: T201  what a soak is run for
    assert files[-1] <= files[1]
    assert levels[-1] < levels[len(levels) // 2] * 1.1 + 5
