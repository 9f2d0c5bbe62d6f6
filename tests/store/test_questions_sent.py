"""Answers by webhook: signed, in order, again and later, and to no private address that nobody allowed."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from kept_documents import Place
from shelved import claim, shelve

from warmonitor.model import Asked, QueryError, Question
from warmonitor.run.questions.ask import ask_all
from warmonitor.run.questions.send import hook_getter, send_all
from warmonitor.store.questions import Questions
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store

SECRET = "5e" * 32


class Hook(ThreadingHTTPServer):
    """A webhook that answers with the statuses it is given, then with 200."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.statuses: list[int] = []
        super().__init__(("127.0.0.1", 0), _Handler)
        self.host = f"127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()

    @property
    def numbers(self) -> list[list[int]]:
        return [[one["number"] for one in json.loads(body)["answers"]] for _, body in self.got]


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.send_header("Content-Length", "2")
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    yield server
    server.close()


@pytest.fixture
def store(place: Place, hook: Hook) -> Iterator[Store]:
    with place.open() as opened:
        question = Question("tolls", Asked.NEW, list="issues", webhook=f"http://{hook.host}/in?k=1")
        Questions(opened.database).add(question, SECRET)
        yield opened


def answered(store: Store, count: int, unit: str = "a") -> None:
    rows = []
    for number in range(count):
        record = f"{unit}-{number:04}"
        rows.append(
            Row("issues", record, {"said": f"No {number}", "code": "x", "item": unit}, rank((record,)))
        )
    shelve(store, unit, rows)
    ask_all(store)


def test_answers_are_sent_signed_and_in_order_once(store: Store, hook: Hook) -> None:
    answered(store, 120)
    getter = hook_getter([hook.host], "1")
    assert send_all(store, getter, lambda: 1_000.0) == []
    assert hook.numbers == [list(range(1, 51)), list(range(51, 101)), list(range(101, 121))]
    assert send_all(store, getter, lambda: 1_001.0) == []
    assert len(hook.got) == 3
    headers, body = hook.got[0]
    told = hmac.new(SECRET.encode(), headers["X-Warmonitor-Time"].encode() + b"." + body, hashlib.sha256)
    assert headers["X-Warmonitor-Signature"] == f"sha256={told.hexdigest()}"
    assert json.loads(body)["question"] == "tolls"
    assert headers["Content-Type"] == "application/json"


def test_what_is_refused_is_sent_again_later_and_later(store: Store, hook: Hook) -> None:
    answered(store, 60)
    getter = hook_getter([hook.host], "1")
    hook.statuses = [200, 500, 302, 404]
    (issue,) = send_all(store, getter, lambda: 1_000.0)
    assert (issue.code, issue.item) == ("webhook-refused", "tolls")
    assert send_all(store, getter, lambda: 1_059.0) == []
    assert len(send_all(store, getter, lambda: 1_060.0)) == 1
    assert send_all(store, getter, lambda: 1_179.0) == []
    assert len(send_all(store, getter, lambda: 1_180.0)) == 1
    (waiting,) = Questions(store.database).hooks()
    assert (waiting.sent, waiting.failures, waiting.due) == (50, 3, 1_180 + 240)
    assert waiting.said == "webhook-refused: The webhook answered 404."
    assert send_all(store, getter, lambda: 1_420.0) == []
    assert hook.numbers[-1] == list(range(51, 61))
    assert Questions(store.database).hooks() == []


def test_no_private_address_is_sent_to_that_nobody_allowed(store: Store, hook: Hook) -> None:
    answered(store, 1)
    (issue,) = send_all(store, hook_getter([], "1"), lambda: 0.0)
    assert issue.code == "address-denied"
    assert hook.got == []


def test_a_webhook_that_is_gone_costs_the_others_nothing(store: Store, hook: Hook) -> None:
    gone = Question("gone", Asked.NEW, list="issues", webhook="http://127.0.0.1:9/")
    Questions(store.database).add(gone, SECRET)
    answered(store, 1)
    (issue,) = send_all(store, hook_getter([hook.host, "127.0.0.1:9"], "1"), lambda: 0.0)
    assert (issue.code, issue.item) == ("no-connection", "gone")
    assert hook.numbers == [[1]]


def test_what_is_no_host_with_a_port_is_told() -> None:
    for said in ("host", "host:99999", "http://host:80", "host:1:2"):
        with pytest.raises(QueryError) as told:
            hook_getter([said], "1")
        assert told.value.code == "address-invalid"


def test_answers_bear_the_words_they_rest_on(store: Store, hook: Hook) -> None:
    Questions(store.database).add(Question("claims", Asked.NEW, webhook=f"http://{hook.host}/"), SECRET)
    one = claim(1)
    content = {**one.content, "attribution": [], "stance": "asserted", "where": []}
    shelve(store, "c", [Row(one.kind, one.id, content, one.rank)])
    ask_all(store)
    assert send_all(store, hook_getter([hook.host], "1"), lambda: 0.0) == []
    ((_, body),) = hook.got
    (told,) = json.loads(body)["answers"]
    assert told["words"] == [
        {"report": "report-0000", "start": 0, "end": 78, "text": content["quote"]["text"]}
    ]
