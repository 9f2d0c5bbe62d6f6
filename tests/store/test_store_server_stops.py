"""A PostgreSQL that stops hard while documents are kept: each is there once when it is back."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import DONE, Keeper, acknowledged
from kept_documents import Place, filled, sound, times
from postgres_server import Server, fresh_database
from scripted import STEPS, Script, finished, whole


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.remove()


def test_stopped_hard_under_load(server: Server, keeper: Keeper, tmp_path: Path) -> None:
    place, wanted = (
        Place(fresh_database(server.address, "stops"), tmp_path / "raw"),
        Place(str(tmp_path / "w"), None),
    )
    acks, stops, many = tmp_path / "acks", times(3, 20), 60
    for at in range(stops):
        before = len(acknowledged(acks))
        keeper.start(place, acks, range(at * many, (at + 1) * many))
        while len(acknowledged(acks)) < before + 15:
            time.sleep(0.005)
        server.stop()
        server.start()
        assert keeper.end() == DONE
        assert len(acknowledged(acks)) == before + many
    assert sound(place, acknowledged(acks)) == set(range(stops * many))
    filled(wanted, stops * many)
    assert place.dump() == wanted.dump()


def test_stopped_hard_while_the_account_is_brought_up_to_date(
    server: Server, keeper: Keeper, script: Script, wanted: list[str], tmp_path: Path
) -> None:
    chance = random.Random(3)
    for at in range(times(3, 20)):
        place = Place(fresh_database(server.address, f"stops{at}"), tmp_path / f"raw{at}")
        acks = tmp_path / f"acks{at}"
        keeper.start(place, acks, range(0), script=str(script.folder), steps=STEPS)
        until = chance.randrange(len(STEPS))
        while not acks.exists() or len(acks.read_text().split()) < until:
            time.sleep(0.002)
        time.sleep(chance.uniform(0.0, 0.1))
        server.stop()
        server.start()
        assert keeper.end() == DONE
        whole(place, script, acks)
        assert finished(place) == wanted
