import gzip
import hashlib
import os
import socket
from pathlib import Path

import pytest

from warmonitor.model import RawReport
from warmonitor.stages.archive import ArchiveOptions, read_sources

TEXT = "Shelling hit the port of Qasir on Monday, the harbour office said."


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def codes(*paths: Path | str, options: ArchiveOptions | None = None) -> list[str]:
    return [issue.code for issue in read_sources([str(p) for p in paths], options or ArchiveOptions())[1]]


def only(path: Path) -> RawReport:
    reports, issues = read_sources([str(path)])
    assert issues == []
    assert len(reports) == 1
    return reports[0]


def test_a_file_keeps_its_bytes_and_their_hash(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    report = only(path)
    assert report == RawReport(
        str(path), "text/plain", TEXT.encode(), hashlib.sha256(TEXT.encode()).hexdigest()
    )


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.html", "<p>Two killed.</p>", "text/html"),
        ("saved", "<!DOCTYPE html><html><body>Two killed.</body></html>", "text/html"),
        ("a.txt", "<!DOCTYPE html><html><body>Two killed.</body></html>", "text/html"),
        ("a.md", "# Two killed\n\nText.", "text/markdown"),
        ("noted", "---\ntitle: Two killed\n---\nText.", "text/markdown"),
        ("a.txt", TEXT, "text/plain"),
        ("b.txt", TEXT.encode("utf-16-le"), "text/plain"),
        ("c.txt", gzip.compress(TEXT.encode(), mtime=0), "text/plain"),
    ],
)
def test_content_decides_what_a_file_is(tmp_path: Path, name: str, content: bytes | str, media: str) -> None:
    assert only(write(tmp_path, name, content)).media_type == media


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c/d/e.txt", "A.txt"):
        write(tmp_path, name, f"{name} {TEXT}")
    reports, issues = read_sources([str(tmp_path)])
    assert issues == []
    assert [report.source.removeprefix(f"{tmp_path}/") for report in reports] == [
        "A.txt",
        "a/z.txt",
        "b.txt",
        "c/d/e.txt",
    ]


def test_each_bad_source_is_one_issue_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", TEXT)
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "blank.txt", " \n\n")
    write(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    write(tmp_path, "noise.txt", bytes(range(1, 256)) * 20)
    write(tmp_path, "paper.pdf", b"%PDF-1.7 ...")
    write(tmp_path, "page.warc.gz", "<html><p>Hello there.</p></html>")
    (tmp_path / "nothing").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "gone").symlink_to(tmp_path / "not-there")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    reports, issues = read_sources([str(tmp_path), str(tmp_path / "missing.txt"), "bad\x00name"])
    assert [Path(report.source).name for report in reports] == ["good.txt", "page.warc.gz"]
    assert [(Path(issue.item).name, issue.code) for issue in issues] == [
        ("blank.txt", "source-empty"),
        ("empty.txt", "source-empty"),
        ("gone", "source-missing"),
        ("loop", "symlink-loop"),
        ("noise.txt", "format-not-read"),
        ("page.warc.gz", "wrong-suffix"),
        ("paper.pdf", "format-not-read"),
        ("picture.png", "format-not-read"),
        ("pipe", "not-a-file"),
        ("self", "symlink-loop"),
        ("zero", "not-a-file"),
        ("missing.txt", "source-missing"),
        ("bad\\x00name", "source-unreadable"),
    ]


def test_sockets_are_passed_over(tmp_path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    try:
        server.bind(str(tmp_path / "s"))
        assert codes(tmp_path / "s") == ["not-a-file"]
    finally:
        server.close()


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["folder-empty"]


def test_pages_over_the_limit_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT * 10)
    assert codes(path, options=ArchiveOptions(page_bytes=100)) == ["too-large"]
    bomb = write(tmp_path, "b.txt", gzip.compress(b"killed " * 100_000))
    assert codes(bomb, options=ArchiveOptions(page_bytes=50_000)) == ["too-large"]


def test_a_sparse_file_is_refused_unread(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html", "<html>")
    with path.open("r+b") as file:
        file.truncate(5_000_000_000)
    assert codes(path) == ["format-not-read"]


def test_a_cut_gzip_file_gives_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress("".join(f"Line {n}: {TEXT}\n" for n in range(200)).encode())
    path = write(tmp_path, "a.txt", whole[:-30])
    reports, issues = read_sources([str(path)])
    assert [issue.code for issue in issues] == ["cut-short"]
    assert reports[0].content.startswith(b"Line 0")


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "other/a.txt", TEXT)
    reports, issues = read_sources([str(path), str(tmp_path), str(path)])
    assert len(reports) == 1
    assert {issue.code for issue in issues} == {"read-already"}


def test_names_that_are_no_text_are_shown_by_escapes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/re\xffport\n.txt"))
    path.write_text(TEXT)
    report = only(path)
    assert report.source.endswith("re\\udcffport\\n.txt")


def test_unreadable_files_are_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(path) == ["source-unreadable"]


def test_of_twins_the_first_by_path_counts_in_any_order(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{folder}/a.txt", TEXT) for folder in ("b-c", "b", "a")]
    for order in (paths, paths[::-1]):
        (report,), issues = read_sources(list(map(str, order)))
        assert report.source == str(paths[2])
        assert {issue.item for issue in issues} == {str(paths[0]), str(paths[1])}
