"""Run the program on a folder, the way a user does, and read what it wrote."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from warmonitor.model import WarmonitorError

DONE = (0, 3)  # complete, or partial with issues


def run_account(reports: Path) -> dict[str, Any]:
    """Return the account of a folder of reports.

    Raises:
        WarmonitorError: when the program gave none; the message holds the end of what it printed.
    """
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "warmonitor.cli", "account", str(reports), "--out", out]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode not in DONE:
            msg = f"no account of {reports}: {done.stderr[-400:].strip()}"
            raise WarmonitorError(msg)
        account: dict[str, Any] = json.loads((Path(out) / "account.json").read_text(encoding="utf-8"))
        return account
