"""What each page of the reading room costs over a made account.

    python -m bench.rooms [--reports N] [--store DIR] [--database ADDRESS] [--no-paint] [--only PATH]
                          [--times N]

The account has N reports and three times as many claims, over five years, 3,000 places and 500 actors, some
far busier than others; it is made in DIR, or used if it is there; with ADDRESS it is copied into that
PostgreSQL, if nothing is there, and asked for there. Each address of each page is asked for: the
median and the 95th percentile of the server's time in milliseconds, the largest answer, the most questions to
the database and thousands of its steps, and when a browser first painted, in milliseconds. Addresses that are
slow, fail or read a big table whole stand below by themselves.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from bench.made_rooms import Rooms
from bench.made_shelf import fill
from bench.made_since import turn
from bench.moved import move
from bench.rooms_asked import Asked
from bench.rooms_seen import Seen, first_paint, see
from bench.rooms_served import Office, served
from warmonitor.store.store import Store, open_store

COPIES = 20  # times that the days of a large account are made again
SLOW = 0.3  # seconds
_CHROMIUM = "/usr/bin/chromium"
_HEAD = "page addresses median p95 kB questions steps paint"


def main() -> None:
    """Make the account, ask for every page and print what it cost."""
    arguments = argparse.ArgumentParser(prog="python -m bench.rooms", description="Cost of every page.")
    arguments.add_argument("--reports", type=int, default=100_000)
    arguments.add_argument("--store", type=Path, help="where the store is made, or is")
    arguments.add_argument("--database", help="address of a PostgreSQL that the store is copied to")
    arguments.add_argument("--no-paint", action="store_true", help="without a browser")
    arguments.add_argument("--only", default="", help="beginning of the paths that are asked for")
    arguments.add_argument("--times", type=int, default=5, help="how often each address is asked for")
    given = arguments.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        made(given.store or Path(folder), given.reports, given.database) as store,
    ):
        office = Office(store)
        families = [
            (path, asked)
            for path, asked in Asked(store, office.app).families()
            if path.startswith(given.only)
        ]
        print(("{:<28}" + "{:>10}" * 7).format(*_HEAD.split()))
        with _browser(office, given.no_paint) as paint:
            bad = [
                one for path, asked in families for one in _family(office, path, asked, given.times, paint)
            ]
        print("\nslow, scanning or failing:")
        for one in sorted(bad, key=lambda one: -one.seconds):
            print(f"  {1_000 * one.seconds:.0f} ms, {one.status}, {one.address} {sorted(one.scans) or ''}")


@contextmanager
def made(folder: Path, reports: int, address: str | None = None) -> Iterator[Store]:
    """Make an account in a folder, if it is not there, and open it, or what is copied of it to an address."""
    ready = folder / "ready"
    if not ready.exists():
        fill(folder / "store.db", Rooms(reports, copies=max(1, min(COPIES, reports // 2_000))))
        with open_store(str(folder), None) as store:
            turn(store)
        ready.touch()
    with open_store(str(folder), None) as store:  # tables of later changes are made now
        if address is None:
            yield store
            return
    move(folder / "store.db", address)
    with open_store(address, folder / "raw") as store:
        yield store


class _Painter:
    """How long a browser takes until it paints; nothing where there is none."""

    def __init__(self, page: object = None, address: str = "") -> None:
        self._page, self._address = page, address

    def __call__(self, address: str) -> float:
        return first_paint(self._page, self._address + address) if self._page else 0.0


@contextmanager
def _browser(office: Office, without: bool) -> Iterator[_Painter]:
    if without:
        yield _Painter()
        return
    with served(office.app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": office.cookie, "value": office.session, "url": address}])
        yield _Painter(context.new_page(), address)
        browser.close()


def _family(office: Office, path: str, asked: Sequence[str], times: int, paint: _Painter) -> list[Seen]:
    """Print a line for a page, and return what is bad of it."""
    client = office.client()
    seen = [[see(client, office.store.database.engine, one) for _ in range(times)] for one in asked]
    if not seen:
        print(f"{path:<28} not asked")
        return []
    took = sorted(one.seconds for of in seen for one in of)
    drawn = asked[:3] if "." not in path else ()  # a file is none
    paints = max((paint(one) for one in drawn), default=0.0)
    every = [one for of in seen for one in of]
    print(
        f"{path:<28}{len(asked):>10}{1_000 * median(took):>10.0f}{1_000 * late(took):>10.0f}"
        f"{max(one.size for one in every) // 1_000:>10}{max(one.questions for one in every):>10}"
        f"{max(one.steps for one in every):>10}{1_000 * paints:>10.0f}",
        flush=True,
    )
    typical = [sorted(of, key=lambda one: one.seconds)[len(of) // 2] for of in seen]
    return [one for one in typical if one.seconds > SLOW or one.scans or one.status != 200]


def late(took: Sequence[float]) -> float:
    """Return the 95th percentile of times that are sorted."""
    return took[min(len(took) - 1, int(0.95 * len(took)))]


if __name__ == "__main__":
    main()
