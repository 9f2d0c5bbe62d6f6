"""Put a watch together: the folder that keeps, the guard, the children that read, and the clock."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from warmonitor.model import Fetch, Issue
from warmonitor.run.children import Children
from warmonitor.run.delivery import Delivery, Reading, Told
from warmonitor.run.fetching import Fetcher
from warmonitor.run.rules import AGENT
from warmonitor.run.sources import Plan
from warmonitor.run.watch import Watch
from warmonitor.stages.archive.fetch.get import Getter, Limits
from warmonitor.stages.archive.fetch.guard import Guard
from warmonitor.store.captures import Captures
from warmonitor.store.rawfolder import CAPTURES
from warmonitor.store.store import Store

Tell = Callable[[Fetch | Issue, str], None]


@dataclass(frozen=True, slots=True)
class Into:
    """The store that a watch writes to: who reads, who hears of each document, what renews the account.

    What is fetched is kept in the store's own folder of captures, where no other is named.
    """

    store: Store
    reading: Reading
    tell: Told
    renew: Callable[[], None] = lambda: None
    captures: Path | None = None

    @property
    def folder(self) -> Path:
        """Return the folder of captures."""
        return self.captures or self.store.raw.folder / CAPTURES

    def delivery(self, tell: Tell) -> Delivery:
        """Return what takes captures over into the store."""
        told = self.tell, lambda issue: tell(issue, "")
        return Delivery(self.store, self.reading, self.folder / "delivered", *told, self.renew)


@contextmanager
def watching(
    plan: Plan,
    keeping: Path | Into,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    tell: Tell,
    version: str,
    limits: Limits = Limits(),  # noqa: B008  frozen
) -> Iterator[Watch]:
    """Yield a watch over the sources of a plan that keeps what it fetches in a folder, or in a store as well.

    Raises:
        StoreError: when the folder or the store cannot be used, or another watch has the folder open.
    """
    agent = f"{AGENT}/{version}" + (f" (+{plan.contact})" if plan.contact else "")
    getter = Getter(Guard(plan.allow), agent, limits)
    with ExitStack() as opened:
        delivery = keeping.delivery(tell) if isinstance(keeping, Into) else None
        captures = opened.enter_context(_captures(keeping, agent, delivery))
        if delivery:
            opened.callback(delivery.stop)
            delivery.start(captures)
        children = opened.enter_context(Children())
        fetcher = Fetcher(getter, children, captures.body, clock, plan.seed)
        yield Watch(plan, captures, fetcher, clock, sleep, tell, delivery)


def _captures(keeping: Path | Into, agent: str, delivery: Delivery | None) -> Captures:
    folder = keeping.folder if isinstance(keeping, Into) else keeping
    return Captures(folder, agent, delivery.hand) if delivery else Captures(folder, agent)
