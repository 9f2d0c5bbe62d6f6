"""The tables of a store brought to the version that this program works with; later ones are refused."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from warmonitor.model import StoreError, VersionError
from warmonitor.store.database import Database
from warmonitor.store.points import reach

_LOCK = 7_401_516  # any number that is ours: one process at a time changes tables


def newest() -> str:
    """Return the number of the newest change of the tables."""
    return changes()[0]


def revision(database: Database) -> str | None:
    """Return the number of the last change that a database had, None where it has no tables."""
    with database.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def bring_up(database: Database, create: bool) -> None:
    """Bring the tables to the newest version, in one transaction.

    Raises:
        VersionError: when they are of a later version of the program; nothing is written then.
        StoreError: when there are none and none are to be made.
    """
    found = revision(database)
    if found is None and not create:
        raise StoreError(f"There is no store in {database.name}.")
    if found is not None and found not in changes():
        said = f"The store in {database.name} was kept by a later version (its tables: {found})."
        raise VersionError(f"{said} Use that version; nothing was changed.")
    if found != newest():
        database.write(lambda connection: _change(connection, database.server))


def current(database: Database) -> None:
    """Say nothing where the tables are those of this version.

    Raises:
        StoreError: when there are none, or others.
    """
    found = revision(database)
    if found != newest():
        said = f"The tables of {database.name} are of version {found}, not {newest()}"
        raise VersionError(f"{said}: open the store once so that it may be written to.")


def _change(connection: Connection, server: bool) -> None:
    if server:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    reach("migrating")
    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    reach("migrated")


@cache
def changes() -> tuple[str, ...]:
    """Return the numbers of all changes, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(configured()).walk_revisions())


def configured() -> Config:
    """Return where the changes are."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    return config
