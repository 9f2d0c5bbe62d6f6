"""The database of a store: SQLite in a file or PostgreSQL by its address, used by the same code."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError

from warmonitor.model import StoreError
from warmonitor.store.points import reach
from warmonitor.store.sqlite import sqlite_engine

PATIENCE = 60.0  # seconds for which a server that is down is waited for
_PAUSE = 0.2

_WRONG = (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError)  # the last where letters were damaged

T = TypeVar("T")
Transaction = Connection  # what work is done in, for those who may not know of the library


class Database:
    """Transactions on one database; `name` can be shown, without a password."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.server = engine.dialect.name == "postgresql"
        self.name = engine.url.render_as_string(hide_password=True)
        self.patience: float | None = None  # seconds, for who cannot wait as long as others
        self.file = Path(unquote(str(engine.url.database).removeprefix("file://")))  # of SQLite

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do work in one transaction, which is on the disk when this returns.

        Work must do no harm when it is done twice: it is done again when a server that went away is back.

        Raises:
            StoreError: when the database cannot be written to.
        """
        done = self._patiently(self._writing, work)
        reach("committed")
        return done

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do work that only reads, in one transaction; again when a server that went away is back.

        Raises:
            StoreError: when the database cannot be read.
        """
        return self._patiently(self._reading, work)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the database as it is now, whatever is written meanwhile.

        Raises:
            StoreError: when the database cannot be read.
        """
        try:
            with self._reading() as connection:
                yield connection
        except _WRONG as error:
            raise _unusable(self.name, error) from error

    def _patiently(
        self, transaction: Callable[[], AbstractContextManager[Connection]], work: Callable[[Connection], T]
    ) -> T:
        until = time.monotonic() + (PATIENCE if self.patience is None else self.patience)
        while True:
            try:
                with transaction() as connection:
                    return work(connection)
            except _WRONG as error:
                if not (self.server and _gone(error)) or time.monotonic() > until:
                    raise _unusable(self.name, error) from error
                time.sleep(_PAUSE)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.engine.begin() as connection:
            reach("begun")
            yield connection

    def _reading(self) -> Connection:
        level = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if self.server else {}
        return self.engine.connect().execution_options(reading=True, stream_results=True, **level)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def is_address(place: str) -> bool:
    """Say whether a store is named by the address of a server rather than by a folder."""
    return place.startswith(("postgresql://", "postgres://"))


def file_database(path: Path, read_only: bool = False) -> Database:
    """Open SQLite in a file, which is made if it is not there and may be written to."""
    try:
        return Database(sqlite_engine(path, read_only))
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror or error}.") from error


def server_database(address: str) -> Database:
    """Open PostgreSQL by its address.

    Raises:
        StoreError: when the address is none, or the driver is not installed.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        told = {"options": "-c synchronous_commit=on", "client_encoding": "utf8"}
        engine = create_engine(url, pool_pre_ping=True, connect_args=told)
        return Database(engine)
    except ArgumentError as error:
        raise StoreError("The address of the database is not one of PostgreSQL.") from error
    except ModuleNotFoundError as error:
        msg = "PostgreSQL needs its driver: install warmonitor[postgres]."
        raise StoreError(msg) from error


def _gone(error: Exception) -> bool:
    """Say whether the server went away, is starting or cannot be reached."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    return error.connection_invalidated or (
        isinstance(error, OperationalError) and (not state or state.startswith(("08", "57P")))
    )


def _unusable(name: str, error: Exception) -> StoreError:
    cause = getattr(error, "orig", None) or error
    said = " ".join(str(cause).split()).rstrip(".")
    return StoreError(f"The database {name} cannot be used: {said}.")
