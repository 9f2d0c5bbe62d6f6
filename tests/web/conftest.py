"""An office to ask, on SQLite in memory where there is one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmonitor.store import passwords
from warmonitor.store.store import Store, open_store
from web.asking import CHEAP, Office


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", CHEAP)


@pytest.fixture
def folder() -> Iterator[Path]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(str(folder / "store"), create=True) as made:
        yield made


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)
