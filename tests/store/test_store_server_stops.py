"""A PostgreSQL that stops hard while documents are kept: each is there once when it is back."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import DONE, Keeper, acknowledged
from kept_documents import Place, filled, sound, times
from postgres_server import Server, fresh_database


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
