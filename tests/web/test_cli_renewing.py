"""The account brought up to date behind a server."""

import subprocess
import threading
from typing import Any

import pytest

from warmonitor.cli.renewing import Renewing


def test_called_while_it_runs_it_runs_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go, runs = threading.Event(), threading.Event(), list[list[str]]()
    twice = threading.Event()

    def run(command: list[str], **_: Any) -> None:
        runs.append(command)
        begun.set()
        if len(runs) == 2:
            twice.set()
        assert go.wait(30)

    monkeypatch.setattr(subprocess, "run", run)
    renew = Renewing(["--store", "x"])
    renew()
    assert begun.wait(30)
    for _ in range(5):
        renew()
    go.set()
    assert twice.wait(30)
    for thread in threading.enumerate():
        if thread.name == "renewing":
            thread.join()
    assert len(runs) == 2
    assert runs[0][-4:] == ["warmonitor", "run", "--store", "x"]
    renew()
    for thread in threading.enumerate():
        if thread.name == "renewing":
            thread.join()
    assert len(runs) == 3
