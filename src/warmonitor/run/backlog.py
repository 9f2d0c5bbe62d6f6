"""What was fetched and waits to be read: sources come in turn, so that a flood from one holds no other up."""

from collections import deque
from dataclasses import dataclass, field

from warmonitor.model import Capture
from warmonitor.run.children import STOPPED


@dataclass(slots=True)
class Backlog:
    """Captures that wait, by source; the source of which the fewest were taken comes first.

    What a child process could not read within its limits comes when nothing else waits.
    """

    _doubtful: deque[Capture] = field(default_factory=deque)
    _waiting: dict[str, deque[Capture]] = field(default_factory=dict)
    _taken: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(map(len, self._waiting.values())) + len(self._doubtful)

    def put(self, capture: Capture) -> None:
        """Let a capture wait behind the others of its source."""
        source = capture.fetch.source
        if capture.fetch.code == STOPPED:
            self._doubtful.append(capture)
            return
        if source not in self._waiting:
            # Who comes late gets no turns for the time before.
            least = min((self._taken[name] for name in self._waiting), default=0)
            self._taken[source] = max(self._taken.get(source, 0), least)
        self._waiting.setdefault(source, deque()).append(capture)

    def take(self) -> Capture | None:
        """Return the capture whose turn it is, None where none waits."""
        source = min(self._waiting, key=lambda name: (self._taken[name], name), default=None)
        if source is None:
            return self._doubtful.popleft() if self._doubtful else None
        capture = self._waiting[source].popleft()
        self._taken[source] += 1
        if not self._waiting[source]:
            del self._waiting[source]
        return capture
