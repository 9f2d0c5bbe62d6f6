"""Whose turn it is: a fair share for each source and for each host."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Task:
    """An address to fetch: `kind` is page, feed or sitemap, `parent` the address of what led to it.

    `depth` is how many sitemaps led to it; `texts` says that the entries of a feed are themselves reports.
    """

    address: str
    host: str
    source: str
    kind: str
    parent: str = ""
    depth: int = 0
    texts: bool = False


@dataclass(slots=True)
class _Host:
    free: float = 0.0
    running: int = 0
    delay: float = 0.0


@dataclass(slots=True)
class Turns:
    """Tasks that wait: a host has so many at once and a delay between two, sources come in turn.

    A source with very many tasks holds no other up: the one that had fewest turns comes first.
    """

    most: int = 1
    _waiting: dict[str, dict[str, deque[Task]]] = field(default_factory=dict)
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _served: dict[str, int] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return sum(len(tasks) for hosts in self._waiting.values() for tasks in hosts.values())

    def add(self, task: Task, first: bool = False) -> bool:
        """Let a task wait, unless its address waits or runs already; say whether it does now."""
        if task.address in self._known:
            return False
        self._known.add(task.address)
        if task.source not in self._waiting:
            # Who comes late gets no turns for the time before.
            self._served[task.source] = min((self._served[s] for s in self._waiting), default=0)
        tasks = self._waiting.setdefault(task.source, {}).setdefault(task.host, deque())
        (tasks.appendleft if first else tasks.append)(task)
        return True

    def slow(self, host: str, delay: float) -> None:
        """Let a host have at least so many seconds between two requests."""
        known = self._hosts.setdefault(host, _Host())
        known.delay = max(known.delay, delay)

    def take(self, now: float) -> Task | None:
        """Return the task whose turn it is, None where every host is busy."""
        for source in sorted(self._waiting, key=lambda s: (self._served[s], s)):
            hosts = self._waiting[source]
            host = next((name for name in hosts if self._is_free(name, now)), None)
            if host is not None:
                self._served[source] += 1
                return self._taken(source, host, now)
        return None

    def done(self, task: Task) -> None:
        """Note that a task has ended."""
        self._hosts[task.host].running -= 1
        self._known.discard(task.address)

    def next_time(self) -> float | None:
        """Return when a task can be taken at the earliest, None where all wait for running ones."""
        names = {name for hosts in self._waiting.values() for name in hosts}
        times = [self._hosts[n].free if n in self._hosts else 0.0 for n in names if self._has_room(n)]
        return min(times, default=None)

    def _taken(self, source: str, host: str, now: float) -> Task:
        tasks = self._waiting[source][host]
        task = tasks.popleft()
        if not tasks:
            del self._waiting[source][host]
        if not self._waiting[source]:
            del self._waiting[source]
        known = self._hosts.setdefault(host, _Host())
        known.running, known.free = known.running + 1, now + known.delay
        return task

    def _is_free(self, host: str, now: float) -> bool:
        return self._has_room(host) and (host not in self._hosts or self._hosts[host].free <= now)

    def _has_room(self, host: str) -> bool:
        return host not in self._hosts or self._hosts[host].running < self.most
