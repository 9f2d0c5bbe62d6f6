"""How long each stage takes, and how far a run has come."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from warmonitor.flow import FLOW

NAMES = tuple(stage.name for stage in FLOW)

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Timings:
    """Seconds that each stage took, in the order of the flow; loading of look-ups counts as `load`."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(("load", *NAMES), 0.0))

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Add the time of a block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


def quiet(stage: str, done: int, of: int) -> None:
    """Report nothing."""
