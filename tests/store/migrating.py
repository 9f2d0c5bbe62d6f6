"""One change of the tables done again, as a store of an earlier version meets it; later ones stay done."""

from importlib import import_module

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text


def done_again(connection: Connection, change: str, *tables: str) -> None:
    """Drop tables and make the change anew that made them."""
    for name in tables:
        connection.execute(text(f"DROP TABLE {name}"))
    module = import_module(f"warmonitor.store.migrations.versions.{change}")
    with Operations.context(MigrationContext.configure(connection)):
        module.upgrade()
