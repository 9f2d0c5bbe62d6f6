"""Numbered changes of the tables, run in the transaction of who opens the store."""

from alembic import context

from warmonitor.store.points import reach

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    on_version_apply=lambda **_: reach("changed"),
)
with context.begin_transaction():
    context.run_migrations()
