"""Requests that nobody means well with, at a served API: each is answered in one shape, none is repeated."""

import contextlib
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

import httpx2
import pytest
from kept_documents import times

from warmonitor.store.membership import Role
from warmonitor.store.store import Store
from web.asking import LOOSE, OWN, PASSWORD, Office, error
from web.served import OPEN, Served, served
from web.told import tell

JSON = b"Content-Type: application/json\r\n"
HEAD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture
def office(store: Store) -> Office:
    tell(store)
    return Office(store, replace(LOOSE, body=100_000))


@pytest.fixture
def server(office: Office) -> Iterator[Served]:
    with served(office.app) as made:
        yield made


@pytest.fixture
def client(office: Office, server: Served) -> Iterator[httpx2.Client]:
    token = office.token(Role.ADMINISTRATOR).headers["Authorization"]
    with httpx2.Client(base_url=server.address, headers={"Authorization": token}) as made:
        yield made


def test_what_is_no_http_is_told_in_the_one_shape(server: Served) -> None:
    for sent in (
        b"\x16\x03\x01\r\n\r\n",
        b"GET\r\n\r\n",
        HEAD + b"X: a\x00b\r\n\r\n",
    ):
        head, _, body = server.send(sent).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 400"), sent
        assert json.loads(body)["error"]["code"] == "bad-request"


def test_a_head_that_is_too_long_is_refused(server: Served) -> None:
    ranges = b"Range: bytes=" + b"0-0," * 50_000 + b"\r\n\r\n"
    answer = server.send(HEAD + ranges)
    assert answer.startswith(b"HTTP/1.1 400") or answer == b""
    assert httpx2.get(f"{server.address}/healthz").status_code == 200


def test_a_hundred_thousand_parameters_are_refused(server: Served) -> None:
    answer = server.send(b"GET /api/1/claims?" + b"a=1&" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 4") or answer == b""


def test_a_body_that_is_too_long_is_refused_announced_or_not(client: httpx2.Client) -> None:
    json_ = {"Content-Type": "application/json"}
    big = b" " * 30_000_000
    with contextlib.suppress(httpx2.WriteError, httpx2.ReadError):  # to hang up is as good
        error(client.post("/api/1/judgements", content=big, headers=json_), 413, "too-long")
    pieces = (b" " * 50_000 for _ in range(4))
    answer = client.post("/api/1/judgements", content=pieces, headers=json_ | {"If-Match": '"0"'})
    error(answer, 413, "too-long")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"name": "a", "name": "b", "password": "c"}', "bad-json"),
        (b'{"name": NaN}', "bad-json"),
        (b"[" * 50_000, "bad-json"),
        (b'{"name": ' + b"9" * 5_000 + b"}", "bad-json"),
        (b"\xff\xfe", "bad-json"),
        (b"", "bad-field"),
        (b"[]", "bad-field"),
        (b'{"name": "\\ud800", "password": "x"}', "bad-field"),
        (b'{"name": "a"}', "bad-field"),
    ],
)
def test_json_is_read_strictly(client: httpx2.Client, body: bytes, code: str) -> None:
    answer = client.post("/api/1/session", content=body, headers={"Content-Type": "application/json"})
    error(answer, 400, code)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "json"])
def test_another_type_of_body_is_refused(client: httpx2.Client, kind: str) -> None:
    answer = client.post("/api/1/session", content=b"{}", headers={"Content-Type": kind})
    error(answer, 415, "not-json")


@pytest.mark.parametrize(
    "path",
    [
        "/%2e%2e/",
        "//evil.example",
        "/\\evil.example",
        "/%5cevil.example",
        "/api/1/claims/",
        "/api/1//claims",
        "/%0d%0aX-Evil:1",
        "/<script>alert(1)</script>",
        "/.git/config",
        "/%00",
        "/api/1/claims/%2e%2e%2fmembers",
        "/api/1/openapi.json/",
        "/docs",
    ],
)
def test_no_path_leads_elsewhere_or_is_repeated(server: Served, office: Office, path: str) -> None:
    token = office.token(Role.ADMINISTRATOR).headers["Authorization"]
    sent = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token}\r\nConnection: close\r\n\r\n"
    answer = server.send(sent.encode())
    assert answer.split(b" ")[1] in {b"400", b"404"}
    assert b"\r\nlocation:" not in answer.lower()
    assert b"evil" not in answer.lower()
    assert b"<script" not in answer


@pytest.mark.parametrize(
    "header",
    ["Host: evil.example", "Host: localhost\r\nHost: evil.example", "Host: ", "Host: localhost.evil.example",
     "Host: localhost@evil.example"],
)  # fmt: skip
def test_other_hosts_are_not_answered(server: Served, header: str) -> None:
    answer = server.send(f"GET /healthz HTTP/1.1\r\n{header}\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"evil" not in answer


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-Host",
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "Forwarded",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-Real-IP",
        "X-HTTP-Method-Override",
    ],
)
def test_headers_of_proxies_change_nothing(client: httpx2.Client, header: str) -> None:
    plain = client.get("/api/1/session")
    told = client.get("/api/1/session", headers={header: "evil.example"})
    assert (told.status_code, told.content) == (plain.status_code, plain.content)
    assert "evil" not in str(told.headers)


def test_every_answer_bears_the_headers_that_keep_it_inert(client: httpx2.Client, server: Served) -> None:
    for answer in (client.get("/api/1/claims"), httpx2.get(f"{server.address}/none"), client.put("/healthz")):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers


def test_nobody_may_ask_thirty_times_a_minute(store: Store) -> None:
    tight = Office(store, replace(LOOSE, anonymous=30))
    answers = [tight.client().get("/api/1/claims").status_code for _ in range(40)]
    assert (answers.count(401), answers.count(429)) == (30, 10)
    assert tight.client().get("/healthz").status_code == 200
    assert tight.token(Role.READER).get("/api/1/claims").status_code == 200


def test_bad_tokens_count_as_nobody(store: Store) -> None:
    tight = Office(store, replace(LOOSE, anonymous=5))
    bad = tight.client()
    bad.headers["Authorization"] = "Bearer wm_a.b"
    assert [bad.get("/api/1/claims").status_code for _ in range(7)] == [401] * 5 + [429] * 2


def test_a_line_of_the_log_is_one_event_and_tells_no_secret(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    client = office.session(Role.ADMINISTRATOR)
    made = client.post("/api/1/tokens", json={"label": "log"}, headers=OWN).json()["secret"]
    added = client.post("/api/1/members", json={"name": "Cleo"}, headers=OWN).json()["password"]
    secrets = [made, added, PASSWORD, client.cookies["warmonitor"], "ferry-secret-words"]
    caplog.clear()
    with caplog.at_level(logging.INFO, "warmonitor.web"):
        client.post("/api/1/session", json={"name": "reader", "password": PASSWORD}, headers=OWN)
        client.get("/api/1/search", params={"words": "ferry-secret-words"})
        office.client().get("/a%0d%0a%7b%22event%22%3a%22forged%22%7d%1b[31m\u2028")
        office.client().get("/api/1/session", headers={"Authorization": f"Bearer {made}"})
        client.post("/api/1/session", json={"name": "Cleo", "password": added}, headers=OWN)
    lines = [record.getMessage() for record in caplog.records if record.name == "warmonitor.web"]
    assert len(lines) == 5
    for line in lines:
        assert line.isascii()
        assert line.isprintable()
        assert json.loads(line)["event"] == "request"
    assert [secret for secret in secrets if any(secret in line for line in lines)] == []


def test_what_nobody_expected_is_told_by_its_id_alone(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr("warmonitor.web.routes.state.holdings", broken)
    with caplog.at_level(logging.INFO, "warmonitor.web"):
        answer = office.token(Role.READER).get("/api/1/state")
    told = error(answer, 500, "internal")
    assert "secret" not in answer.text
    assert any(told["item"] in record.getMessage() for record in caplog.records)
    assert not any("a secret" in record.getMessage() for record in caplog.records)


def test_who_sends_by_halves_is_cut_off_and_others_are_served(office: Office) -> None:
    count, got = times(40, 500), list[bytes]()
    drip = HEAD.replace(b"GET /healthz", b"POST /api/1/session") + JSON + b"Content-Length: 100\r\n\r\n{"
    with served(office.app, head=1.0, body=2.0) as server:

        def send(content: bytes) -> None:
            got.append(server.send(content, wait=60.0))

        halves = [threading.Thread(target=send, args=(HEAD,)) for _ in range(count)]
        halves += [threading.Thread(target=send, args=(drip,)) for _ in range(count // 10)]
        for thread in halves:
            thread.start()
        assert [httpx2.get(f"{server.address}/healthz").status_code for _ in range(10)] == [200] * 10
        for thread in halves:
            thread.join()
    assert len(got) == count + count // 10
    assert not any(OPEN in answer for answer in got)
