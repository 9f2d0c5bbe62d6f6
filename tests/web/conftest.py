"""An office to ask: on SQLite, and on PostgreSQL too for tests that use `place`."""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_documents import Place
from postgres_server import fresh_database
from postgres_server import postgres as postgres  # noqa: PLC0414 - a fixture

from warmonitor.store import passwords
from warmonitor.store.store import Store
from web.asking import CHEAP, Office


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", CHEAP)


@pytest.fixture
def folder() -> Iterator[Path]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, folder: Path) -> Place:
    if request.param == "sqlite":
        return Place(str(folder / "store"), None)
    name = re.sub(r"\W+", "_", f"w_{os.getpid()}_{request.node.name}")[:60]
    return Place(fresh_database(request.getfixturevalue("postgres"), name), folder / "raw")


@pytest.fixture
def store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    both = "place" in request.fixturenames
    here: Place = request.getfixturevalue("place") if both else Place(str(folder / "store"), None)
    with here.open() as made:
        yield made


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)
