"""Run the program on a folder, as its command does, and read what it would write."""

import json
from pathlib import Path
from typing import Any

from warmonitor.model import WarmonitorError
from warmonitor.run.account import make_account, told


def run_account(reports: Path, references: Path | None = None) -> dict[str, Any]:
    """Return the account of a folder of reports; `references` keeps look-ups that were added.

    Raises:
        WarmonitorError: when nothing in it was read.
    """
    made = make_account([str(reports)], references=references)
    if not made.reports:
        msg = f"no account of {reports}: nothing was read"
        raise WarmonitorError(msg)
    account: dict[str, Any] = json.loads(told(made)["account.json"])
    return account
