"""Every page over 100,000 reports and 300,000 claims: there, bounded, asking little, and drawn in a browser.

How long pages take is measured by `bench.rooms`; here stands what makes them quick on any machine.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.rooms import made
from bench.rooms_asked import Asked
from bench.rooms_seen import Seen, look
from bench.rooms_served import Office as Counting
from pages.visiting import Room, visitor
from warmonitor.store.reader import Reader
from warmonitor.store.store import Store
from web.asking import Office
from web.served import served

pytestmark = pytest.mark.timeout(1_800)  # the account is made in minutes
REPORTS = 100_000
MOST_BYTES = 1_000_000  # of HTML
MOST_QUESTIONS = 130
MOST_STEPS = 8_000  # thousands, of the database's machine
LEADING_ON = {"/claims/{id}": 303}  # to the words of the claim in the Reader
_ROOM = 8 * 2**30  # bytes that the store may take


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > _ROOM
    with (
        tempfile.TemporaryDirectory(dir=memory if roomy else None) as folder,
        made(Path(folder), REPORTS) as found,
    ):
        yield found


@pytest.fixture(scope="module")
def families(store: Store) -> dict[str, list[str]]:
    return dict(Asked(store, Counting(store).app).families())


@pytest.fixture(scope="module")
def seen(store: Store, families: dict[str, list[str]]) -> dict[str, list[Seen]]:
    client = Counting(store).client()
    return {
        path: [look(client, store.database.engine, one) for one in asked] for path, asked in families.items()
    }


def test_the_account_is_as_large_as_is_promised(store: Store) -> None:
    told = Reader(store.database)
    assert told.counted("reports", most=2 * REPORTS) >= 0.999 * REPORTS
    assert told.counted("claims", most=6 * REPORTS) >= 2.95 * REPORTS


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


def test_no_page_is_much_work_for_the_database(seen: dict[str, list[Seen]]) -> None:
    every = [one for found in seen.values() for one in found]
    assert [(one.address, one.steps) for one in every if one.steps > MOST_STEPS] == []


def test_no_big_table_is_read_whole(seen: dict[str, list[Seen]]) -> None:
    every = [one for found in seen.values() for one in found]
    assert [(one.address, sorted(one.scans)) for one in every if one.scans] == []


def test_every_page_is_drawn_by_a_browser(
    store: Store, families: dict[str, list[str]], browser: Browser
) -> None:
    office = Office(store)
    with served(office.app) as at:
        guest = visitor(browser, Room(office, at))
        for path, asked in families.items():
            if "." not in path:
                page = guest.open(asked[0])
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), asked[0]
        guest.quiet()
        guest.page.context.close()
