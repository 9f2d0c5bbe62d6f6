"""A copy of a store by the database's own way, checked by opening it; and a store from such a copy."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from warmonitor.model import Issue, StoreError
from warmonitor.store.check import check
from warmonitor.store.database import server_database
from warmonitor.store.files import settle, settle_folder
from warmonitor.store.migrate import revision
from warmonitor.store.points import reach
from warmonitor.store.rawfolder import CAPTURES, RawFolder
from warmonitor.store.store import Store, open_store

_DUMP = "store.pgdump"


def back_up(store: Store, folder: Path) -> list[Issue]:
    """Copy a store into a folder that is not there yet, and return what is wrong with the copy.

    The database is copied as it is at one moment, others may write meanwhile; then the raw bytes, of which it
    can only lack some that came later. Under its name the folder is whole or not there.

    Raises:
        StoreError: when the folder is there, or cannot be written.
    """
    if folder.exists():
        raise StoreError(f"{folder} is there already: a backup takes the place of nothing.")
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True, mode=0o700)
        _copy_database(store, fresh)
        _copy_captures(store.raw, RawFolder(fresh / "raw"))
        _copy_raw(store.raw, RawFolder(fresh / "raw"))
        reach("backed-up")
        wrong = _checked(store, fresh)
        for path in (fresh, fresh / "raw"):
            settle_folder(path)
        if not wrong:
            fresh.replace(folder)
            settle_folder(folder.parent)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise StoreError(f"The backup {folder} cannot be written: {error}.") from error
    return wrong


def restore(folder: Path, place: str, raw: Path | None) -> list[Issue]:
    """Make a store anew from a backup; return what is wrong with it.

    Raises:
        StoreError: when there is a store already, or the folder holds no backup of its kind.
    """
    if (folder / _DUMP).is_file():
        if raw is None:
            raise StoreError("A store in PostgreSQL needs a folder for raw bytes: --raw FOLDER.")
        _be_empty(place)
        # Bytes first: stopped before the database is there as a whole, it can be done again.
        _copy_captures(RawFolder(folder / "raw"), RawFolder(raw))
        _copy_raw(RawFolder(folder / "raw"), RawFolder(raw))
        reach("restored")
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--dbname", place,
             str(folder / _DUMP))  # fmt: skip
    elif (folder / "store.db").is_file():
        _restore_folder(folder, Path(place))
    else:
        raise StoreError(f"{folder} holds no backup of a store.")
    with open_store(place, raw) as store:
        return list(check(store))


def _be_empty(place: str) -> None:
    with closing(server_database(place)) as database:
        if revision(database) is not None:
            raise StoreError(f"There is a store in {database.name}: restoring takes the place of nothing.")


def _restore_folder(folder: Path, place: Path) -> None:
    if place.exists():
        raise StoreError(f"{place} is there already: restoring takes the place of nothing.")
    fresh = place.with_name(f"{place.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True, mode=0o700)
    _copy_file(folder / "store.db", fresh / "store.db")
    _copy_captures(RawFolder(folder / "raw"), RawFolder(fresh / "raw"))
    _copy_raw(RawFolder(folder / "raw"), RawFolder(fresh / "raw"))
    settle_folder(fresh)
    reach("restored")
    fresh.replace(place)
    settle_folder(place.parent)


def _copy_database(store: Store, fresh: Path) -> None:
    if store.database.server:
        address = store.database.engine.url.set(drivername="postgresql")
        _run("pg_dump", "--format=custom", "--file", str(fresh / _DUMP),
             "--dbname", address.render_as_string(hide_password=False))  # fmt: skip
    else:
        _copy_file(Path(str(store.database.engine.url.database)), fresh / "store.db")


def _copy_file(source: Path, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(source)) as from_, closing(sqlite3.connect(target)) as to:
        from_.backup(to)
    with target.open("rb+") as out:
        settle(out.fileno())


def _copy_raw(source: RawFolder, target: RawFolder) -> None:
    target.prepare()
    for sha256 in source.all():
        target.put(source.path(sha256).read_bytes(), sha256)


def _copy_captures(source: RawFolder, target: RawFolder) -> None:
    """Copy what a watch keeps: the log first, so that the archives have all that it tells of, and more."""
    here, there = source.folder / CAPTURES, target.folder / CAPTURES
    if not (here / "custody.log").is_file():
        return
    target.prepare()
    paths = [here / "custody.log", *sorted(here.glob("warc/*.warc.gz")), *sorted(here.glob("changes/*.diff"))]
    for path in paths:
        copy = there / path.relative_to(here)
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(path, copy)
        with copy.open("rb+") as out:
            settle(out.fileno())
    for folder in sorted({(there / path.relative_to(here)).parent for path in paths} | {target.folder}):
        settle_folder(folder)


def _checked(store: Store, fresh: Path) -> list[Issue]:
    """Return what is wrong with a copy: for SQLite all that verifying finds, else what its list tells."""
    if not store.database.server:
        with open_store(str(fresh)) as copy:
            copy.most = store.most
            return list(check(copy))
    _run("pg_restore", "--list", str(fresh / _DUMP))
    return list(_damaged(RawFolder(fresh / "raw")))


def _damaged(raw: RawFolder) -> Iterator[Issue]:
    for sha256 in raw.all():
        if not raw.sound(sha256):
            yield Issue("raw-damaged", sha256, "The bytes are not what they were.", fatal=True)


def _run(program: str, *arguments: str) -> None:
    """Run a program that comes with PostgreSQL."""
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise StoreError(f"{program} is not installed: it comes with PostgreSQL.") from error
    if done.returncode:
        said = " ".join(done.stderr.split()).rstrip(".")
        raise StoreError(f"{program} failed: {said}.")
