"""Bytes as they came, as text that nothing is done with, and the record of how they came."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient

from pages.telling_rows import HTML
from pages.visiting import Visitor
from warmonitor.model import RawReport
from warmonitor.store.membership import Role
from warmonitor.store.store import Custody, Store, open_store
from warmonitor.web.pages.reader.raw import PART, guessed, part, read
from web.asking import Office

HOSTILE = b"<html><body onload=alert(1)><script>alert(2)</script>Four killed.\xe2\x80\xaedab</body></html>"


def kept(store: Store, content: bytes, media_type: str = "text/html") -> tuple[TestClient, str]:
    raw = RawReport("feed/1.html", media_type, content, hashlib.sha256(content).hexdigest())
    store.keep(raw, [], Custody("2031-05-01T00:00:00+00:00", "warmonitor test"))
    return Office(store).session(Role.READER), raw.report_id


def test_markup_is_text(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        client, report = kept(store, HOSTILE)
        answer = client.get(f"/reports/{report}/raw", headers=HTML)
        told = client.get(f"/reports/{report}/raw").json()
        page = html.fromstring(answer.text)
        shown = client.get(f"/reports/{report}/custody", headers=HTML)
    assert page.xpath("//script[not(@src)]") == []
    assert page.xpath("//*[@onload]") == []
    assert page.xpath("string(//pre)").removeprefix("\n") == HOSTILE.decode().replace("\u202e", "⟨U+202E⟩")
    assert (told["encoding"], told["replaced"], told["size"]) == ("utf-8", False, len(HOSTILE))
    assert page.xpath("//a[@download]/@href") == [f"/api/1/reports/{report}/raw"]
    custody = html.fromstring(shown.text)
    assert hashlib.sha256(HOSTILE).hexdigest() in custody.xpath("string(//main)")
    assert "No text was read" in custody.xpath("string(//main)")


def test_bytes_that_are_gone_are_told(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        client, report = kept(store, HOSTILE)
        path = store.raw.path(hashlib.sha256(HOSTILE).hexdigest())
        path.chmod(0o600)
        path.write_bytes(b"other")
        assert client.get(f"/reports/{report}/raw").json()["text"] is None
        assert client.get(f"/reports/{report}/custody").json()["sound"] is False
        assert "not what their hash says" in client.get(f"/reports/{report}/raw", headers=HTML).text


def test_long_bytes_are_shown_by_parts(tmp_path: Path) -> None:
    content = ("é" * PART).encode()
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        client, report = kept(store, b"a" + content)
        first = client.get(f"/reports/{report}/raw").json()
        second = client.get(first["after"]).json()
        third = client.get(second["after"]).json()
    assert (first["start"], first["end"]) == (0, PART - 1)
    assert first["text"] + second["text"] + third["text"] == "a" + content.decode()
    assert third["after"] is None
    assert second["before"] is not None


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Vier Tote".encode("utf-16"), "utf-16-le"),
        (b"\xef\xbb\xbfFour", "utf-8"),
        (b"caf\xe9", "windows-1252"),
        (b"%PDF\0\1", "hex"),
        (b"", "utf-8"),
    ],
)
def test_encodings_are_guessed(content: bytes, encoding: str) -> None:
    assert guessed(content, "text/plain")[0] == encoding


@given(st.text(max_size=80), st.integers(0, 400))
def test_no_character_is_cut(text: str, start: int) -> None:
    content = text.encode("utf-8", "replace")
    first, last = part(content, min(start, len(content)), "utf-8")
    assert read(content[first:last], "utf-8", first)[1] is False
    assert last == len(content)


def test_what_is_not_there_is_not_found(reader: Visitor) -> None:
    for address in ("/reports/report-none", "/reports/report-none/raw", "/reports/report-none/custody"):
        reader.open(address, 404)
