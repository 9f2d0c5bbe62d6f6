"""What waits for a reviewer, weighed once for each state of the account and kept until it changes."""

import threading

from warmonitor.store.reader import Reader
from warmonitor.store.waiting import Waiting, waiting


class Waits:
    """The list of what waits; making it reads the whole account, so one request does it for all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stand = ""
        self._list: list[Waiting] = []

    def now(self, reader: Reader) -> tuple[str, list[Waiting]]:
        """Return how the account stands, and what waits, the weightiest first."""
        with self._lock:
            stand = str(reader.head().number)
            if stand != self._stand:
                self._list, self._stand = waiting(reader.each), stand
            return self._stand, self._list
