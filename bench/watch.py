"""How long a flood of reports takes to be fetched and kept, and whether memory stays flat.

    python -m bench.watch [--reports N]

A server in a process of its own feeds made reports over the loopback; a watch fetches, reads and keeps
them, then passes again. Beside it: the standard library fetches pages one after the other and keeps nothing.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.memory import made, peak
from warmonitor.model import Fetch, Issue, Outcome
from warmonitor.run.sources import Plan, Source
from warmonitor.run.watching import watching

REPORTS = 10_000
LIMIT_SECONDS = 600.0  # that the first pass may take
BESIDE = 500  # reports that are fetched without being kept


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass: its seconds, new pages and issues, and the highest memory after a tenth, a half and all."""

    seconds: float
    new: int
    issues: int
    memory: tuple[int, ...]


def page(number: int) -> bytes:
    """Return the page of a made report."""
    paragraphs = "".join(f"<p>{part}</p>" for part in made(number).text.split("\n\n"))
    title = f"<title>Report {number}</title>"
    return f"<html><head>{title}</head><body><article>{paragraphs}</article></body></html>".encode()


def serve(reports: int) -> None:
    """Serve a feed of so many reports and their pages until the process is ended; prints the port."""
    items = "".join(f"<item><link>/{n}</link><guid>{n}</guid></item>" for n in range(reports))
    feed = f'<rss version="2.0"><channel><title>Made</title>{items}</channel></rss>'.encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with the feed, a page, or that there is none."""
            name = self.path[1:]
            body = feed if name == "feed" else page(int(name)) if name.isdecimal() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml" if name == "feed" else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


@contextmanager
def served(reports: int) -> Iterator[int]:
    """Yield the port of a server in a process of its own."""
    command = [sys.executable, "-m", "bench.watch", "--serve", "--reports", str(reports)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:  # noqa: S603
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def passed(folder: Path, port: int, reports: int) -> Pass:
    """Make one pass and return what it took."""
    source = Source("Made", "feed", f"http://127.0.0.1:{port}/feed", delay=0.0, most=reports)
    plan = Plan((source,), allow=frozenset({("127.0.0.1", port)}), at_once=8)
    counts = {"new": 0, "issues": 0}
    stops = {max(1, reports // 10), max(1, reports // 2), reports}
    memory: list[int] = []

    def tell(what: Fetch | Issue, _title: str) -> None:
        if isinstance(what, Issue):
            counts["issues"] += 1
        elif what.kind == "page" and what.outcome is Outcome.NEW:
            counts["new"] += 1
            if counts["new"] in stops:
                memory.append(peak())

    began = time.perf_counter()
    with watching(plan, folder, time.time, time.sleep, tell, "bench") as watch:
        watch.once()
    return Pass(time.perf_counter() - began, counts["new"], counts["issues"], tuple(memory))


def beside(port: int, reports: int) -> float:
    """Return the seconds that the standard library takes for one of so many pages, nothing kept."""
    began = time.perf_counter()
    for number in range(reports):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{number}") as answer:
            answer.read()
    return (time.perf_counter() - began) / reports


def main(arguments: list[str] | None = None) -> None:
    """Print what both passes took; fail where the first takes too long or the second adds any."""
    parser = argparse.ArgumentParser(prog="python -m bench.watch", description="A flood, fetched.")
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.serve:
        serve(given.reports)
        return
    with served(given.reports) as port, tempfile.TemporaryDirectory() as folder:
        first = passed(Path(folder), port, given.reports)
        second = passed(Path(folder), port, given.reports)
        alone = beside(port, min(BESIDE, given.reports))
    each = 1000 * first.seconds / given.reports
    print(f"first pass  {first.seconds:7.1f} s, {first.new} new, {first.issues} issues, {each:.1f} ms each")
    print(f"second pass {second.seconds:7.1f} s, {second.new} new, {second.issues} issues")
    print(f"memory after a tenth, a half and all: {', '.join(map(str, first.memory))} MB")
    print(f"standard library, nothing kept: {1000 * alone:.1f} ms each")
    if first.seconds > LIMIT_SECONDS or first.new != given.reports or second.new:
        sys.exit("the flood took too long, lost reports, or came twice")


if __name__ == "__main__":
    main()
