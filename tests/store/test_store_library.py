"""What a library acknowledged is there when it is opened again, whatever happened meanwhile."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Report, StoreError, VersionError
from warmonitor.store import segments
from warmonitor.store.library import Library
from warmonitor.store.log import Log
from warmonitor.store.records import from_bytes, to_bytes
from warmonitor.store.segments import Segments
from warmonitor.store.tables import buckets, read

ONE = Report(
    "report-1", "a.txt", "", "Nine “dead”\ud800 in Kosta.", title="Kosta", byline=("Ada Okoth",),
    agencies=("Wire",), stated_date=date(2023, 11, 7), captions=("The port.",), url="https://a.example/1",
)  # fmt: skip
TWO = Report("report-2", "b.txt", "", "Shops stayed shut.")


def stopped(library: Library) -> None:
    """Let go of a library as a process does that is killed."""
    library.close()


def test_a_report_comes_back_as_it_was() -> None:
    assert from_bytes(to_bytes(ONE)) == ONE
    assert from_bytes(to_bytes(TWO)) == TWO


def test_what_was_acknowledged_is_there_after_a_stop(tmp_path: Path) -> None:
    library = Library(tmp_path, "a")
    library.append([ONE, TWO])
    stopped(library)
    again = Library(tmp_path, "a")
    assert list(again) == [ONE, TWO]
    assert list(again.pending()) == [(0, ONE), (1, TWO)]
    again.close()


def test_keys_in_files_are_not_given_back(tmp_path: Path) -> None:
    library = Library(tmp_path, "a")
    library.append([ONE])
    library.runs.add(np.array([3, 5], np.uint64))
    library.flush()
    library.append([TWO])
    library.runs.add(np.array([4], np.uint64))
    stopped(library)
    again = Library(tmp_path, "a")
    assert list(again.pending()) == [(1, TWO)]
    assert [part.tolist() for part in again.runs.arrays] == [[3, 5]]
    again.close()


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_record_half_written_is_cut_off_and_the_others_stay(tmp_path: Path, cut: int) -> None:
    log = Log(tmp_path / "log")
    log.append([b"first"])
    log.append([b"the second one, never acknowledged"])
    log.close()
    whole = (tmp_path / "log").read_bytes()
    (tmp_path / "log").write_bytes(whole[:-cut])
    again = Log(tmp_path / "log")
    assert [again[n] for n in range(len(again))] == [b"first"]
    again.append([b"third"])
    assert [again[n] for n in range(2)] == [b"first", b"third"]
    again.close()


def test_a_damaged_record_before_others_is_told(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append([b"first", b"second"])
    log.close()
    content = bytearray((tmp_path / "log").read_bytes())
    content[9] ^= 1
    (tmp_path / "log").write_bytes(content)
    with pytest.raises(StoreError, match="damaged at byte 0"):
        Log(tmp_path / "log")


def kept_log(folder: Path) -> Path:
    """Return the path of a log of three records, where the first two start being kept."""
    log = Log(folder / "a.log")
    log.append([b"first", b"second"])
    log.keep_starts()
    log.append([b"third"])
    log.close()
    return folder / "a.log"


def records(path: Path, least: int) -> list[bytes]:
    log = Log(path, least)
    found = [log[number] for number in range(len(log))]
    log.close()
    return found


def test_starts_that_are_kept_are_not_read_again(tmp_path: Path) -> None:
    path = kept_log(tmp_path)
    content = bytearray(path.read_bytes())
    content[9] ^= 1
    path.write_bytes(content)
    log = Log(path, 2)
    assert (log[1], log[2]) == (b"second", b"third")
    with pytest.raises(StoreError, match="damaged at byte 0"):
        log[0]
    log.close()


@pytest.mark.parametrize("starts", [b"", b"\x01" * 8, b"\xff" * 16, bytes(15)])
def test_starts_that_cannot_be_right_are_made_again(tmp_path: Path, starts: bytes) -> None:
    path = kept_log(tmp_path)
    path.with_suffix(".starts").write_bytes(starts)
    assert records(path, 2) == [b"first", b"second", b"third"]


def test_a_record_half_written_after_kept_starts_is_cut_off(tmp_path: Path) -> None:
    path = kept_log(tmp_path)
    path.write_bytes(path.read_bytes()[:-1])
    assert records(path, 2) == [b"first", b"second"]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StoreError, match="1 records of 2"):
        Log(path, 2)


def test_kept_starts_grow_with_the_log(tmp_path: Path) -> None:
    path = kept_log(tmp_path)
    log = Log(path, 2)
    log.append([b"fourth"])
    log.keep_starts()
    log.close()
    assert records(path, 4) == [b"first", b"second", b"third", b"fourth"]
    assert len(path.with_suffix(".starts").read_bytes()) == 4 * 8


@pytest.mark.parametrize("content", [b"", b"odd", bytes(8), b"\x05" + bytes(31)])
def test_a_file_of_numbers_that_is_not_whole_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "n.u64").write_bytes(content)
    with pytest.raises(StoreError, match=r"n\.u64"):
        read(tmp_path / "n.u64")
    with pytest.raises(StoreError, match="cannot be read"):
        read(tmp_path / "gone.u64")


KEYS = st.integers(0, 2**64 - 1) | st.integers(0, 300) | st.integers(2**64 - 300, 2**64 - 1)


@settings(max_examples=60)
@given(st.sets(KEYS, min_size=1, max_size=400), st.lists(KEYS, max_size=60), st.integers(1, 50))
def test_a_search_through_the_table_finds_what_a_plain_one_does(
    tmp_path_factory: pytest.TempPathFactory, held: set[int], asked: list[int], part: int
) -> None:
    kept = Segments(tmp_path_factory.mktemp("tables"), "n", [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "SLICE", part)
        kept.add(np.array(sorted(held), np.uint64))
        kept.write(1)
    keys = np.array([*asked, *sorted(held)[::3]], np.uint64)
    [(numbers, places)] = kept.find(keys)
    assert numbers.tolist() == sorted(held)
    assert places.tolist() == np.searchsorted(numbers, keys).tolist()


def test_a_table_has_a_place_for_every_few_numbers() -> None:
    assert [buckets(count) for count in (1, 100, 32 * 1024, 10**6)] == [2, 2, 1024, 16384]


def test_files_of_a_write_that_did_not_end_are_taken_away(tmp_path: Path) -> None:
    library = Library(tmp_path, "a")
    library.append([ONE])
    library.runs.add(np.array([3], np.uint64))
    library.flush()
    (tmp_path / "runs-0000000099.u64").write_bytes(b"half of a number")
    stopped(library)
    again = Library(tmp_path, "a")
    assert [part.tolist() for part in again.runs.arrays] == [[3]]
    assert {path.name for path in tmp_path.glob("*.u64")} == {*again.runs.files}
    again.close()


def test_another_version_is_refused_in_one_sentence(tmp_path: Path) -> None:
    Library(tmp_path, "runs of 5 words").close()
    with pytest.raises(VersionError, match=r"runs of 5 words.*wanted.*runs of 6 words"):
        Library(tmp_path, "runs of 6 words")


def test_a_manifest_that_is_none_is_refused(tmp_path: Path) -> None:
    Library(tmp_path, "a").close()
    (tmp_path / "manifest.json").write_text(json.dumps([]))
    with pytest.raises(StoreError, match=r"cannot be read"):
        Library(tmp_path, "a")


def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    library = Library(tmp_path, "a")
    with pytest.raises(StoreError, match="open elsewhere"):
        Library(tmp_path, "a")
    library.close()
    Library(tmp_path, "a").close()


@settings(max_examples=40)
@given(st.lists(st.sets(st.integers(0, 2**64 - 1), max_size=30), max_size=8), st.sets(st.integers(0, 7)))
def test_numbers_in_files_and_in_memory_are_those_that_were_added(
    tmp_path_factory: pytest.TempPathFactory, steps: list[set[int]], written: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("segments")
    kept, every = Segments(folder, "n", []), set[int]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "SLICE", 4)
        for number, step in enumerate(steps):
            kept.add(np.array(sorted(step - every), np.uint64))
            every |= step
            if number in written:
                kept.write(number)
                kept = Segments(folder, "n", kept.files)
    assert sorted(key for part in kept.arrays for key in part.tolist()) == sorted(every)
    assert all((np.diff(part.astype(object)) > 0).all() for part in kept.arrays)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("restarted", [True, False])
def test_a_record_that_failed_stands_behind_no_shorter_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, restarted: bool
) -> None:
    log = Log(tmp_path / "log")
    log.append([b"first"])

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("warmonitor.store.log.settle", fail)
        with pytest.raises(OSError, match="No space"):
            log.append([b"a long record that was never acknowledged" * 9] * count)
    log.append([b"short"])
    if restarted:
        log.close()
        log = Log(tmp_path / "log")
    assert [log[number] for number in range(len(log))] == [b"first", b"short"]
    log.close()
