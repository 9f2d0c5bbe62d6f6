"""Stores to test: each test that asks for `place` is run on SQLite and on PostgreSQL."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_documents import Place
from postgres_server import Server, fresh_database


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL: the one that is named, or one of our own."""
    if named := os.environ.get("WARMONITOR_TEST_POSTGRES"):
        yield named
        return
    server = Server()
    yield server.address
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return Place(str(tmp_path / "store"), None)
    name = re.sub(r"\W+", "_", f"t_{os.getpid()}_{request.node.name}")[:60]
    return Place(fresh_database(request.getfixturevalue("postgres"), name), tmp_path / "raw")
