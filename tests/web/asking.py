"""An API over a store of its own, and clients that ask it as each role."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.testclient import TestClient

from warmonitor.store.membership import Member, Role
from warmonitor.store.store import Store
from warmonitor.web.app import make_app
from warmonitor.web.desk import Desk
from warmonitor.web.settings import Settings

SECRET = b"k" * 32
PASSWORD = "seven lamps over the ferry"
LOOSE = Settings(anonymous=100_000, member=100_000, logins=100_000, logins_address=100_000)
OWN = {"Sec-Fetch-Site": "same-origin"}
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Clock:
    """The time as a test has it."""

    def __init__(self) -> None:
        self.time = datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def on(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class Office:
    """A desk with one member of each role, and the API that is answered from it."""

    store: Store
    settings: Settings = LOOSE
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, SECRET, self.settings, self.clock)
        self.people = {role: self._person(role) for role in Role}
        self.app: FastAPI = make_app(self.desk)

    def _person(self, role: Role) -> Member:
        named = {member.name: member for member in self.desk.members.page()}
        return named.get(role.value) or self.desk.members.add(role.value, role, PASSWORD)[0]

    def set(self, **values: Any) -> "Office":
        """The same store under other settings."""
        return Office(self.store, replace(self.settings, **values), self.clock)

    def client(self, base: str = "http://localhost") -> TestClient:
        return TestClient(self.app, base_url=base, raise_server_exceptions=False)

    def session(self, role: Role) -> TestClient:
        """A client that has logged in; no password is looked at for it."""
        client = self.client()
        client.cookies.set(self.settings.cookie, self.desk.sessions.begin(self.member(role)))
        return client

    def token(self, role: Role, **more: Any) -> TestClient:
        _, shown = self.desk.tokens.issue(self.member(role), "test", role, timedelta(days=1), **more)
        client = self.client()
        client.headers["Authorization"] = f"Bearer {shown}"
        return client

    def member(self, role: Role) -> Member:
        found = self.desk.members.get(self.people[role].id)
        assert found is not None
        return found


def error(answer: Any, status: int, code: str) -> dict[str, Any]:
    """Hold an answer against the one shape of errors."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    told: dict[str, Any] = answer.json()["error"]
    assert set(told) - {"given", "current"} == {"code", "said", "item"}
    assert told["code"] == code
    assert told["said"].lstrip("“")[0].isalpha()
    assert told["said"].endswith((".", ":"))
    return told
