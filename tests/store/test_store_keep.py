"""What is kept: each document once, as a whole, and never changed, in both databases."""

import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from kept_documents import NOW, Place, filled, made_of, raw_report

from warmonitor.model import Issue, Reference, ReferenceKind, StoreError, VersionError
from warmonitor.run.documents import cleaned_of
from warmonitor.store.check import check
from warmonitor.store.made import CLEAN, EXTRACT
from warmonitor.store.sqlite import journal_mode, resets_safely, settings
from warmonitor.store.store import ISSUE, SIGHTING, open_store

ONE = raw_report(1)
ISSUES = [Issue("source-empty", "a\ud800.txt", "The file is empty.", fatal=True), Issue("a", "b", "c.")]


def test_a_document_is_kept_once_with_its_bytes(place: Place) -> None:
    with place.open() as store:
        assert store.keep(ONE, made_of(ONE), NOW)
        assert not store.keep(ONE, made_of(ONE), NOW)
        assert store.given(SIGHTING) == [replace(ONE, content=b"")]
        assert store.raw.get(ONE.sha256) == ONE.content
        assert store.made(CLEAN) == {ONE.report_id: made_of(ONE)[0]}
        assert list(check(store)) == []
        assert store.head().length == 1


def test_what_is_there_is_known(place: Place) -> None:
    filled(place, 3)
    with place.open() as store:
        assert len(store.known([raw_report(number) for number in range(1200)])) == 3


def test_issues_and_look_ups_are_kept_once(place: Place) -> None:
    roads = Reference(ReferenceKind.ROADS, "roads of Vostrany", "ODbL 1.0", "cd" * 32, 3)
    with place.open() as store:
        assert store.note([*ISSUES, roads], NOW) == 3
        assert store.note([roads, *ISSUES[::-1]], NOW) == 0
        assert store.note([], NOW) == 0
        assert sorted(store.given(ISSUE)) == sorted(ISSUES)


def test_of_twins_the_first_by_path_counts_in_any_order(place: Place, tmp_path: Path) -> None:
    twins = [raw_report(1, folder) for folder in ("in/b", "in/a", "in/c")]
    assert len({twin.report_id for twin in twins}) == 1
    dumps = []
    for at, order in enumerate((twins, twins[::-1])):
        here = place if not at else Place(str(tmp_path / "other"), None)
        with here.open() as store:
            assert all(store.keep(twin, made_of(twin), NOW) for twin in order)
            (made,) = store.made(CLEAN).values()
            report, _ = cleaned_of(made)
            assert report is not None
            assert report.source == "in/a/00001.txt"
        dumps.append(here.dump())
    assert dumps[0] == dumps[1]


def test_what_was_made_is_superseded_a_unit_at_a_time(place: Place) -> None:
    filled(place, 2)
    with place.open() as store:
        newer = replace(made_of(ONE)[1], version="extract-2")
        store.supersede(newer)
        assert {made.version for made in store.made(EXTRACT).values()} == {"extract-1", "extract-2"}
        assert list(check(store)) == []


@pytest.mark.parametrize("change", ["UPDATE given SET content = 'x'", "DELETE FROM given"])
def test_the_database_refuses_to_change_what_was_given(place: Place, change: str) -> None:
    filled(place, 2)
    before = place.dump()
    with place.open() as store, pytest.raises(StoreError, match="never changed"):
        store.database.write(lambda connection: connection.execute(sa.text(change)))
    assert place.dump() == before


def test_both_databases_hold_the_same(place: Place, tmp_path: Path) -> None:
    other = Place(str(tmp_path / "other"), None)
    filled(place, 5)
    filled(other, 5)
    assert place.dump() == other.dump()
    assert len(place.dump()) == 5 + 5 + 15


def test_a_store_of_a_later_version_is_refused_and_left_alone(place: Place) -> None:
    filled(place, 1)
    with place.open() as store:
        store.database.write(lambda c: c.execute(sa.text("UPDATE alembic_version SET version_num = '9999'")))
    for _ in range(2):
        with pytest.raises(VersionError, match="9999"):
            place.open()


def test_where_there_is_no_store_none_is_read(place: Place) -> None:
    with pytest.raises(StoreError, match="There is no store"):
        place.open(create=False)


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    filled(Place(str(tmp_path / "store"), None), 2)
    paths = [tmp_path / "store", *(tmp_path / "store").rglob("*")]
    assert len(paths) > 5
    assert [path for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_every_connection_has_the_settings(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), create=True) as store:
        for _ in range(2):
            with store.database.reading() as connection:
                found = {name: connection.execute(sa.text(f"PRAGMA {name}")).scalar() for name in settings()}
                assert found["synchronous"] == 2
                assert found["journal_mode"] == journal_mode()
                assert found["trusted_schema"] == 0


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_a_write_ahead_log_is_used_where_it_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    assert resets_safely(version) is safe
    assert journal_mode(version) == ("wal" if safe else "truncate")


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(str(tmp_path))
    assert (tmp_path / "store.db").read_bytes() == content


def test_a_store_that_somebody_else_writes_to_is_waited_for_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warmonitor.store.sqlite.BUSY", 50)
    filled(Place(str(tmp_path), None), 1)
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(str(tmp_path)) as store, pytest.raises(StoreError, match="locked"):
        store.keep(ONE, made_of(ONE), NOW)
    other.close()
    with open_store(str(tmp_path)) as store:
        assert store.keep(ONE, made_of(ONE), NOW)


@pytest.mark.parametrize(
    "address", ["postgresql://", "postgresql://a:secret@127.0.0.1:1/none", "postgres://["]
)
def test_a_server_that_is_not_there_is_told_without_the_password(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warmonitor.store.database.PATIENCE", 0.0)
    with pytest.raises(StoreError) as told:
        open_store(address, tmp_path)
    assert "secret" not in str(told.value)
    with pytest.raises(StoreError, match="--raw"):
        open_store(address)
