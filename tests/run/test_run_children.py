"""Children that read: what kills one costs one page, and the next is read as if nothing had been."""

import os
import signal
from collections.abc import Iterator

import pytest

from warmonitor.model import FetchError
from warmonitor.run.children import Children

PAGE = (
    b"<html><head><title>Bridge shelled</title></head><body><article><h1>Bridge shelled</h1>"
    b"<p>Shelling killed three people at the bridge of Oskarn on Sunday, the mayor said in the evening.</p>"
    b"<p>Rescue workers reached the place after two hours, when the firing from the hills had stopped.</p>"
    b"<p>The bridge is the only road to the villages on the other side of the river, residents said.</p>"
    b"</article></body></html>"
)
ADDRESS = "https://harbour.example/1"


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children(1) as made:
        yield made


def page(children: Children, content: bytes, *earlier: bytes) -> dict[str, object]:
    return children.ask("page", content, *earlier, address=ADDRESS, declared="text/html")


def test_a_page_is_read(children: Children) -> None:
    assert page(children, PAGE) == {"title": "Bridge shelled", "issues": []}


def test_the_difference_of_two_versions_is_that_of_their_articles(children: Children) -> None:
    same = page(children, PAGE.replace(b"<body>", b"<body><script>nonce(7)</script>"), PAGE)
    assert same["same"] is True
    changed = page(children, PAGE.replace(b"three people", b"four people", 1), PAGE)
    lines = str(changed["difference"]).splitlines()
    assert changed["same"] is False
    assert [line[:24] for line in lines[3:]] == ["-Shelling killed three p", "+Shelling killed four pe"]


def test_a_child_that_dies_is_replaced(children: Children) -> None:
    for how in (signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT):
        process = children._all[0]._ready()
        os.kill(process.pid, how)
        process.wait()
        with pytest.raises(FetchError) as caught:
            page(children, PAGE)
        assert caught.value.code == "reading-stopped"
        assert page(children, PAGE)["title"] == "Bridge shelled"


def test_a_child_that_takes_too_long_is_stopped(children: Children, monkeypatch: pytest.MonkeyPatch) -> None:
    child = children._all[0]
    with monkeypatch.context() as patch:
        patch.setattr(child, "_seconds", 0.2)
        os.kill(child._ready().pid, signal.SIGSTOP)
        with pytest.raises(FetchError) as caught:
            page(children, PAGE)
    assert caught.value.code == "reading-stopped"
    assert page(children, PAGE)["title"] == "Bridge shelled"


def test_a_child_that_wants_too_much_memory_is_stopped() -> None:
    with Children(1, memory=250_000_000) as children:
        assert page(children, PAGE)["title"] == "Bridge shelled"
        with pytest.raises(FetchError):
            page(children, b"<html><body><p>" + b"words of a text " * 8_000_000)
        assert page(children, PAGE)["title"] == "Bridge shelled"


def test_what_a_library_raises_is_told(children: Children) -> None:
    with pytest.raises(FetchError) as caught:
        children.ask("allowed", b"", agent="warmonitor", unknown="1")
    assert caught.value.code == "reading-failed"
