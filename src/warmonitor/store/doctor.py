"""What a machine and a store are like: versions, settings, permissions, space; each finding in a sentence."""

import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import text

from warmonitor.store.migrate import newest, revision
from warmonitor.store.secret import NAME as SECRET
from warmonitor.store.sqlite import journal_mode, settings
from warmonitor.store.store import Store

LEAST_FREE = 1_000_000_000  # bytes of a disk under which it is said
_SAFE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
_SETTING = text("SELECT current_setting(:name)")


class State(StrEnum):
    """How a thing stands: `warn` can be worked with, `bad` cannot."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands."""

    state: State
    about: str
    said: str


def of_machine() -> Iterator[Finding]:
    """Yield what does not depend on a store."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(State.OK if sys.version_info >= (3, 11) else State.BAD, "python", python)
    if journal_mode() == "wal":
        yield Finding(State.OK, "sqlite", f"{sqlite3.sqlite_version}, run with a write-ahead log")
    else:
        said = "it has the fault of resetting a write-ahead log, so stores run without one; mended in"
        where = "3.44.6, 3.50.7 and from 3.51.3 on"
        yield Finding(State.WARN, "sqlite", f"{sqlite3.sqlite_version}: {said} {where}")


def of_store(store: Store) -> Iterator[Finding]:
    """Yield how a store stands, its records and raw bytes left out: those are for verifying."""
    found = revision(store.database)
    yield Finding(State.OK if found == newest() else State.BAD, "tables", f"version {found} of {newest()}")
    yield from _server(store) if store.database.server else _file(store)
    yield from _permissions(store.raw.folder)
    secret = (store.raw.folder if store.database.server else store.database.file.parent) / SECRET
    if secret.exists():
        yield from _permissions(secret)
    yield from _space(store.raw.folder)


def _server(store: Store) -> Iterator[Finding]:
    with store.database.reading() as connection:
        version = connection.execute(_SETTING, {"name": "server_version"}).scalar_one()
        yield Finding(State.OK, "postgresql", f"{version}")
        for name, wanted in _SAFE.items():
            value = connection.execute(_SETTING, {"name": name}).scalar_one()
            state = State.OK if value == wanted else State.BAD
            said = "" if state is State.OK else ": what was acknowledged can be lost when the machine stops"
            yield Finding(state, name, f"{value}{said}")


def _file(store: Store) -> Iterator[Finding]:
    wanted = {**settings(), "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
    with store.database.reading() as connection:
        for name, value in wanted.items():
            found = connection.execute(text(f"PRAGMA {name}")).scalar_one()
            yield Finding(State.OK if found == value else State.BAD, name, f"{found}")
    path = Path(str(store.database.engine.url.database))
    yield from _permissions(path)


def _permissions(path: Path) -> Iterator[Finding]:
    mode = stat.S_IMODE(path.stat().st_mode)
    others = bool(mode & 0o077) and sys.platform != "win32"
    said = f"{mode:04o}" + (": others than the owner may read it" if others else "")
    yield Finding(State.WARN if others else State.OK, str(path), said)


def _space(path: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(path).free
    state = State.OK if free >= LEAST_FREE else State.WARN
    yield Finding(state, "space", f"{free / 1e9:.1f} GB free where the raw bytes are")
