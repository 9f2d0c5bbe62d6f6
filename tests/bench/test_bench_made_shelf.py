"""A made account is sound, and what is put at once is what is put a unit at a time."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.made_rooms import Rooms
from bench.made_shelf import fill, units
from warmonitor.store.shelf import put
from warmonitor.store.store import open_store
from warmonitor.store.weighing import weigh_again

TABLES = (
    "shelf",
    "shelf_link",
    "shelf_words",
    "tally",
    "shelf_stand",
    "doubt",
    "doubt_rests",
    "shelf_map",
    "shelf_spot",
)


def small() -> Rooms:
    return Rooms(40, copies=2, places=60, actors=30)


def tables(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}")) for name in TABLES}


def test_rows_put_at_once_are_those_put_one_by_one(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "slow"), None, create=True) as store:
        for unit, rows in units(small()):
            store.database.write(lambda connection, unit=unit, rows=rows: put(connection, unit, rows))  # type: ignore[misc]
        weigh_again(store.database)
    fill(tmp_path / "quick" / "store.db", small())
    open_store(str(tmp_path / "quick"), None).database.close()
    slow, quick = (tables(tmp_path / name / "store.db") for name in ("slow", "quick"))
    for name in TABLES:
        assert quick[name] == slow[name], name


def test_quotes_and_ids_are_sound() -> None:
    found: dict[str, dict[str, dict[str, object]]] = {}
    for _, rows in units(small()):
        for row in rows:
            found.setdefault(row.kind, {})[row.id] = dict(row.content)
    for claim in found["claims"].values():
        quote = claim["quote"]
        text = str(found["reports"][claim["report"]]["text"])  # type: ignore[index]
        assert text[quote["start"] : quote["end"]] == quote["text"]  # type: ignore[index]
    for kind in ("events", "figures", "control", "agreements", "origins"):
        assert found[kind]
        for one in found[kind].values():
            assert set(one["claims"]) <= set(found["claims"])  # type: ignore[call-overload]
    assert {str(one["kind"]) for one in found["claims"].values()} >= {
        "toll",
        "attack",
        "control",
        "statement",
    }
