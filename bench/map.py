"""Speed of the map: frames a second while its days are slid through, and times of the server.

    python -m bench.map [--features N] [--standing N]

A made store has N features in the year that is shown (20,000 if not said) and seven more years of as many; of
those shown, `--standing` last the whole year, told of every 20 days, so that a tenth of them changes its sign
from each day to the next; the others last some days. Only rows that the map reads are made.
The browser is Chromium without a graphics card: SwiftShader draws the base map, the processor the days.
"""

import argparse
import gc
import os
import random
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpx2
import uvicorn
from playwright.sync_api import CDPSession, sync_playwright
from sqlalchemy import insert

from warmonitor.store.mapped import MAPPED, NARROW, NARROW_DAYS, SPOTS, WIDE
from warmonitor.store.membership import Role
from warmonitor.store.store import Store, open_store
from warmonitor.web.app import make_app
from warmonitor.web.desk import Desk
from warmonitor.web.settings import Settings

CHROMIUM = "/usr/bin/chromium"
PLACES, YEARS, YEAR, LAST = 3_000, 8, 366, 22_280  # a year and a day is shown where no days are asked for
SIDES = ("the Ferry Guard", "the Harbour League", "the Salt Road Front", "the River Council")
STATES = ("held", "held", "held", "contested", "claimed", "surrounded", "unknown")
TYPES = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Protests")
ROUNDS, SECONDS = 40, 5
TOLD = 20  # days from one telling of a spell to the next: on each day a tenth of the signs changes
SLIDE = """seconds => new Promise(done => {
  const slider = document.querySelector('#mapping input[type=range]'), most = Number(slider.max), times = [];
  const began = performance.now();
  let last = began;
  const step = now => {
    times.push(now - last); last = now;
    slider.value = String(Math.round(most * (0.5 - 0.5 * Math.cos((now - began) / 800))));
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    if (now - began < seconds * 1000) requestAnimationFrame(step); else done(times.slice(2));
  };
  requestAnimationFrame(step);
})"""


def main() -> None:
    """Make a store, serve it, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.map", description="Speed of the map.")
    parser.add_argument("--features", type=int, default=20_000)
    parser.add_argument("--standing", type=int, default=2_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/store", None, create=True) as store:
        fill(store, given.features, min(given.standing, given.features))
        with served(store) as (address, cookie):
            ask(address, cookie)
            slide(address, cookie)


def fill(store: Store, features: int, standing: int) -> None:
    """Put rows of the map into a store."""
    chance = random.Random(7)  # noqa: S311 - made rows
    rows = [row(chance, number, features, standing) for number in range(features * YEARS)]
    spots = [spot(chance, number) for number in range(max(PLACES, standing))]
    for start in range(0, len(rows), 5_000):
        part = rows[start : start + 5_000]
        store.database.write(lambda connection, part=part: connection.execute(insert(MAPPED), part))  # type: ignore[misc]
    store.database.write(lambda connection: connection.execute(insert(SPOTS), spots))


def row(chance: random.Random, number: int, features: int, standing: int) -> dict[str, Any]:
    """Return a made row: spells of control, of which some last the whole of the last year, and events."""
    year, nth = divmod(number, features)
    stands = nth < standing
    start = LAST - YEAR * (year + 1) + 1
    first = start + (0 if stands else chance.randrange(YEAR))
    last = start + YEAR - 1 if stands else min(start + YEAR - 1, first + chance.choice((0, 0, 0, 1, 6, 30)))
    kind = "control" if stands else chance.choice(("events",) * 6 + ("control", "access"))
    place = nth if stands else chance.randrange(PLACES)
    return {
        "number": number,
        "kind": kind,
        "id": f"{kind}-{number:016}",
        "place": f"place-{place:016}",
        "name": f"Orlen {place}",
        "width": NARROW if last - first <= NARROW_DAYS else WIDE,
        "first": first,
        "last": last,
        "status": {"control": chance.choice(STATES), "events": chance.choice(TYPES)}.get(kind, "cut off"),
        "side": chance.choice(SIDES),
        "other": "",
        "part": "",
        "stretches": stretches(first, last, chance.randrange(TOLD)) if kind == "control" else "",
    }


def stretches(first: int, last: int, phase: int) -> str:
    """Return the days of a spell: told of every so often, and in between the same before and after."""
    made, start = [], first
    for day in range(first + (phase - first) % TOLD, last + 1, TOLD):
        made += [f"i:{start}:{day - 1}:"] if start < day else []
        made.append(f"t:{day}:{day}:")
        start = day + 1
    return " ".join([*made, f"c:{start}:{last}:"] if start <= last else made)


def spot(chance: random.Random, number: int) -> dict[str, Any]:
    """Return a made place; every twentieth is known as a district only."""
    rough = number % 20 == 0
    return {
        "number": 1_000_000 + number,
        "id": f"place-{number:016}",
        "name": f"Orlen {number}",
        "latitude": 33 + 4 * chance.random(),
        "longitude": 36 + 6 * chance.random(),
        "radius": 15.0 if rough else 2.0,
        "precision": "district" if rough else "exact",
        "country": "XX",
    }


@contextmanager
def served(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve a store from a thread; give its address and the cookie of a reader."""
    settings = Settings(member=1_000_000, anonymous=1_000_000)
    desk = Desk(store, b"k" * 32, settings, lambda: datetime.now(UTC))
    member, _ = desk.members.add("reader", Role.READER, None)
    cookie = {settings.cookie: desk.sessions.begin(member)}
    at = socket.socket()
    at.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([at],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    gc.collect()
    gc.freeze()  # as `warmonitor serve` does
    yield f"http://127.0.0.1:{at.getsockname()[1]}", cookie
    server.should_exit = True
    thread.join()


def ask(address: str, cookie: dict[str, str]) -> None:
    """Print the times of what the map asks for, each on other days so that nothing is kept from before."""
    with httpx2.Client(base_url=address, cookies=cookie) as client:
        for name, path, accept in (
            ("/map, the page", "/map?day={}", "text/html"),
            ("/map/features", "/map/features?until={}", "application/json"),
            ("/map/roads", "/map/roads", "application/json"),
        ):
            times = []
            for back in range(ROUNDS):
                day = datetime.fromtimestamp((LAST - back) * 86_400, UTC).date().isoformat()
                began = time.perf_counter()
                answer = client.get(path.format(day), headers={"Accept": accept}).raise_for_status()
                times.append((time.perf_counter() - began) * 1000)
            p95 = sorted(times)[int(ROUNDS * 0.95) - 1]
            size = len(answer.content) / 1000
            print(f"{name:16} median {statistics.median(times):4.0f} ms, p95 {p95:4.0f} ms, {size:.0f} kB")


def slide(address: str, cookie: dict[str, str]) -> None:
    """Print frames a second while the days are slid through."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in cookie.items()]
        )
        page = context.new_page()
        page.goto(f"{address}/map")
        page.wait_for_selector("#mapping[data-ready]", state="attached", timeout=120_000)
        page.wait_for_timeout(2_000)
        cdp = context.new_cdp_session(page)
        cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = busy(cdp)
        times = sorted(page.evaluate(SLIDE, SECONDS))
        worked = (busy(cdp) - before) * 1000 / len(times)
        drawn = page.get_attribute("#mapping", "data-drawn")
        browser.close()
    median, worst = 1000 / statistics.median(times), 1000 / times[-1]
    p95 = 1000 / times[int(len(times) * 0.95)]
    print(f"sliding {SECONDS} s  median {median:.0f}, 95 % of frames {p95:.0f}, worst {worst:.0f} frames/s")
    print(f"                 {worked:.1f} ms of processor time a frame on the thread of the page")
    print(
        f"                 {drawn} features stood on the last day; SwiftShader; load {os.getloadavg()[0]:.1f}"
    )


def busy(cdp: CDPSession) -> float:
    """Return the seconds of processor time that the thread of the page has worked."""
    told = {one["name"]: one["value"] for one in cdp.send("Performance.getMetrics")["metrics"]}
    return float(told["TaskDuration"])


if __name__ == "__main__":
    main()
