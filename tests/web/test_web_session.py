"""Logging in and out over the API."""

import threading

import pyotp
import pytest

from warmonitor.store.membership import Role
from web.asking import OWN, PASSWORD, Office, error

LOG_IN = {"name": "Reader", "password": PASSWORD}


def test_who_logs_in_has_a_session_in_a_cookie_that_scripts_do_not_see(office: Office) -> None:
    client = office.client()
    answer = client.post("/api/1/session", json=LOG_IN)
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert client.get("/api/1/session").json()["member"]["name"] == "reader"
    assert PASSWORD not in answer.text


def test_under_tls_the_cookie_is_bound_to_host_and_tls(office: Office) -> None:
    client = office.set(https=True).client("https://localhost")
    answer = client.post("/api/1/session", json=LOG_IN)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-warmonitor=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]
    assert client.get("/api/1/session").status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        {"name": "reader", "password": "seven lamps over the quay"},
        {"name": "nobody", "password": PASSWORD},
        {"name": "\x00", "password": PASSWORD},
        {"name": "reader", "password": ""},
    ],
)
def test_whoever_it_is_not_the_answer_is_one(office: Office, given: dict[str, str]) -> None:
    told = error(office.client().post("/api/1/session", json=given), 401, "log-in-refused")
    assert told["said"] == "Name, password or code do not fit."


def test_a_login_makes_a_new_session_and_ends_the_old_one(office: Office) -> None:
    client = office.session(Role.READER)
    old = client.cookies["warmonitor"]
    assert client.post("/api/1/session", json=LOG_IN, headers=OWN).status_code == 200
    other = office.client()
    other.cookies.set("warmonitor", old)
    error(other.get("/api/1/session"), 401, "not-logged-in")


def test_logging_out_ends_the_session_on_the_server(office: Office) -> None:
    client = office.session(Role.READER)
    kept = client.cookies["warmonitor"]
    assert client.delete("/api/1/session", headers=OWN).status_code == 204
    client.cookies.set("warmonitor", kept)
    error(client.get("/api/1/session"), 401, "not-logged-in")


def test_a_changed_password_ends_every_session(office: Office) -> None:
    one, two = office.session(Role.READER), office.session(Role.READER)
    new = "a ladder beneath nine quiet windows"
    told = error(one.put("/api/1/session/password", json={"old": "x", "new": new}), 403, "old-password")
    assert told["item"] == "old"
    error(
        one.put("/api/1/session/password", json={"old": PASSWORD, "new": "password1"}),
        400,
        "password-refused",
    )
    assert one.put("/api/1/session/password", json={"old": PASSWORD, "new": new}).status_code == 204
    for client in (one, two):
        error(client.get("/api/1/session"), 401, "not-logged-in")
    error(office.client().post("/api/1/session", json=LOG_IN), 401, "log-in-refused")
    assert office.client().post("/api/1/session", json=LOG_IN | {"password": new}).status_code == 200


def test_a_code_is_asked_for_where_the_member_has_one(office: Office) -> None:
    secret = office.desk.members.set_second(office.member(Role.READER), wanted=True)
    assert secret is not None
    error(office.client().post("/api/1/session", json=LOG_IN), 401, "log-in-refused")
    code = pyotp.TOTP(secret).at(office.clock.time)
    assert office.client().post("/api/1/session", json=LOG_IN | {"code": code}).status_code == 200
    error(office.client().post("/api/1/session", json=LOG_IN | {"code": code}), 401, "log-in-refused")


def test_five_attempts_a_minute_are_looked_at_and_others_may_still_come_in(office: Office) -> None:
    tight = office.set(logins=5, logins_address=10)
    client = tight.client()
    wrong = {"name": "reader", "password": "seven lamps over the quay"}
    answers = [client.post("/api/1/session", json=wrong) for _ in range(40)]
    assert [answer.status_code for answer in answers].count(401) == 5
    told = error(answers[-1], 429, "too-many-requests")
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert "again" in told["said"]
    from_elsewhere = tight.client()
    from_elsewhere._transport.client = ("198.51.100.7", 50000)  # type: ignore[attr-defined]
    assert from_elsewhere.post("/api/1/session", json=LOG_IN).status_code == 200


def test_attempts_at_once_are_counted_before_they_are_looked_at(office: Office) -> None:
    tight = office.set(logins=5)
    seen: list[int] = []

    def attempt() -> None:
        answer = tight.client().post("/api/1/session", json=LOG_IN | {"password": "wrong but long"})
        seen.append(answer.status_code)

    threads = [threading.Thread(target=attempt) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen.count(401) == 5
    assert seen.count(429) == 15


def test_an_hour_without_use_ends_a_session(office: Office) -> None:
    client = office.session(Role.READER)
    office.clock.on(minutes=61)
    error(client.get("/api/1/session"), 401, "not-logged-in")
