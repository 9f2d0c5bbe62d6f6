"""The account brought up to date behind a server: `warmonitor run` in a process of its own, one at a time."""

import subprocess
import sys
import threading
from collections.abc import Sequence


class Renewing:
    """Runs when it is called; called while it runs, it runs once more after that."""

    def __init__(self, options: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "warmonitor", "run", *options]
        self._lock = threading.Lock()
        self._wanted = self._runs = False

    def __call__(self) -> None:
        """Have the account brought up to date soon."""
        with self._lock:
            self._wanted = True
            if self._runs:
                return
            self._runs = True
        threading.Thread(target=self._work, name="renewing", daemon=True).start()

    def _work(self) -> None:
        while self._takes():
            # The options are those that this program was started with.
            subprocess.run(self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)  # noqa: S603

    def _takes(self) -> bool:
        with self._lock:
            self._runs, self._wanted = self._wanted, False
            return self._runs
