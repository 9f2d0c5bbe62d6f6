"""Killed while the account is brought up to date, judged or asked: nothing is lost, doubled or half there."""

import random
from pathlib import Path

import pytest
from keeping import DONE, KILLED, Keeper
from kept_documents import SOAK, Place
from scripted import STEPS, Script, finished, whole

from warmonitor.store.points import REFRESHING

POINTS = sorted({*REFRESHING, "begun", "committed", "made-put", "placed", "judged", "asked"})


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_and_again_on_the_way_back(
    place: Place, keeper: Keeper, quick_path: Path, script: Script, wanted: list[str], point: str
) -> None:
    acks, chance = quick_path / "acks", random.Random(point)
    killed = 0
    for nth in (1, 2, 3, 5, 8) if SOAK else (2,) if place.raw else (1, 2):
        told = {"script": str(script.folder), "steps": STEPS}
        killed += keeper.run(place, acks, range(0), **told, stop=(point, nth)) == KILLED
        whole(place, script, acks)
        again = (chance.choice(POINTS), chance.randint(1, 4))
        assert keeper.run(place, acks, range(0), **told, stop=again) in {DONE, KILLED}
        whole(place, script, acks)
    assert killed
    assert keeper.run(place, acks, range(0), script=str(script.folder), steps=STEPS) == DONE
    whole(place, script, acks)
    assert finished(place) == wanted
