"""The custody log is a chain: whoever edits it, even with the checksums made to fit, is found."""

import json
import random
import struct
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from warmonitor.model import StoreError
from warmonitor.store.chain import START, Head
from warmonitor.store.fetchlog import FetchLog
from warmonitor.store.log import Log

Rows = list[bytes]
COUNT = 30


def told(number: int) -> dict[str, object]:
    return {"address": f"https://harbour.example/{number}", "at": 1.5 * number, "said": f"Ørlen {number}"}


def filled(path: Path, count: int = COUNT) -> Head:
    with closing(FetchLog(path)) as log:
        for number in range(len(log), count):
            log.append(told(number))
        return log.head


def rows_of(path: Path) -> Rows:
    with closing(Log(path)) as log:
        return [log[number] for number in range(len(log))]


def write(path: Path, rows: Rows) -> None:
    """Write a log with checksums that fit, as somebody does who knows its form."""
    path.with_suffix(".starts").unlink(missing_ok=True)
    path.write_bytes(b"".join(struct.pack("<II", len(row), zlib.crc32(row)) + row for row in rows))


def found(path: Path, saved: Head | None = None) -> list[str]:
    try:
        with closing(FetchLog(path)) as log:
            return [said for _, said in log.broken(saved)]
    except StoreError as error:
        return [str(error)]


def test_records_come_back_with_the_hash_up_to_them(tmp_path: Path) -> None:
    head = filled(tmp_path / "a.log")
    with closing(FetchLog(tmp_path / "a.log")) as log:
        assert [{**told(n), "chain": log[n]["chain"]} for n in range(COUNT)] == [log[n] for n in range(COUNT)]
        assert (log.head, str(log.head)) == (head, f"{COUNT}:{log[COUNT - 1]['chain']}")
    assert found(tmp_path / "a.log", head) == []
    with closing(FetchLog(tmp_path / "empty.log")) as log:
        assert log.head == Head(0, START)


def changed(rows: Rows, at: int, chance: random.Random) -> Rows:
    row = bytearray(rows[at])
    row[chance.randrange(len(row))] ^= 1 << chance.randrange(7)
    return [*rows[:at], bytes(row), *rows[at + 1 :]]


def removed(rows: Rows, at: int, _: random.Random) -> Rows:
    return rows[:at] + rows[at + 1 :]


def doubled(rows: Rows, at: int, chance: random.Random) -> Rows:
    other = chance.randrange(len(rows))
    return [*rows[:other], rows[at], *rows[other:]]


def swapped(rows: Rows, at: int, chance: random.Random) -> Rows:
    other = chance.choice([n for n in range(len(rows)) if n != at])
    again = list(rows)
    again[at], again[other] = rows[other], rows[at]
    return again


def put_in(rows: Rows, at: int, _: random.Random) -> Rows:
    made = json.dumps({**told(at), "said": "of another", "chain": json.loads(rows[at])["chain"]})
    return [*rows[:at], made.encode(), *rows[at:]]


def unchained(rows: Rows, at: int, _: random.Random) -> Rows:
    made = json.loads(rows[at])
    del made["chain"]
    return [*rows[:at], json.dumps({**made, "said": "other"}).encode(), *rows[at + 1 :]]


EDITS: list[Callable[[Rows, int, random.Random], Rows]] = [
    changed, removed, doubled, swapped, put_in, unchained,
]  # fmt: skip


def test_a_thousand_edits_with_fitting_checksums_are_found_beside_a_head(tmp_path: Path) -> None:
    head, chance = filled(tmp_path / "a.log"), random.Random(7)
    rows, missed = rows_of(tmp_path / "a.log"), []
    for number in range(1_000):
        edit = EDITS[number % len(EDITS)]
        at = chance.randrange(COUNT)
        edited = edit(rows, at, chance)
        if edited == rows:
            continue
        write(tmp_path / "b.log", edited)
        if not found(tmp_path / "b.log", head):
            missed.append((edit.__name__, at))
        # Without a head only what stands at the very end can hide.
        if at < COUNT - 1 and edit is not doubled and not found(tmp_path / "b.log"):
            missed.append((edit.__name__, at))
    assert missed == []


def test_bytes_that_change_without_their_checksum_are_found(tmp_path: Path) -> None:
    head, chance = filled(tmp_path / "a.log"), random.Random(8)
    content = (tmp_path / "a.log").read_bytes()
    for _ in range(300):
        at, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        (tmp_path / "b.starts").unlink(missing_ok=True)
        (tmp_path / "b.log").write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        assert found(tmp_path / "b.log", head), at


@pytest.mark.parametrize("cut", [1, 2, COUNT])
def test_a_cut_tail_is_found_only_beside_a_head(tmp_path: Path, cut: int) -> None:
    head = filled(tmp_path / "a.log")
    write(tmp_path / "b.log", rows_of(tmp_path / "a.log")[:-cut])
    assert found(tmp_path / "b.log") == []
    (said,) = found(tmp_path / "b.log", head)
    assert said == f"The log has {COUNT - cut} records; the head that was kept had {COUNT}."


def test_a_log_of_the_earlier_form_goes_on_as_a_chain(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    with closing(Log(path)) as plain:
        plain.append([json.dumps(told(number)).encode() for number in range(10)])
    with closing(FetchLog(path)) as log:
        assert (len(log), log[3]) == (10, told(3))
        early = log.head
        assert list(log.broken(early)) == []
    head = filled(path)
    assert (found(path, early), found(path, head)) == ([], [])
    rows = rows_of(path)
    for at in range(10):
        other = json.dumps({**told(at), "at": 0.25}).encode()
        write(tmp_path / "b.log", [*rows[:at], other, *rows[at + 1 :]])
        assert len(found(tmp_path / "b.log")) == 1
