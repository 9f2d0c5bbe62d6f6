"""The reading room over a store: a client that has logged in, and a server for a browser."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from warmonitor.store.members import MemberError
from warmonitor.store.membership import Member, Role
from warmonitor.store.store import Store
from warmonitor.web.app import make_app
from warmonitor.web.desk import Desk
from warmonitor.web.serve import Listening, bound, configured, settle
from warmonitor.web.settings import Settings

_LOOSE = Settings(anonymous=1_000_000, member=1_000_000)
_SECRET = b"k" * 32


class Office:
    """A reading room that a reviewer has entered."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.desk = Desk(store, _SECRET, _LOOSE, lambda: datetime.now(UTC))
        self.app: FastAPI = make_app(self.desk)
        self.cookie = _LOOSE.cookie
        self.session = self.desk.sessions.begin(self._member())
        settle()

    def _member(self) -> Member:
        try:
            return self.desk.members.add("reviewer", Role.REVIEWER)[0]
        except MemberError:
            return self.desk.members.named("reviewer")

    def client(self) -> TestClient:
        """Return a client that is logged in."""
        made = TestClient(self.app, base_url="http://localhost", raise_server_exceptions=False)
        made.cookies.set(self.cookie, self.session)
        return made


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an app on a port of this machine, and give its address."""
    at = bound(Listening(port=0))
    server = uvicorn.Server(configured(app, ()))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    until = time.monotonic() + timedelta(seconds=30).total_seconds()
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        at.close()
