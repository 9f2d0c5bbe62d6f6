"""What was fetched is kept for good: whenever the machine stops, all that was acknowledged is there, once."""

import gzip
import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from warmonitor.model import Fetch, Hop, Outcome, StoreError
from warmonitor.stages.archive import read_sources
from warmonitor.store import captures as module
from warmonitor.store import files, log, rawfolder
from warmonitor.store.captures import Captures
from warmonitor.store.warcs import warc_records

ASKED = (("Host", "harbour.example"), ("User-Agent", "warmonitor/1"))
AT = 1_600_000_000.0


def fetch(number: int, body: bytes = b"", outcome: Outcome = Outcome.NEW, **told: object) -> Fetch:
    body = body or b"<html><body><p>Report %d of the harbour.</p></body></html>" % number
    address = f"https://harbour.example/{number}"
    head = (("Content-Type", "text/html; charset=utf-8"), ("ETag", f'"{number}"'))
    sha256 = hashlib.sha256(body).hexdigest()
    made = Fetch(
        address, "Harbour Post", "page", AT + number, "warmonitor/1", outcome,
        (Hop(address, "93.184.215.14", 200, "OK", ASKED, head),),
        sha256, len(body), sha256, f'"{number}"', due=AT + 100 + number, wire=body, body=body,
    )  # fmt: skip
    return replace(made, **told)  # type: ignore[arg-type]


def plain(one: Fetch) -> Fetch:
    return replace(one, wire=b"", body=b"")


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for number in range(5):
            kept.keep(fetch(number))
        assert kept.seen("https://harbour.example/3") == plain(fetch(3))
    with Captures(tmp_path) as again:
        assert list(again) == [plain(fetch(number)) for number in range(5)]
        assert again.body(fetch(2).sha256) == fetch(2).body
        assert again.seen("https://harbour.example/9") is None
        assert len(again) == 5


def test_pages_that_are_due_come_those_due_longest_first(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for number in (3, 1, 2):
            kept.keep(fetch(number))
        kept.keep(fetch(4, due=0.0))
        kept.keep(fetch(5, kind="feed"))
        kept.keep(fetch(6, source="Other"))
        assert kept.due("Harbour Post", AT + 102) == [f"https://harbour.example/{n}" for n in (1, 2)]
        kept.keep(fetch(1, due=AT + 900))
        assert kept.due("Harbour Post", AT + 102) == ["https://harbour.example/2"]


def test_what_was_settled_is_open_again_when_it_changes(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1))
        kept.settle(fetch(1).address)
        kept.keep(fetch(1, outcome=Outcome.SAME))
        assert kept.settled(fetch(1).address)
    with Captures(tmp_path) as kept:
        assert kept.settled(fetch(1).address)
        kept.keep(fetch(1, b"other", Outcome.CHANGED))
        assert not kept.settled(fetch(1).address)


def test_bytes_are_written_once_and_for_reading_only(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for _ in range(3):
            kept.keep(fetch(1))
    files_ = [path for path in (tmp_path / "raw").rglob("*") if path.is_file()]
    assert [path.name for path in files_] == [fetch(1).sha256]
    assert files_[0].stat().st_mode & 0o222 == 0


def test_changed_bytes_are_found(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1))
        path = tmp_path / "raw" / fetch(1).sha256[:2] / fetch(1).sha256
        path.chmod(0o644)
        path.write_bytes(fetch(1).body[:-1] + b"?")
        with pytest.raises(StoreError, match="not what they were"):
            kept.body(fetch(1).sha256)
        path.unlink()
        with pytest.raises(StoreError, match="are gone"):
            kept.body(fetch(1).sha256)


def test_one_watch_has_a_folder_at_a_time(tmp_path: Path) -> None:
    with Captures(tmp_path), pytest.raises(StoreError, match="open elsewhere"):
        Captures(tmp_path)
    Captures(tmp_path).close()


def test_the_table_is_made_anew_from_the_log(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for number in range(5):
            kept.keep(fetch(number))
    (tmp_path / "seen.sqlite").unlink()
    with Captures(tmp_path) as again:
        assert again.seen("https://harbour.example/4") == plain(fetch(4))
    (tmp_path / "seen.sqlite").write_bytes(b"no table" * 200)
    with pytest.raises(StoreError, match="cannot be used"):
        Captures(tmp_path)


def test_a_log_that_lost_records_is_refused(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for number in range(5):
            kept.keep(fetch(number))
    log = tmp_path / "custody.log"
    log.write_bytes(log.read_bytes()[:-40])
    with pytest.raises(StoreError):
        Captures(tmp_path)


def archives(folder: Path) -> list[tuple[str, str]]:
    found = []
    for path in sorted((folder / "warc").iterdir()):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests=True):
                record.content_stream().read()
                assert record.digest_checker.passed is not False
                found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or ""))
    return found


def test_an_archive_holds_request_answer_and_metadata(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1))
    address = "https://harbour.example/1"
    assert archives(tmp_path) == [
        ("warcinfo", ""), ("response", address), ("request", address), ("metadata", address),
    ]  # fmt: skip


def test_what_goes_out_as_an_archive_comes_in_as_reports(tmp_path: Path) -> None:
    packed = gzip.compress(fetch(2).body, mtime=0)
    head = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    moved = Hop(
        "https://harbour.example/old", "93.184.215.14", 301, "Moved", ASKED, (("Content-Length", "9"),)
    )
    there = Hop("https://harbour.example/2", "93.184.215.14", 200, "OK", ASKED, head)
    rules = replace(fetch(3, b"User-agent: *"), address="https://harbour.example/robots.txt", kind="robots")
    rules = replace(
        rules,
        hops=(replace(rules.hops[0], address=rules.address, response=(("Content-Type", "text/plain"),)),),
    )
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1))
        kept.keep(replace(fetch(2, wire=packed), hops=(moved, there)))
        kept.keep(rules)
        kept.keep(fetch(1, outcome=Outcome.SAME, hops=(replace(there, status=304),), wire=b"", body=b""))
        kept.keep(fetch(4, outcome=Outcome.SAME_TEXT))
        kept.keep(fetch(5, outcome=Outcome.FAILED, code="too-large", said="Too large.", wire=b"", body=b""))
    reports, issues = read_sources([str(tmp_path / "warc")])
    assert issues == []
    assert [(report.content, dict(report.hints)["url"]) for report in reports] == [
        (fetch(number).body, f"https://harbour.example/{number}") for number in (1, 2)
    ]
    assert [report.sha256 for report in reports] == [fetch(1).sha256, fetch(2).sha256]


def test_the_same_bytes_are_not_written_to_an_archive_again(tmp_path: Path) -> None:
    body = os.urandom(50_000)
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1, body))
        first = kept._warc["end"]
        kept.keep(fetch(1, body, Outcome.SAME, at=AT + 9))
        assert kept._warc["end"] - first < 2_000
    types = [kind for kind, _ in archives(tmp_path)]
    assert types == ["warcinfo", "response", "request", "metadata", "revisit", "request", "metadata"]
    with (tmp_path / "warc" / "watch-00001.warc.gz").open("rb") as file:
        digests = [r.rec_headers.get_header("WARC-Payload-Digest") for r in ArchiveIterator(file)]
    assert digests[1] == digests[4]


def test_an_archive_is_followed_by_the_next_when_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WARC_FETCHES", 2)
    for start in (0, 3):
        with Captures(tmp_path) as kept:
            for number in range(start, start + 3):
                kept.keep(fetch(number))
    assert len(list((tmp_path / "warc").iterdir())) == 3
    reports, issues = read_sources([str(tmp_path / "warc")])
    assert (len(reports), issues) == (6, [])


def test_the_difference_of_a_version_is_kept(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1, b"other", Outcome.CHANGED), "-three\n+four")
    (only,) = (tmp_path / "changes").iterdir()
    assert only.read_text() == "-three\n+four"
    assert only.name.startswith("20200913T122641Z-")


@settings(max_examples=60)
@example(reason="", value=";\x80=0", body=b"")
@example(reason="\x80", value="", body=b"")
@given(st.text(max_size=40), st.text(max_size=40), st.binary(max_size=60))
def test_any_words_of_a_server_make_an_archive_that_can_be_read(reason: str, value: str, body: bytes) -> None:
    told = (("X-Told", value.encode("latin-1", "replace").decode("latin-1")),)
    hop = Hop(
        "https://harbour.example/1",
        "::1",
        200,
        reason.encode("latin-1", "replace").decode("latin-1"),
        ASKED,
        told,
    )
    one = fetch(1, body, hops=(hop,), said=reason, source=value)
    assert warc_records(one) == warc_records(one)
    assert warc_records(one).count(b"\x1f\x8b\x08") >= 3


LOOP = """
import sys
from contextlib import suppress
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_store_captures import Captures, fetch
with Captures(Path(sys.argv[1])) as kept:
    for number in range(len(kept), 100_000):
        kept.keep(fetch(number))
        print(number, flush=True)
"""


def kill_after(folder: Path, lines: int) -> None:
    """Let a process keep fetches, and kill it once so many were acknowledged."""
    command = [sys.executable, "-c", LOOP, str(folder), str(Path(__file__).parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        process.kill()


@pytest.mark.parametrize("lines", [1, 2, 7, 40, 201])
def test_a_kill_loses_and_doubles_nothing(tmp_path: Path, lines: int) -> None:
    kill_after(tmp_path, lines)
    with Captures(tmp_path) as kept:
        count = len(kept)
        assert count >= lines
        assert list(kept) == [plain(fetch(number)) for number in range(count)]
        assert all(kept.body(fetch(number).sha256) == fetch(number).body for number in range(count))
        kept.keep(fetch(count))
    reports, issues = read_sources([str(tmp_path / "warc")])
    assert issues == []
    assert [report.content for report in reports] == [fetch(number).body for number in range(count + 1)]


@pytest.mark.parametrize("once", [True, False])
def test_a_disk_that_fails_at_any_write_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, once: bool
) -> None:
    for failing in range(1, 16):
        folder = tmp_path / f"{failing}"
        calls = 0

        def settle(descriptor: int, failing: int = failing) -> None:
            nonlocal calls
            calls += 1
            if calls == failing or (calls > failing and not once):
                raise OSError(28, "No space left on device")
            os.fsync(descriptor)

        with monkeypatch.context() as patch:
            for where in (module, files, rawfolder, log):
                patch.setattr(where, "settle", settle)
            acknowledged = _filled(folder)
        with Captures(folder) as kept:
            assert len(kept) >= acknowledged
            for number in range(len(kept), 4):
                kept.keep(fetch(number))
            assert list(kept) == [plain(fetch(number)) for number in range(4)]
        reports, issues = read_sources([str(folder / "warc")])
        assert (len(reports), issues) == (4, [])


def _filled(folder: Path) -> int:
    """Keep four fetches and return how many were acknowledged before the disk failed."""
    done = 0
    with suppress(OSError), Captures(folder) as kept:
        for number in range(4):
            kept.keep(fetch(number))
            done += 1
    return done


def test_records_of_the_log_are_plain_json(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        kept.keep(fetch(1))
        told = kept._log[0]
    assert told["address"] == "https://harbour.example/1"
    assert told["hops"][0]["peer"] == "93.184.215.14"
    assert told["warc"]["file"] == "watch-00001.warc.gz"


def test_any_changed_byte_of_what_was_kept_is_found(tmp_path: Path) -> None:
    with Captures(tmp_path) as kept:
        for number in range(4):
            kept.keep(fetch(number))
        kept.keep(fetch(1, outcome=Outcome.SAME_TEXT))
        assert list(kept.check()) == []
        raw = [path for path in sorted((tmp_path / "raw").rglob("*")) if path.is_file()]
        (warc,) = (tmp_path / "warc").iterdir()
        head = kept._log[0]["warc"]["start"]
        for path, first in [*((one, 0) for one in raw), (warc, head)]:
            path.chmod(0o644)
            whole = path.read_bytes()
            for at in range(first, len(whole), 17):
                path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
                assert len(list(kept.check())) == 1, (path, at)
            path.write_bytes(whole)
        warc.write_bytes(whole[:-1])
        assert [issue.code for issue in kept.check()] == ["archive-changed"]
        warc.unlink()
        assert [issue.code for issue in kept.check()] == ["archive-changed"] * 5
