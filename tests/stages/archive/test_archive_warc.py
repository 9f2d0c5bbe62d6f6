import base64
import gzip
import hashlib
from pathlib import Path

import pytest

from warmonitor.model import Issue, RawReport
from warmonitor.stages.archive import ArchiveOptions, read_sources

PAGE = "<!DOCTYPE html><html><body><p>Page {n}: shells fell on the quay, he said.</p></body></html>"


def record(n: int, status: str) -> bytes:
    page = PAGE.format(n=n).encode()
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode() + page
    digest = base64.b32encode(hashlib.sha1(page, usedforsecurity=False).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{n:08}-0000-0000-0000-000000000000>\r\n"
        f"WARC-Target-URI: https://x.org/{n}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Payload-Digest: sha1:{digest}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(count: int, *, packed: bool, status: str = "200 OK") -> bytes:
    records = [record(n, status) for n in range(count)]
    return b"".join(gzip.compress(r, mtime=0) if packed else r for r in records)


def read(tmp_path: Path, content: bytes, name: str = "a.warc.gz") -> tuple[list[RawReport], list[Issue]]:
    path = tmp_path / name
    path.write_bytes(content)
    return read_sources([str(path)], ArchiveOptions(page_bytes=200_000, member_bytes=400_000))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_with_address_and_number(tmp_path: Path, packed: bool) -> None:
    reports, issues = read(tmp_path, archive(3, packed=packed), "a.warc.gz" if packed else "a.warc")
    assert issues == []
    assert [dict(r.hints)["url"] for r in reports] == [f"https://x.org/{n}" for n in range(3)]
    assert [r.source[-2:] for r in reports] == ["#1", "#2", "#3"]
    assert reports[1].content == PAGE.format(n=1).encode()


def test_one_gzip_round_the_whole_file(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, gzip.compress(archive(4, packed=False)))
    assert (len(reports), issues) == (4, [])


def test_a_cut_archive_says_so_and_gives_the_rest(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, archive(5, packed=True)[:-30])
    assert len(reports) == 4
    assert [i.code for i in issues] == ["record-damaged"]
    reports, issues = read(tmp_path, archive(5, packed=False)[:-60], "b.warc")
    assert len(reports) == 4
    assert [i.code for i in issues] == ["record-damaged"]


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(archive(6, packed=True))
    third = [i for i in range(len(content)) if content[i : i + 3] == b"\x1f\x8b\x08"][2]
    content[third + 40 : third + 60] = bytes(20)
    reports, issues = read(tmp_path, bytes(content))
    assert len(reports) == 5
    assert {i.code for i in issues} == {"record-damaged"}


@pytest.mark.parametrize("length", [b"-1", b"abc", b"", b"99999999999999999999", b"9999", b"20"])
def test_a_wrong_length_costs_only_its_record(tmp_path: Path, length: bytes) -> None:
    content = archive(3, packed=False)
    start = content.index(b"WARC/1", 10)
    at = content.index(b"Content-Length: ", start) + 16
    end = content.index(b"\r\n", at)
    reports, issues = read(tmp_path, content[:at] + length + content[end:], "a.warc")
    assert [dict(r.hints)["url"][-1] for r in reports] == ["0", "2"]
    assert {i.code for i in issues} == {"record-damaged"}


def test_an_endless_header_line_is_refused(tmp_path: Path) -> None:
    content = b"WARC/1.0\r\nX: " + b"a" * 300_000 + b"\r\n\r\n" + archive(1, packed=False)
    reports, issues = read(tmp_path, content, "a.warc")
    assert len(reports) == 1
    assert [i.code for i in issues] == ["record-damaged"]


def test_a_bomb_in_a_member_is_refused(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, gzip.compress(bytes(2_000_000)) + archive(1, packed=True))
    assert len(reports) == 1 or issues[0].code == "format-not-read"
    content = archive(1, packed=True) + gzip.compress(b"WARC/1.0\r\n" + bytes(2_000_000))
    reports, issues = read(tmp_path, content, "b.warc.gz")
    assert len(reports) == 1
    assert [i.code for i in issues] == ["record-damaged"]


def test_pages_that_were_not_served_are_issues(tmp_path: Path) -> None:
    reports, issues = read(tmp_path, archive(2, packed=True, status="404 Not Found"))
    assert reports == []
    assert [i.code for i in issues] == ["page-not-served", "page-not-served"]


def test_a_flipped_byte_is_told_by_the_checksum(tmp_path: Path) -> None:
    content = archive(1, packed=False).replace(b"quay", b"pier")
    reports, issues = read(tmp_path, content, "a.warc")
    assert b"pier" in reports[0].content
    assert [i.code for i in issues] == ["digest-differs"]
