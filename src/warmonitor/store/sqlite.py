"""How SQLite is used: which versions may run with a write-ahead log, and what is set on each connection."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY = 60_000  # milliseconds that a connection waits for another that writes
# The log may be damaged when it is reset while two connections write or checkpoint at once: SQLite 3.7.0 to
# 3.51.2, but for 3.44.6 and 3.50.7, to which the correction was taken back.
_FIXED = (3, 51, 3)
_TAKEN_BACK = {(3, 44): 6, (3, 50): 7}
# A journal that is deleted may come back after a power cut and undo its commit, as its folder is not settled.
# One that is cut to nothing is settled itself.
_OTHERWISE = "truncate"

Version = tuple[int, int, int]


def resets_safely(version: Version) -> bool:
    """Say whether a version of SQLite may run with a write-ahead log."""
    return version >= _FIXED or version[2] >= _TAKEN_BACK.get(version[:2], 1 << 30)


def journal_mode(version: Version = sqlite3.sqlite_version_info) -> str:
    """Return the journal that a version is run with."""
    return "wal" if resets_safely(version) else _OTHERWISE


def sqlite_engine(path: Path, read_only: bool = False) -> Engine:
    """Return an engine for a file, which is made for its owner alone if it is not there."""
    if read_only:
        address = URL.create("sqlite", database=path.resolve().as_uri(), query={"mode": "ro", "uri": "true"})
    else:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        address = URL.create("sqlite", database=str(path))
    engine = create_engine(address)
    event.listen(engine, "connect", _set_read_only if read_only else _set)
    event.listen(engine, "begin", _begin)
    return engine


def _set(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself
    for name, value in settings().items():
        connection.execute(f"PRAGMA {name}={value}")


def _set_read_only(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for name in ("busy_timeout", "foreign_keys", "trusted_schema"):
        connection.execute(f"PRAGMA {name}={settings()[name]}")
    connection.execute("PRAGMA query_only=ON")


def settings() -> dict[str, str | int]:
    """Return what is set on each connection: a commit that returns is on the disk."""
    return {
        "busy_timeout": BUSY,
        "journal_mode": journal_mode(),
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "trusted_schema": "OFF",
    }


def _begin(connection: Connection) -> None:
    """Take the right to write at once, so that two writers wait rather than fail."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
