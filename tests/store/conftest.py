"""Stores to test: each test that asks for `place` is run on SQLite and on PostgreSQL."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import Keeper
from kept_documents import Place
from postgres_server import fresh_database
from postgres_server import postgres as postgres  # noqa: PLC0414 - a fixture
from scripted import STEPS, Script, finished, run, whole


@pytest.fixture
def quick_path() -> Iterator[Path]:
    """A folder in memory where there is one: what is asked there does not rest on a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, quick_path: Path) -> Place:
    if request.param == "sqlite":
        return Place(str(quick_path / "store"), None)
    name = re.sub(r"\W+", "_", f"t_{os.getpid()}_{request.node.name}")[:60]
    return Place(fresh_database(request.getfixturevalue("postgres"), name), quick_path / "raw")


@pytest.fixture(scope="session")
def keeper() -> Iterator[Keeper]:
    made = Keeper()
    yield made
    made.close()


@pytest.fixture(scope="session")
def faulty_keeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeper]:
    """A keeper whose children can be told which call of theirs fails."""
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    if shutil.which("cc") is None:
        pytest.fail("cc is missing: calls that fail are made by a library (apt-get install gcc libc6-dev)")
    source = Path(__file__).with_name("faults.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    made = Keeper(library)
    yield made
    made.close()


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> Script:
    made = Script(tmp_path_factory.mktemp("script"))
    made.write()
    return made


@pytest.fixture(scope="session")
def wanted(script: Script, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a store holds after all steps that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    place = Place(str(folder / "store"), None)
    run(place, script, STEPS, folder / "acks")
    whole(place, script, folder / "acks")
    return finished(place)
