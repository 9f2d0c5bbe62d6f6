"""Killed while tables change, a backup is made or one restored: old or new, never between."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from keeping import DONE, KILLED, Keeper
from kept_documents import Place, filled
from postgres_server import fresh_database
from scripted import STEPS, Script, finished, run, whole
from sqlalchemy import Connection, inspect

from warmonitor.store.database import Database, file_database, server_database
from warmonitor.store.migrate import changes, configured, newest, revision
from warmonitor.store.schema import CHAIN, GIVEN, MADE

COUNT = 3
# Which time that a point is reached while a backup is made, and while it is restored.
NTH: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "raw-opened": ((1, 4), (1, 4)),
    "raw-renamed": ((1, 4), (1, 4)),
    "backed-up": ((1,), ()),
    "restored": ((), (1,)),
}


def database_of(place: Place) -> Database:
    return server_database(place.store) if place.raw else file_database(Path(place.store) / "store.db")


def stand(place: Place) -> tuple[str | None, set[str]]:
    """Return the version of the tables of a store, and their names."""
    database = database_of(place)
    with database.reading() as connection:
        names = set(inspect(connection).get_table_names())
    found = revision(database)
    database.close()
    return found, names


def earlier(place: Place, wanted: str, kept: Place) -> None:
    """Make a store as an earlier version of the program made it, with the documents of another."""
    with kept.open() as store, store.database.reading() as read:
        rows = {t.name: [dict(r) for r in read.execute(t.select()).mappings()] for t in (GIVEN, CHAIN, MADE)}
    shutil.copytree(Path(kept.store) / "raw", place.raw or Path(place.store) / "raw")
    database = database_of(place)

    def work(connection: Connection) -> None:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, wanted)
        connection.execute(GIVEN.insert(), rows["given"])
        connection.execute(MADE.insert(), [row for row in rows["made"] if row["stage"] != "placing"])
        connection.execute(CHAIN.update().values(rows["chain"][0]))

    database.write(work)
    database.close()


@pytest.mark.parametrize("before", sorted(changes())[:-1])
def test_killed_while_tables_change(place: Place, keeper: Keeper, quick_path: Path, before: str) -> None:
    kept, acks = Place(str(quick_path / "kept"), None), quick_path / "acks"
    filled(kept, COUNT)
    earlier(place, before, kept)
    old = stand(place)
    assert old[0] == before
    steps = changes().index(before)
    for point, nth in [("migrating", 1), ("changed", 1), ("changed", steps), ("migrated", 1)]:
        assert keeper.run(place, acks, range(COUNT, COUNT + 1), stop=(point, nth)) == KILLED
        assert stand(place) == old
    assert keeper.run(place, acks, range(COUNT, COUNT + 1), stop=("begun", 2)) == KILLED
    assert stand(place)[0] == newest()
    assert keeper.run(place, acks, range(COUNT, COUNT + 1)) == DONE
    with place.open() as store:
        documents = {raw.report_id for raw in store.given("sighting")}
        assert {*store.made("clean")} == {*store.made("extract")} == documents
        assert len(documents) == COUNT + 1


@pytest.mark.parametrize("point", sorted(NTH))
def test_killed_while_copied_or_restored(
    place: Place,
    keeper: Keeper,
    quick_path: Path,
    script: Script,
    wanted: list[str],
    point: str,
    request: pytest.FixtureRequest,
) -> None:
    acks, copy, again = quick_path / "acks", quick_path / "copy", Place(str(quick_path / "again"), None)
    if place.raw:
        address = fresh_database(request.getfixturevalue("postgres"), f"again_{uuid4().hex}")
        again = Place(address, quick_path / "raw again")
    told = {"script": str(script.folder)}
    backup, restoring = [f"backup:{copy}"], [f"restore:{copy}", "run"]
    run(place, script, STEPS, acks)
    for nth in NTH[point][0]:
        assert keeper.run(place, acks, range(0), **told, steps=backup, stop=(point, nth)) == KILLED
        assert not copy.exists()
        whole(place, script, acks)
    assert keeper.run(place, acks, range(0), **told, steps=backup) == DONE
    for nth in NTH[point][1]:
        stopped = keeper.run(again, quick_path / "a", range(0), **told, steps=restoring, stop=(point, nth))
        assert stopped == KILLED
        assert stand(again)[0] is None if again.raw else not Path(again.store).exists()
    assert keeper.run(again, quick_path / "b", range(0), **told, steps=restoring) == DONE
    whole(again, script, acks)
    assert finished(again) == wanted == finished(place)
