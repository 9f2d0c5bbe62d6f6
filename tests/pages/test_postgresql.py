"""Every page over PostgreSQL: the same record and the same page as over SQLite, in the same order."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from postgres_server import fresh_database

from bench import rooms
from bench.rooms_asked import Asked
from pages.addresses import addresses
from pages.conftest import make_example
from pages.visiting import Room
from warmonitor.run import ingest
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import Office
from web.served import Served

RECEIVED = datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC)
ACCEPTS = {"JSON": "application/json", "HTML": "text/html"}
REPORTS = 600


class _Stopped(datetime):
    @classmethod
    def now(cls, _: object = None) -> "_Stopped":
        return cls.fromtimestamp(RECEIVED.timestamp(), UTC)


@dataclass(frozen=True)
class Both:
    """The same account in either database, each asked by a reviewer."""

    sqlite: Office
    server: Office

    def differs(self, address: str, accepted: str) -> bool:
        return _page(self.sqlite, address, accepted) != _page(self.server, address, accepted)


@pytest.fixture(scope="module")
def example_in_both(postgres: str) -> Iterator[Both]:
    with _folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "datetime", _Stopped)
        address = fresh_database(postgres, f"p_{os.getpid()}_example", as_read=True)
        make_example(folder, "--store", str(folder / "store"))
        make_example(folder, "--store", address, "--raw", str(folder / "raw"))
        with _opened(folder / "store", address, folder / "raw") as both:
            yield both


@pytest.fixture(scope="module")
def made_in_both(postgres: str) -> Iterator[Both]:
    with _folder() as folder:
        address = fresh_database(postgres, f"p_{os.getpid()}_made", as_read=True)
        with rooms.made(folder, REPORTS, address), _opened(folder, address, folder / "raw") as both:
            yield both


@contextmanager
def _folder() -> Iterator[Path]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


@contextmanager
def _opened(folder: Path, address: str, raw: Path) -> Iterator[Both]:
    with open_store(str(folder), None) as one, open_store(address, raw) as other:
        yield Both(Office(one), Office(other))


def test_both_have_the_same_addresses(example_in_both: Both) -> None:
    assert _addresses(example_in_both.server) == _addresses(example_in_both.sqlite)


@pytest.mark.parametrize("accepted", ACCEPTS)
def test_every_page_of_the_example_is_the_same(example_in_both: Both, accepted: str) -> None:
    asked = _addresses(example_in_both.sqlite)
    assert [one for one in asked if example_in_both.differs(one, accepted)] == []


def test_every_question_to_a_large_account_is_answered_alike(made_in_both: Both) -> None:
    asked = _asked(made_in_both.sqlite)
    assert asked == _asked(made_in_both.server)
    assert [one for one in asked if made_in_both.differs(one, "JSON")] == []


def _addresses(office: Office) -> list[str]:
    return addresses(Room(office, Served(0)))


def _asked(office: Office) -> list[str]:
    families = Asked(office.store, office.app).families()
    return [one for path, found in families if "." not in path for one in found]


def _page(office: Office, address: str, accepted: str) -> tuple[int, bytes]:
    answer = office.session(Role.REVIEWER).get(address, headers={"Accept": ACCEPTS[accepted]})
    assert answer.status_code < 500, f"{address}: {answer.status_code}"
    return answer.status_code, answer.content
