"""Hostile servers: whatever they send, a fetch ends within its limits and says what was wrong."""

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from web_server import Headers, Listener, Reply, serving

from warmonitor.model import FetchError
from warmonitor.stages.archive.fetch.address import parse
from warmonitor.stages.archive.fetch.follow import Followed, follow
from warmonitor.stages.archive.fetch.get import Answer, Getter, Limits
from warmonitor.stages.archive.fetch.guard import Guard

LIMITS = Limits(seconds=0.6, bytes=200_000)
ROOMY = Limits(seconds=20.0, bytes=1_000_000)
CERTIFICATE = Path(__file__).parent.parent / "stages" / "archive" / "self_signed.pem"


def getter(port: int, limits: Limits = ROOMY) -> Getter:
    return Getter(Guard(frozenset({("127.0.0.1", port)})), "warmonitor", limits)


def spoken(*parts: bytes, limits: Limits = ROOMY, hold: bool = False) -> str:
    """Return the code of what goes wrong where a server sends some bytes, and then nothing or the end."""

    def speak(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)
        if hold:
            connection.recv(1)

    with Listener(speak) as listener:
        return code_of(lambda: getter(listener.port, limits).get(parse(f"http://127.0.0.1:{listener.port}/")))


def code_of(fetch: Callable[[], Answer]) -> str:
    try:
        answer = fetch()
    except FetchError as error:
        return error.code
    return answer.error.code if answer.error else ""


def served(reply: Reply, limits: Limits = ROOMY) -> Answer:
    with serving() as site:
        site.pages["/"] = reply
        return getter(site.port, limits).get(parse(f"{site.url}/"))


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip", "gzip, gzip"])
def test_a_packed_page_is_unpacked(coding: str) -> None:
    packed = {
        "gzip": gzip.compress(b"a page"),
        "x-gzip": gzip.compress(b"a page"),
        "deflate": zlib.compress(b"a page"),
        "gzip, gzip": gzip.compress(gzip.compress(b"a page")),
    }
    answer = served((200, {"Content-Encoding": coding}, packed[coding]))
    assert (answer.body, answer.wire) == (b"a page", packed[coding])


def test_deflate_without_its_head_is_unpacked() -> None:
    raw = zlib.compressobj(wbits=-15)
    body = raw.compress(b"a page") + raw.flush()
    assert served((200, {"Content-Encoding": "deflate"}, body)).body == b"a page"


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_stopped_at_the_limit(layers: int) -> None:
    body = b"\0" * 50_000_000
    for _ in range(layers):
        body = gzip.compress(body)
    answer = served((200, {"Content-Encoding": ", ".join(["gzip"] * layers)}, body))
    assert answer.error is not None
    assert (answer.error.code, answer.body, answer.wire) == ("too-large", b"", body)


@pytest.mark.parametrize(
    ("coding", "code"),
    [(",".join(["gzip"] * 10), "coding-not-read"), ("br", "coding-not-read"), ("zstd", "coding-not-read"),
     ("\x01", "coding-not-read"), ("gzip", "answer-damaged")],
)  # fmt: skip
def test_other_codings_are_refused(coding: str, code: str) -> None:
    said = b"Content-Encoding: " + coding.encode() + b"\r\nContent-Length: 5\r\n\r\nxxxxx"
    assert spoken(OK + said) == code


def test_a_packed_page_cut_short_is_told() -> None:
    answer = served((200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(range(256)) * 40)[:-12]))
    assert answer.error is not None
    assert answer.error.code == "cut-short"


def test_slow_bodies_and_heads_end_at_the_deadline() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(OK + b"Content-Length: 100000\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"x")
            if connection.recv(1) == b"":
                return

    connection_held = OK + b"Content-Length: 100\r\n\r\nabc"
    assert spoken(connection_held, limits=LIMITS, hold=True) == "too-slow"
    assert spoken(b"HTTP/1.1 200", limits=LIMITS, hold=True) == "too-slow"
    assert spoken(limits=LIMITS, hold=True) == "too-slow"
    with Listener(drip) as listener:
        found = code_of(
            lambda: getter(listener.port, LIMITS).get(parse(f"http://127.0.0.1:{listener.port}/"))
        )
    assert found == "too-slow"


def test_a_body_without_end_is_stopped_at_the_limit() -> None:
    chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
    assert spoken(OK + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 40) == "too-large"
    assert spoken(OK + b"\r\n", *[b"x" * 100_000] * 12) == "too-large"


def test_what_came_before_the_end_is_kept_up_to_the_limit() -> None:
    def answer(*sent: bytes) -> bytes:
        def speak(connection: socket.socket) -> None:
            for part in sent:
                connection.sendall(part)

        with Listener(speak) as listener:
            got = getter(listener.port).get(parse(f"http://127.0.0.1:{listener.port}/"))
        assert got.error is not None
        assert got.body == b""
        return got.wire

    assert answer(OK + b"Content-Length: 1000\r\n\r\n" + b"x" * 100) == b"x" * 100
    assert len(answer(OK + b"\r\n", *[b"x" * 100_000] * (ROOMY.bytes // 100_000 + 3))) == ROOMY.bytes


def test_a_length_over_the_limit_is_not_even_read() -> None:
    assert spoken(OK + b"Content-Length: 99000000\r\n\r\n", hold=True) == "too-large"


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (OK + b"Content-Length: 1000\r\n\r\n" + b"x" * 100, "cut-short"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", "cut-short"),
        (OK + b"Content-Length: -1\r\n\r\nx", "answer-damaged"),
        (OK + b"Content-Length: abc\r\n\r\nx", "answer-damaged"),
        (OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy", "answer-damaged"),
        (OK + b"X: " + b"a" * 10_000_000 + b"\r\n\r\n", "answer-damaged"),
        (OK + b"".join(b"X-%d: y\r\n" % n for n in range(10_000)) + b"\r\n", "head-too-large"),
        (b"<html>an answer of 1991</html>", "answer-damaged"),
        (b"\x00\xff" * 500, "answer-damaged"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "answer-damaged"),
        (b"HTTP/1.1 99 Low\r\n\r\n", "answer-damaged"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "answer-damaged"),
        (b"", "answer-damaged"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "answer-damaged"),
    ],
)
def test_what_is_no_whole_answer_is_told(sent: bytes, code: str) -> None:
    assert spoken(sent) == code


def test_an_odd_status_is_an_answer() -> None:
    with Listener(lambda c: c.sendall(b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n")) as listener:
        answer = getter(listener.port).get(parse(f"http://127.0.0.1:{listener.port}/"))
    assert answer.hop.status == 999


def test_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert code_of(lambda: getter(port).get(parse(f"http://127.0.0.1:{port}/"))) == "no-connection"


def followed(replies: dict[str, Reply | Callable[[Headers], Reply]], path: str = "/") -> tuple[Followed, int]:
    with serving() as site:
        site.pages.update(replies)
        found = follow(getter(site.port), f"{site.url}{path}", (), lambda _: None)
        return found, site.asked.total()


def test_five_redirects_are_followed_and_no_more() -> None:
    chain: dict[str, Reply | Callable[[Headers], Reply]] = {
        f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(20)
    }
    found, asked = followed({**chain, "/5": (200, {}, b"there")}, "/0")
    assert (found.last.body if found.last else b"", len(found.hops)) == (b"there", 6)
    found, asked = followed(chain, "/0")
    assert (found.error.code if found.error else "", asked) == ("too-many-redirects", 6)


def test_a_loop_ends() -> None:
    found, asked = followed({"/": (301, {"Location": "/"}, b"")})
    assert (found.error.code if found.error else "", asked) == ("too-many-redirects", 6)


def test_a_redirect_without_target_is_an_answer() -> None:
    found, _ = followed({"/": (302, {}, b"nowhere")})
    assert found.error is None
    assert found.last is not None
    assert found.last.hop.status == 302


def secure(connection: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with context.wrap_socket(connection, server_side=True) as tls:
        tls.recv(1000)
        tls.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")


class Silent(Listener):
    """A listener that reads nothing before it speaks, as TLS wants it."""

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                try:
                    assert self._speak is not None
                    self._speak(connection)
                except (OSError, ValueError):
                    pass


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with Silent(secure) as listener:
        found = code_of(lambda: getter(listener.port).get(parse(f"https://127.0.0.1:{listener.port}/")))
    assert found == "no-secure-connection"


def test_no_redirect_leads_from_a_secure_address_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    trusted = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr("warmonitor.stages.archive.fetch.get.trusted", lambda: trusted)
    with Silent(secure) as listener:
        guard = Guard(frozenset({("harbour.example", listener.port)}), resolve=lambda *_: ["127.0.0.1"])
        found = follow(
            Getter(guard, "warmonitor", ROOMY),
            f"https://harbour.example:{listener.port}/",
            (),
            lambda _: None,
        )
        other = Guard(frozenset({("other.example", listener.port)}), resolve=lambda *_: ["127.0.0.1"])
        wrong = code_of(
            lambda: Getter(other, "warmonitor", ROOMY).get(parse(f"https://other.example:{listener.port}/"))
        )
    assert (found.error.code if found.error else "", len(found.hops)) == ("redirect-unsafe", 1)
    assert wrong == "no-secure-connection"
