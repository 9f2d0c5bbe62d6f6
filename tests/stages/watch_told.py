"""A watch over made sites, with what it told and a clock that the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from web_server import Site

from warmonitor.model import Fetch, Issue, Outcome
from warmonitor.run.children import Children
from warmonitor.run.fetching import Fetcher
from warmonitor.run.sources import Plan, Source
from warmonitor.run.watch import Watch
from warmonitor.stages.archive.fetch.get import Getter, Limits
from warmonitor.stages.archive.fetch.guard import Guard
from warmonitor.store.captures import Captures

DAY = 86_400.0
SECONDS = 6.0  # that a fetch may take here
NAMES = "Oskarn Belmar Turis Halden Morvik Sandor Kestrel Liven Arlo Bryn".split()


def article(number: int) -> str:
    town, other = NAMES[number % 10], NAMES[number // 10 % 10]
    title = f"Report {number} from {town}"
    said = (
        f"Shelling killed {number + 2} people in {town} on Sunday, the mayor said in the evening.",
        f"Families left for {other} on foot; {number * 3 + 5} reached it by night, aid workers said.",
        f"The road number {number} stayed closed for the whole of the day.",
    )
    body = "".join(f"<p>{words}</p>" for words in said)
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def rss(site: Site, numbers: list[int]) -> str:
    items = "".join(f"<item><link>{site.url}/{n}</link><guid>{n}</guid></item>" for n in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'


def fill(site: Site, numbers: list[int]) -> None:
    site.page("/feed", rss(site, numbers), "application/rss+xml")
    for number in numbers:
        site.page(f"/{number}", article(number))


@dataclass
class Told:
    """What a watch told, and the time that it believes in."""

    now: float = 1_600_000_000.0
    slept: list[float] = field(default_factory=list)
    fetches: list[Fetch] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def tell(self, what: Fetch | Issue, _title: str) -> None:
        if isinstance(what, Issue):
            self.issues.append(what)
        else:
            self.fetches.append(what)

    def pages(self, *outcomes: Outcome) -> list[str]:
        return [
            f.address.rsplit("/", 1)[1] for f in self.fetches if f.kind == "page" and f.outcome in outcomes
        ]

    def codes(self) -> list[str]:
        return [issue.code for issue in self.issues]


def plan(site: Site, *sources: Source, **told: object) -> Plan:
    made = sources or (Source("Post", "feed", f"{site.url}/feed", delay=0.0),)
    return Plan(made, allow=frozenset({("127.0.0.1", site.port)}), **{"workers": 4, "at_once": 4, **told})  # type: ignore[arg-type]


CHILDREN = Children(2)  # shared, since each takes a while to start


@contextmanager
def watched(folder: Path, made: Plan, told: Told) -> Iterator[Watch]:
    agent = "warmonitor/1" + (f" (+{made.contact})" if made.contact else "")
    getter = Getter(Guard(made.allow), agent, Limits(SECONDS, bytes=1_000_000))
    with Captures(folder, agent) as captures:
        fetcher = Fetcher(getter, CHILDREN, captures.body, told.clock)
        yield Watch(made, captures, fetcher, told.clock, told.sleep, told.tell)


def passed(folder: Path, made: Plan, told: Told | None = None, later: float = 0.0) -> Told:
    """Return what one pass told."""
    before = told or Told()
    again = Told(before.now + later)
    with watched(folder, made, again) as watch:
        watch.once()
    return again
