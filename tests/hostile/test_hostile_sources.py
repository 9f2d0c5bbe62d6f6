"""Hostile files by their numbers in docs/hostile.md: archives and folders that lie, numbers beyond bounds."""

import gzip
import hashlib
import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from warmonitor.model import Issue, RawReport, Report
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.archive import ArchiveOptions, read_sources
from warmonitor.stages.archive import source as module
from warmonitor.stages.clean import clean

WORDS = "Shells fell on the quay of Oskarn on Sunday and killed three people, the harbour master said. "
GOOD = WORDS * 5


def cleaned(raws: list[RawReport]) -> tuple[list[Report], list[Issue]]:
    found = [clean(raw, load_outlets()) for raw in raws]
    return [report for report, _ in found if report], [issue for _, said in found for issue in said]


def record(n: int) -> bytes:
    page = f"<!DOCTYPE html><html><body><p>Page {n}: {WORDS}</p></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
        f"WARC-Target-URI: https://harbour.example/{n}\r\nWARC-Date: 2031-03-02T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


MEMBERS = [gzip.compress(record(n), mtime=0) for n in range(100)]
WHOLE = b"".join(MEMBERS)
FIFTIETH = len(b"".join(MEMBERS[:49]))


def half() -> bytes:
    return WHOLE[: len(b"".join(MEMBERS[:50])) + 200]


def flipped() -> bytes:
    content = bytearray(WHOLE)
    for at in range(FIFTIETH + 60, FIFTIETH + 68):
        content[at] ^= 0xFF
    return bytes(content)


def beheaded() -> bytes:
    return WHOLE[:FIFTIETH] + bytes(10) + WHOLE[FIFTIETH + 10 :]


@pytest.mark.parametrize(
    ("content", "count"), [(WHOLE[:-30], 99), (half(), 50), (flipped(), 99), (beheaded(), 99)],
    ids=["thirty bytes short", "cut in half", "eight bytes of one", "the head of one"],
)  # fmt: skip
def test_h29_damage_costs_its_own_record_and_is_told_with_its_place(
    tmp_path: Path, content: bytes, count: int
) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    reports, issues = read_sources([str(tmp_path)])
    assert len(reports) == count
    assert {issue.code for issue in issues} == {"record-damaged"}
    assert all("at byte" in issue.said for issue in issues)


def test_h32_a_payload_that_unpacks_without_end_is_stopped(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + bomb
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/b\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(head.encode() + http + b"\r\n\r\n" + record(1))
    reports, issues = read_sources([str(tmp_path)])
    assert ([dict(one.hints)["url"] for one in reports], [one.code for one in issues]) == (
        ["https://harbour.example/1"],
        ["too-large"],
    )


@pytest.mark.parametrize("target", ["file:///etc/passwd", "../../x", "https://harbour.example/../../x\x00"])
def test_h33_names_in_an_archive_are_no_paths(tmp_path: Path, target: str) -> None:
    (tmp_path / "in").mkdir()
    content = record(1).replace(b"https://harbour.example/1", target.encode())
    (tmp_path / "in" / "a.warc").write_bytes(content)
    before = sorted(tmp_path.rglob("*"))
    reports, issues = read_sources([str(tmp_path / "in")])
    assert len(reports) + len(issues) >= 1
    assert all(report.source.endswith("a.warc#1") for report in reports)
    assert sorted(tmp_path.rglob("*")) == before


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, GOOD)
    return out.getvalue()


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    "content", [zipped("../evil.txt"), zipped(*map(str, range(2_000))), linked(), zipped("a.txt")[:-20]]
)
@pytest.mark.parametrize("name", ["a.zip", "a.html", "a.txt"])
def test_h34_what_is_packed_as_zip_is_refused_before_it_is_unpacked(
    tmp_path: Path, content: bytes, name: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(content)
    reports, issues = read_sources([str(tmp_path / "in")])
    assert (reports, [issue.code for issue in issues]) == ([], ["format-not-read"])
    assert [path.name for path in tmp_path.rglob("*")] == ["in", name]


def test_h35_a_name_of_odd_bytes_is_shown_by_escapes(tmp_path: Path) -> None:
    for name in (b"a\nb.txt", b"a\xffb.txt"):
        (tmp_path / os.fsdecode(name)).write_text(GOOD)
    reports, issues = read_sources([str(tmp_path)])
    assert issues == []
    assert all(report.source.isprintable() for report in reports)


def grown(path: Path) -> None:
    with path.open("a") as out:
        out.write(GOOD)


def cut(path: Path) -> None:
    path.write_text(GOOD[:40])


@pytest.mark.parametrize("change", [grown, cut, Path.unlink])
def test_h36_a_file_that_changes_while_it_is_read_is_one_capture_or_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    look = module._kind

    def kind(*told: object) -> object:
        change(path)
        return look(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_kind", kind)
    reports, issues = read_sources([str(path)])
    told = [report.content.decode() for report in reports], [issue.code for issue in issues]
    assert told in (([GOOD], []), ([], ["source-changed"]))


NUMBERS = ["9" * 5_000, "1e309", "-1e309", "NaN", "Infinity", "1" + "0" * 30]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda words: words[:9])
def test_h13_numbers_beyond_all_bounds_in_json_cost_at_most_their_record(tmp_path: Path, number: str) -> None:
    good = json.dumps({"text": GOOD, "url": "https://harbour.example/1"})
    odd = (
        f'{{"text": "{GOOD}", "url": "https://harbour.example/2", "published": {number}, "views": {number}}}'
    )
    (tmp_path / "a.jsonl").write_text(f"{odd}\n{good}\n")
    reports, issues = read_sources([str(tmp_path)])
    assert "https://harbour.example/1" in {dict(report.hints).get("url") for report in reports}
    assert len(reports) + len(issues) == 2
    read, _ = cleaned(reports)
    assert len(read) == len(reports)


DATES = [
    "2031-02-31", "99999-01-01", "1000000000000000000", "-1", "1 Ramadan 1452",
    "tomorrow", "0000-00-00", "2031-13-45", "12/34/5678", "\x00", "9" * 400,
]  # fmt: skip


@pytest.mark.parametrize("day", DATES)
def test_h14_a_date_that_is_none_dates_nothing(tmp_path: Path, day: str) -> None:
    told = json.dumps({"text": GOOD, "url": "https://harbour.example/1", "published": day})
    head = f'<head><title>Quay</title><meta property="article:published_time" content="{day}"></head>'
    (tmp_path / "a.jsonl").write_text(told)
    (tmp_path / "b.html").write_text(f"<html>{head}<body><article><p>{GOOD}</p></article></body></html>")
    reports, issues = read_sources([str(tmp_path)])
    read, _ = cleaned(reports)
    assert (len(read), issues) == (2, [])
    assert [report.stated_date for report in read] == [None, None]


def test_h08_half_characters_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": f"{GOOD}\ud800 and \udfff", "title": "Quay \ud83d"})
    )
    (report,), _ = cleaned(read_sources([str(tmp_path)])[0])
    for words in (report.text, report.title or ""):
        words.encode()


def test_the_same_input_gives_the_same_again(tmp_path: Path) -> None:
    for name, content in {"a.warc.gz": flipped(), "b.zip": zipped("../x"), "c.txt": GOOD.encode()}.items():
        (tmp_path / name).write_bytes(content)
    first, again = (read_sources([str(tmp_path)], ArchiveOptions()) for _ in range(2))
    assert first == again
    assert hashlib.sha256(first[0][-1].content).hexdigest() == first[0][-1].sha256
