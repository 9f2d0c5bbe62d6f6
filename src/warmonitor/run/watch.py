"""The watch: sources asked when they are due, what they lead to fetched in turn, all of it kept."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Protocol

from warmonitor.model import Fetch, FetchError, Issue, Outcome
from warmonitor.run.fetching import Known, Result, entry_fetch
from warmonitor.run.sources import Plan, Source
from warmonitor.stages.archive.fetch.address import parse
from warmonitor.stages.archive.fetch.turns import Task, Turns
from warmonitor.stages.archive.made import shown

_NAP = 60.0  # seconds after which pages that are due are looked for
_DEEPEST = 3  # sitemaps that lead to one another
_FAILING = {Outcome.FAILED, Outcome.BLOCKED, Outcome.DENIED, Outcome.GONE}


class Keeper(Protocol):
    """Where fetches are kept."""

    def keep(self, fetch: Fetch, difference: str = "") -> None:
        """Keep a fetch for good."""

    def seen(self, address: str) -> Fetch | None:
        """Return the last fetch of an address."""

    def due(self, source: str, now: float) -> list[str]:
        """Return the pages of a source that are to be looked at again."""

    def settle(self, address: str) -> None:
        """Note that all that an address leads to has been fetched."""

    def settled(self, address: str) -> bool:
        """Say whether all that an address leads to has been fetched."""


class Delivering(Protocol):
    """What takes over what was kept."""

    def check(self) -> None:
        """Raise what went wrong, if anything did."""

    def drain(self) -> None:
        """Wait until all that was handed over is done with."""


class Fetching(Protocol):
    """What fetches a task."""

    def fetch(self, task: Task, source: Source, known: Known) -> Result:
        """Fetch a task's address and read what is new."""


@dataclass(slots=True)
class Tally:
    """What came of a watch, by outcome and kind; how many issues there were, and how many of them fatal."""

    outcomes: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    issues: int = 0
    refused: int = 0
    working: set[str] = field(default_factory=set)

    def count(self, *outcomes: Outcome) -> int:
        """Return how many pages had one of the outcomes."""
        return sum(self.outcomes[kind, outcome] for kind in ("page", "entry") for outcome in outcomes)


class Watch:
    """Watches the sources of a plan; time passes as `clock` and `sleep` say, and `tell` hears what comes.

    Threads fetch and read; all is kept and told by the thread that runs the watch.
    """

    def __init__(
        self,
        plan: Plan,
        keeper: Keeper,
        fetcher: Fetching,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        tell: Callable[[Fetch | Issue, str], None],
        delivery: Delivering | None = None,
    ) -> None:
        self._plan, self._keeper, self._fetcher = plan, keeper, fetcher
        self._clock, self._sleep, self._tell = clock, sleep, tell
        self._delivery = delivery
        self._sources = {source.name: source for source in plan.sources}
        self._turns = Turns(plan.at_once)
        self._open: Counter[str] = Counter()
        self._unsettled: set[str] = set()
        self._taken: Counter[tuple[str, str]] = Counter()
        self.tally = Tally()

    def once(self) -> None:
        """Ask every source that may be asked now, and fetch what they lead to."""
        self._start(now=self._clock(), at_once=True)
        self._run(self._check)
        if self._delivery is not None:
            self._delivery.drain()

    def on(self) -> None:
        """Watch until the thread is interrupted."""
        looked = -_NAP

        def start() -> None:
            nonlocal looked
            self._check()
            now = self._clock()
            if now - looked >= min(_NAP, self._shortest()):
                self._start(now, at_once=False)
                looked = now

        while True:
            self._run(start)
            self._sleep(min(_NAP, self._shortest()))

    def _check(self) -> None:
        if self._delivery is not None:
            self._delivery.check()

    def _shortest(self) -> float:
        return min(source.every for source in self._plan.sources)

    def _start(self, now: float, at_once: bool) -> None:
        """Let sources wait for their turn, and pages that are to be looked at again."""
        for source in self._plan.sources:
            last = self._keeper.seen(source.address)
            if last is None or last.due <= now or (at_once and not last.failures):
                self._taken[source.name, "page"] = self._taken[source.name, "sitemap"] = 0
                self._add(source.address, source, source.kind, first=True)
            elif at_once:
                said = "It failed before and is not asked again yet."
                self._say(Issue("source-waiting", source.address, said))
            for address in self._keeper.due(source.name, now):
                if address != source.address:
                    self._add(address, source, "page")

    def _add(
        self, address: str, source: Source, kind: str, parent: str = "", depth: int = 0, first: bool = False
    ) -> None:
        try:
            host = parse(address).authority
        except FetchError:
            host = ""  # is refused when its turn comes, and kept as such
        self._turns.slow(host, source.delay)
        task = Task(address, host, source.name, kind, parent, depth, source.entries and kind == "feed")
        if self._turns.add(task, first) and parent:
            self._open[parent] += 1

    def _run(self, start: Callable[[], None]) -> None:
        """Fetch until nothing waits and nothing runs; `start` is called before each turn."""
        running: set[Future[Result]] = set()
        pool = ThreadPoolExecutor(self._plan.workers)
        try:
            while True:
                start()
                running.update(self._begun(pool, self._plan.workers - len(running)))
                if not running and not len(self._turns):
                    return
                done = self._waited(running)
                running -= done
                for future in done:
                    self._take_in(future.result())
        finally:
            pool.shutdown(cancel_futures=True)

    def _begun(self, pool: ThreadPoolExecutor, most: int) -> Iterator[Future[Result]]:
        for _ in range(most):
            task = self._turns.take(self._clock())
            if task is None:
                return
            known = Known(self._keeper.seen(task.address), self._keeper.settled(task.address))
            yield pool.submit(self._fetcher.fetch, task, self._sources[task.source], known)

    def _waited(self, running: set[Future[Result]]) -> set[Future[Result]]:
        """Wait for a task to end, or for the time at which the next may begin."""
        following = self._turns.next_time()
        seconds = _NAP if following is None else min(_NAP, max(0.0, following - self._clock()))
        if not running:
            self._sleep(seconds)
            return set()
        full = len(running) >= self._plan.workers
        return wait(running, None if full else max(seconds, 0.001), FIRST_COMPLETED).done

    def _take_in(self, result: Result) -> None:
        task, fetch = result.task, result.fetch
        source = self._sources[task.source]
        self._turns.done(task)
        self._turns.slow(task.host, result.delay)
        for one in result.fetches[:-1]:
            self._keeper.keep(one)
        self._keeper.keep(fetch, result.difference)
        self._count(result)
        self._follow(result, source)
        self._close(task.address, fetch)
        if task.parent:
            self._open[task.parent] -= 1
            self._close(task.parent)

    def _count(self, result: Result) -> None:
        fetch = result.fetch
        self.tally.outcomes[fetch.kind, fetch.outcome] += 1
        if fetch.outcome not in _FAILING:
            self.tally.working.add(fetch.source)
        self._tell(fetch, result.title)
        for issue in result.issues:
            self._say(issue)

    def _say(self, issue: Issue) -> None:
        self.tally.issues += 1
        self.tally.refused += issue.fatal
        self._tell(issue, "")

    def _follow(self, result: Result, source: Source) -> None:
        """Let the links of a feed or sitemap wait for their turn: new ones, up to the source's most."""
        task = result.task
        for link, page in result.texts:
            if source.wants(address := _written(link)):
                self._keep_entry(result.fetch, address, page)
        if result.maps:
            self._unsettled.add(task.address)  # its maps change without it
        following = sorted(map(_written, result.maps), key=self._fetched_at) if task.depth < _DEEPEST else ()
        maps = [(address, "sitemap") for address in following]
        pages = [
            (address, "page") for address in map(_written, result.pages) if self._is_new(address, source)
        ]
        for address, kind in [*maps, *pages]:
            if self._taken[source.name, kind] == source.most:
                self._cap(task, kind)
                return
            self._taken[source.name, kind] += 1
            self._add(address, source, kind, task.address, task.depth + 1, first=kind == "sitemap")

    def _keep_entry(self, feed: Fetch, address: str, page: str) -> None:
        entry = entry_fetch(feed, address, page, self._keeper.seen(address))
        if entry is not None:
            self._keeper.keep(entry)
            self.tally.outcomes[entry.kind, entry.outcome] += 1
            self._tell(entry, "")

    def _is_new(self, address: str, source: Source) -> bool:
        return source.wants(address) and self._keeper.seen(address) is None

    def _fetched_at(self, address: str) -> float:
        last = self._keeper.seen(address)
        return last.at if last else 0.0

    def _cap(self, task: Task, kind: str) -> None:
        self._unsettled.add(task.address)
        said = f"It leads to more new {kind}s than are taken of its source at once; the rest comes next time."
        self._say(Issue("too-many-links", task.address, said))

    def _close(self, address: str, fetch: Fetch | None = None) -> None:
        """Settle a feed or sitemap when the last of its pages has been fetched."""
        if fetch is not None and (fetch.kind == "page" or not fetch.outcome.served):
            return
        if not self._open[address]:
            del self._open[address]
            if address not in self._unsettled:
                self._keeper.settle(address)
            self._unsettled.discard(address)


def _written(link: str) -> str:
    """Return a link as it is kept: as an address where it is one, else so that it can be printed."""
    try:
        return str(parse(link))
    except FetchError:
        return shown(link[:4_096])
