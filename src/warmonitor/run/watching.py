"""Put a watch together: the folder that keeps, the guard, the children that read, and the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from warmonitor.model import Fetch, Issue
from warmonitor.run.children import Children
from warmonitor.run.fetching import Fetcher
from warmonitor.run.rules import AGENT
from warmonitor.run.sources import Plan
from warmonitor.run.watch import Watch
from warmonitor.stages.archive.fetch.get import Getter, Limits
from warmonitor.stages.archive.fetch.guard import Guard
from warmonitor.store.captures import Captures


@contextmanager
def watching(
    plan: Plan,
    folder: Path,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    tell: Callable[[Fetch | Issue, str], None],
    version: str,
    limits: Limits = Limits(),  # noqa: B008  frozen
) -> Iterator[Watch]:
    """Yield a watch over the sources of a plan that keeps what it fetches in a folder.

    Raises:
        StoreError: when the folder cannot be used, or another watch has it open.
    """
    agent = f"{AGENT}/{version}" + (f" (+{plan.contact})" if plan.contact else "")
    getter = Getter(Guard(plan.allow), agent, limits)
    with Captures(folder, agent) as captures, Children() as children:
        fetcher = Fetcher(getter, children, captures.body, clock, plan.seed)
        yield Watch(plan, captures, fetcher, clock, sleep, tell)
