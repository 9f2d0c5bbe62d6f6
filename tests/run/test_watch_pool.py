"""Many feeds of which most are broken in every way: all good ones are fetched in the first pass."""

import gzip
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from watch_told import CHILDREN, article, passed, rss
from web_server import Headers, Listener, Reply, Site, serving

from warmonitor.model import Outcome
from warmonitor.run.sources import Plan, Source

FEEDS = 200 if os.environ.get("WARMONITOR_SOAK") else 20


@pytest.fixture(scope="module", autouse=True)
def _children() -> Iterator[None]:
    with CHILDREN:
        yield


class Counting:
    """Counts how many requests one site answers at the same time."""

    def __init__(self, site: Site) -> None:
        self._site, self._lock, self.now, self.most = site, threading.Lock(), 0, 0

    def page(self, path: str, body: str, media: str) -> None:
        def reply(_: Headers) -> Reply:
            with self._lock:
                self.now += 1
                self.most = max(self.most, self.now)
            threading.Event().wait(0.01)
            with self._lock:
                self.now -= 1
            return 200, {"Content-Type": media}, body.encode()

        self._site.pages[path] = reply


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def test_the_good_feeds_of_a_broken_pool_are_fetched_in_the_first_pass(tmp_path: Path) -> None:
    stop = threading.Event()
    share = FEEDS // 10
    with ExitStack() as opened:
        site = opened.enter_context(serving())
        counting = Counting(site)
        ports = [site.port]
        sources = []

        def listen(name: str, count: int, speak: object, scheme: str = "http") -> None:
            for number in range(count):
                listener = opened.enter_context(Listener(speak))  # type: ignore[arg-type]
                ports.append(listener.port)
                address = f"{scheme}://127.0.0.1:{listener.port}/feed"
                sources.append(Source(f"{name} {number}", "feed", address, delay=0.0))

        opened.callback(stop.set)
        listen("hanging", 3 * share, lambda _: stop.wait())
        listen("resetting", share, reset)
        listen("insecure", share, lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n"), "https")
        bomb = gzip.compress(b"\0" * 9_000_000)
        for number in range(share):
            site.page(f"/bomb{number}", bomb, Content_Encoding="gzip")
            sources.append(Source(f"bomb {number}", "feed", f"{site.url}/bomb{number}", delay=0.0))
        good = range(4 * share)
        for number in good:
            counting.page(f"/feed{number}", rss(site, [number]), "application/rss+xml")
            counting.page(f"/{number}", article(number), "text/html")
            sources.append(Source(f"good {number}", "feed", f"{site.url}/feed{number}", delay=0.0))
        allow = frozenset(("127.0.0.1", port) for port in ports)
        told = passed(tmp_path, Plan(tuple(sources), allow=allow, workers=8, at_once=2))
        stop.set()
    assert sorted(map(int, told.pages(Outcome.NEW))) == list(good)
    assert counting.most <= 2
    failed = [fetch for fetch in told.fetches if fetch.kind == "feed" and fetch.outcome is not Outcome.NEW]
    assert len(failed) == 6 * share
    assert all(fetch.code and fetch.said.endswith(".") for fetch in failed)
