"""Every page over a large account: it is there, bounded, asks few questions, and reads no big table whole.

The account is a tenth of the one that is measured by `bench.rooms`, which takes minutes to be made.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.rooms import made
from bench.rooms_asked import Asked
from bench.rooms_seen import Seen, look
from bench.rooms_served import Office

REPORTS = 10_000
MOST_BYTES = 1_000_000  # of HTML
MOST_QUESTIONS = 130
LEADING_ON = {"/claims/{id}": 303}  # to the words of the claim in the Reader


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, list[Seen]]]:
    memory = Path("/dev/shm")
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        made(Path(folder), REPORTS) as store,
    ):
        office = Office(store)
        client = office.client()
        yield {
            path: [look(client, store.database.engine, one) for one in asked]
            for path, asked in Asked(store, office.app).families()
        }


def test_every_page_is_asked_for_and_there(seen: dict[str, list[Seen]]) -> None:
    assert [path for path, found in seen.items() if not found] == []
    wrong = [
        (one.address, one.status)
        for path, found in seen.items()
        for one in found
        if one.status != LEADING_ON.get(path, 200)
    ]
    assert wrong == []


def test_pages_are_bounded(seen: dict[str, list[Seen]]) -> None:
    pages = [one for path, found in seen.items() if "." not in path for one in found]
    assert [(one.address, one.size) for one in pages if one.size > MOST_BYTES] == []


def test_no_page_asks_once_a_record(seen: dict[str, list[Seen]]) -> None:
    every = [one for found in seen.values() for one in found]
    assert [(one.address, one.questions) for one in every if one.questions > MOST_QUESTIONS] == []


def test_no_big_table_is_read_whole(seen: dict[str, list[Seen]]) -> None:
    every = [one for found in seen.values() for one in found]
    assert [(one.address, sorted(one.scans)) for one in every if one.scans] == []
