"""Lists and records of the account over the API, on both databases."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kept_documents import NOW, made_of, raw_report
from shelved import claim, shelve

from warmonitor.store.membership import Role
from warmonitor.store.store import Store
from warmonitor.web.routes.records import LISTS
from web.asking import Office, error

BOTH = pytest.mark.usefixtures("place")
NAMES = ("since", "until", "place", "limit", "after", "measure")


def full(store: Store, count: int = 25) -> None:
    shelve(store, "a", [claim(n, killed=n, place=f"place-{n % 3}") for n in range(count)])


@BOTH
def test_a_list_is_paged_and_filtered(office: Office) -> None:
    full(office.store)
    client, seen = office.token(Role.READER), []
    asked: dict[str, Any] = {"limit": 10, "total": "true"}
    while True:
        page = client.get("/api/1/claims", params=asked).json()
        assert page["total"] == 25
        seen += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        asked = {**asked, "after": page["next"]}
    assert seen == [f"claim-{n:05}" for n in range(25)]
    some = client.get("/api/1/claims", params={"place": "place-1", "since": "2031-05-10"}).json()
    assert [one["id"] for one in some["items"]] == [f"claim-{n:05}" for n in range(10, 25, 3)]


def test_every_list_is_there_and_empty_before_there_is_an_account(office: Office) -> None:
    client = office.token(Role.READER)
    for kind in LISTS:
        assert client.get(f"/api/1/{kind}").json() == {"items": [], "next": None}
        error(client.get(f"/api/1/{kind}/{kind}-1"), 404, "not-found")


@pytest.mark.parametrize(
    ("asked", "code", "item"),
    [
        ({"limit": "0"}, "bad-field", "limit"),
        ({"limit": "1001"}, "bad-field", "limit"),
        ({"limit": "ten"}, "bad-field", "limit"),
        ({"plaec": "place-1"}, "bad-field", "plaec"),
        ({"country": "SY"}, "bad-field", "country"),
        ({"place": ["a", "b"]}, "bad-field", "place"),
        ({"measure": "sunk"}, "bad-field", "measure"),
        ({"since": "yesterday"}, "bad-field", "since"),
        ({"since": "2031-02-31"}, "day-invalid", None),
        ({"since": "2031-05-02", "until": "2031-05-01"}, "days-reversed", None),
        ({"after": "zz"}, "bad-field", "after"),
        ({"after": "abc"}, "cursor-invalid", None),
    ],
)
def test_what_cannot_be_asked_is_told_by_its_field(
    office: Office, asked: dict[str, Any], code: str, item: str | None
) -> None:
    told = error(office.token(Role.READER).get("/api/1/claims", params=asked), 400, code)
    assert told["item"] == item


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.sampled_from(NAMES), st.text(), max_size=3))
@example(asked={"place": "\x00"})
@example(asked={"after": "00"})
def test_whatever_is_asked_is_answered(office: Office, asked: dict[str, str]) -> None:
    plain = {name: word.encode("utf-8", "replace").decode() for name, word in asked.items()}
    answer = office.token(Role.READER).get("/api/1/claims", params=plain)
    assert answer.status_code in {200, 400}, answer.text


def test_a_record_has_a_tag_and_is_not_sent_twice(office: Office) -> None:
    full(office.store)
    client = office.token(Role.READER)
    first = client.get("/api/1/claims/claim-00003")
    assert first.json()["best"] == 3
    again = client.get("/api/1/claims/claim-00003", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    shelve(office.store, "a", [claim(3, killed=9)])
    changed = client.get("/api/1/claims/claim-00003", headers={"If-None-Match": first.headers["etag"]})
    assert changed.json()["best"] == 9


@pytest.mark.parametrize("id_", ["claim-9", "é", "a b", "%00", "%2e%2e", "x" * 97, "'", "\U0001f54a"])
def test_what_is_not_there_is_not_repeated(office: Office, id_: str) -> None:
    answer = office.token(Role.READER).get(f"/api/1/claims/{id_}")
    assert answer.status_code in {400, 404}
    assert answer.json()["error"]["code"] in {"not-found", "bad-field"}
    assert id_ not in answer.text or id_ in "'"


FTS = [
    '"',
    "NEAR(",
    "-x",
    "AND",
    "*",
    'a"b',
    "^a",
    "a:b",
    "(",
    "{a b}",
    "a NOT",
    "\x00",
    "'; DROP",
    "a*b",
    "−",
]


@BOTH
def test_words_are_never_more_than_words(office: Office) -> None:
    full(office.store, 3)
    client = office.token(Role.READER)
    for words in FTS:
        found = client.get("/api/1/search", params={"words": words}).json()
        assert found == {"items": [], "next": None}, words


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
@example(words="0*")
def test_any_words_are_answered(office: Office, words: str) -> None:
    asked = {"words": words.encode("utf-8", "replace").decode()}
    found = office.token(Role.READER).get("/api/1/search", params=asked)
    assert found.status_code == 200 or found.json()["error"]["code"] == "words-too-wide"


@BOTH
def test_words_find_records_with_some_of_their_words(office: Office) -> None:
    full(office.store)
    client = office.token(Role.READER)
    page = client.get("/api/1/search", params={"words": "harbour -ferry*", "limit": 5}).json()
    assert page["items"] == []
    page = client.get("/api/1/search", params={"words": '"harbour master"', "limit": 5}).json()
    assert [hit["id"] for hit in page["items"]] == [f"claim-{n:05}" for n in range(24, 19, -1)]
    hit = page["items"][0]
    assert [hit["snippet"]["text"][start:end] for start, end in hit["snippet"]["marks"]]
    on = client.get("/api/1/search", params={"words": '"harbour master"', "limit": 5, "after": page["next"]})
    assert on.json()["items"][0]["id"] == "claim-00019"


def test_markup_and_half_characters_come_as_they_are_and_read_as_neither(office: Office) -> None:
    said = "</script><svg onload=x> {{7*7}} & \ud800 \x00 \u2028"
    row = claim(1)
    shelve(office.store, "a", [type(row)(row.kind, row.id, {**row.content, "said": said}, row.rank)])
    answer = office.token(Role.READER).get("/api/1/claims/claim-00001")
    assert answer.json()["said"] == said
    assert b"<" not in answer.content
    assert answer.content.isascii()


def test_bytes_come_as_they_came_and_are_run_by_nobody(office: Office) -> None:
    raw = raw_report(7)
    office.store.keep(raw, made_of(raw), NOW)
    client = office.token(Role.READER)
    answer = client.get(f"/api/1/reports/{raw.report_id}/raw")
    assert answer.content == raw.content
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    error(client.get("/api/1/reports/report-none/raw"), 404, "not-found")


@BOTH
def test_how_a_report_came_is_told(office: Office) -> None:
    raw = raw_report(7)
    office.store.keep(raw, made_of(raw), NOW)
    told = office.token(Role.READER).get(f"/api/1/reports/{raw.report_id}/custody").json()
    (seen,) = told["sightings"]
    assert (seen["seq"], seen["sha256"], seen["source"]) == (1, raw.sha256, raw.source)
    assert (seen["received"], seen["tool"]) == (NOW.received, NOW.tool)
    assert told["chain"] == f"1:{seen['hash']}"


def test_bytes_that_were_changed_are_not_given(office: Office) -> None:
    raw = raw_report(7)
    office.store.keep(raw, made_of(raw), NOW)
    path = office.store.raw.path(raw.sha256)
    path.chmod(0o600)
    path.write_bytes(b"other")
    error(office.token(Role.READER).get(f"/api/1/reports/{raw.report_id}/raw"), 503, "store-unusable")


def test_the_state_tells_where_the_chain_ends(office: Office) -> None:
    full(office.store, 4)
    raw = raw_report(7)
    office.store.keep(raw, made_of(raw), NOW)
    told = office.token(Role.READER).get("/api/1/state").json()
    assert told["chain"] == str(office.store.head())
    assert (told["kept"], told["records"], told["read_only"]) == (1, {"claims": 4}, False)
