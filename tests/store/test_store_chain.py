"""Any change from outside to the chain, to what was made and to raw bytes is found."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from judging import WHEN, amend, say
from kept_documents import NOW, Place, filled

from warmonitor.model import Issue, Verdict
from warmonitor.store.chain import START, Head, link
from warmonitor.store.check import check
from warmonitor.store.judged import JUDGED
from warmonitor.store.judgements import judge, undoing
from warmonitor.store.schema import CHAIN, GIVEN, MADE
from warmonitor.store.store import Store

Rows = dict[str, list[dict[str, Any]]]
Edit = Callable[[Rows, random.Random], None]
TABLES = {table.name: table for table in (GIVEN, CHAIN, MADE, JUDGED)}
EDITS = 1000  # on SQLite; each costs PostgreSQL more and shows the same


def another(value: Any, chance: random.Random) -> Any:
    """A value with one character changed."""
    if isinstance(value, int):
        return value + chance.choice([100, 1000])
    if not value:
        return "x"
    at = chance.randrange(len(value))
    return value[:at] + chance.choice([c for c in "0aZ{ é" if c != value[at]]) + value[at + 1 :]


def flip(rows: Rows, chance: random.Random) -> None:
    row = chance.choice(rows[chance.choice([*TABLES])])
    column = chance.choice([name for name in row if name != "id" or "kind" in row])
    row[column] = another(row[column], chance)


def delete(rows: Rows, chance: random.Random) -> None:
    table = rows[chance.choice(["given", "made", "judged"])]
    table.remove(chance.choice(table))


def insert(rows: Rows, chance: random.Random) -> None:
    given = rows["given"]
    at = chance.randrange(len(given) + 1)
    for row in given[at:]:
        row["seq"] += 1
    given.insert(
        at, {**given[0], "seq": at + 1, "id": "sighting-0", "hash": f"{chance.getrandbits(256):064x}"}
    )


def reorder(rows: Rows, chance: random.Random) -> None:
    one, other = chance.sample(rows["given"], 2)
    one["seq"], other["seq"] = other["seq"], one["seq"]


def cut(rows: Rows, chance: random.Random) -> None:
    del rows["given"][chance.randrange(len(rows["given"])) :]


EDITED: list[Edit] = [flip, flip, flip, delete, insert, reorder, cut]


def rows_of(store: Store) -> Rows:
    with store.database.reading() as connection:
        return {
            name: [
                dict(row)
                for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()
            ]
            for name, table in TABLES.items()
        }


def put(store: Store, rows: Rows) -> None:
    def work(connection: sa.Connection) -> None:
        for name, table in TABLES.items():
            connection.execute(table.delete())
            if rows[name]:
                connection.execute(table.insert(), rows[name])

    store.database.write(work)


@contextmanager
def edited(store: Store, edit: Edit, chance: random.Random) -> Iterator[None]:
    before, rows = rows_of(store), rows_of(store)
    edit(rows, chance)
    put(store, rows)
    yield
    put(store, before)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """A store whose database no longer refuses to change what was given."""
    filled(place, 6)
    with place.open() as opened:
        rejected = judge(opened, say(Verdict.REJECT), NOW)
        judge(opened, amend(number=2), NOW)
        judge(opened, undoing(rejected, "Ada", WHEN, "wrong page", 1), NOW)
        opened.note([Issue("source-empty", "a.txt", "The file is empty.", fatal=True)], NOW)
        drop = (
            ["DROP TRIGGER given_no_change ON given"]
            if place.raw
            else ["DROP TRIGGER given_no_update", "DROP TRIGGER given_no_delete"]
        )
        for statement in drop:
            opened.database.write(lambda connection, s=statement: connection.execute(sa.text(s)))  # type: ignore[misc]
        yield opened


def test_every_edit_is_found(store: Store) -> None:
    chance = random.Random(5)
    missed = []
    for at in range(EDITS if not store.database.server else EDITS // 10):
        edit = EDITED[at % len(EDITED)]
        with edited(store, edit, chance):
            if not list(check(store)):
                missed.append((at, edit.__name__))
    assert missed == []
    assert list(check(store)) == []


def whole_anew(rows: Rows, chance: random.Random) -> None:
    """A row changed, and all hashes after it made anew, as who may write to the database can."""
    chance.choice(rows["given"])["received"] = "2001-01-01T00:00:00+00:00"
    chained(rows)


def cut_with_its_head(rows: Rows, chance: random.Random) -> None:
    issues = [row for row in rows["given"] if row["kind"] == "issue"]
    rows["given"].remove(issues[-1])
    chained(rows)


def chained(rows: Rows) -> None:
    before = START
    for row in rows["given"]:
        before = row["hash"] = link(before, row)
    rows["chain"][0] |= {"length": len(rows["given"]), "head": before}


@pytest.mark.parametrize("edit", [whole_anew, cut_with_its_head])
def test_a_chain_made_anew_is_found_beside_a_head_that_was_kept(store: Store, edit: Edit) -> None:
    saved, chance = store.head(), random.Random(1)
    with edited(store, edit, chance):
        assert list(check(store)) == []
        assert list(check(store, saved))
    assert list(check(store, saved)) == []


def test_an_earlier_head_holds_when_more_has_come(store: Store) -> None:
    saved = store.head()
    store.note([Issue("source-empty", "b.txt", "The file is empty.")], NOW)
    assert store.head().length == saved.length + 1
    assert list(check(store, saved)) == []
    assert Head.of(str(saved)) == saved


def test_every_change_of_a_raw_byte_is_found(tmp_path: Any) -> None:
    place = Place(str(tmp_path / "store"), None)
    filled(place, 6)
    chance = random.Random(3)
    with place.open() as store:
        paths = [store.raw.path(sha256) for sha256 in store.raw.all()]
        for at in range(EDITS):
            path = paths[at % len(paths)]
            content = bytearray(path.read_bytes())
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            whole = path.read_bytes()
            path.chmod(0o600)
            path.write_bytes(content)
            assert not store.raw.sound(path.name)
            path.write_bytes(whole)
        path.write_bytes(whole[:-1])
        assert [issue.item for issue in check(store)] == [path.name]
        path.unlink()
        assert [issue.code for issue in check(store)] == ["raw-damaged"]


def test_bytes_that_were_damaged_are_mended_when_they_come_again(tmp_path: Any) -> None:
    place = Place(str(tmp_path / "store"), None)
    filled(place, 2)
    with place.open() as store:
        path = store.raw.path(next(iter(store.raw.all())))
        path.chmod(0o600)
        path.write_bytes(b"")
        assert list(check(store))
    filled(place, 2)
    with place.open() as store:
        assert list(check(store)) == []
