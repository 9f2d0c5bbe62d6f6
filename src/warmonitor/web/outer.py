"""Around everything: each request gets an id, a line in the log, and the headers of every answer."""

import json
import logging
import secrets
import time
import traceback
from collections.abc import Iterator
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from warmonitor.web.trouble import Trouble, told

LOG = logging.getLogger("warmonitor.web")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_TLS = "max-age=31536000"
_LONGEST = 200  # characters of a path in the log


class Outer:
    """Adds headers and logs; what nobody expected is told by its id alone."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self._app = app
        self._headers = _HEADERS | ({"Strict-Transport-Security": _TLS} if https else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Request(scope, send, self._headers).answer(self._app, receive)


class _Request:
    def __init__(self, scope: Scope, send: Send, headers: dict[str, str]) -> None:
        self._scope, self._send, self._headers = scope, send, headers
        self._id, self._begun, self._status = secrets.token_hex(8), time.monotonic(), 0
        scope.setdefault("state", {})

    async def answer(self, app: ASGIApp, receive: Receive) -> None:
        try:
            await app(self._scope, receive, self._sending)
        except ClientDisconnect:
            self._status = self._status or 499  # nobody is there to be told
        except Exception as error:  # noqa: BLE001 - what is not expected is told by its id
            log("error", id=self._id, kind=type(error).__name__, at=list(_frames(error)))
            if not self._status:
                said = f"Something went wrong; the log tells more under {self._id}."
                await told(Trouble(500, "internal", said, self._id))(self._scope, receive, self._sending)
        finally:
            self._log()

    async def _sending(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in (self._headers | {"X-Request-Id": self._id}).items():
                headers.setdefault(name, value)
        await self._send(message)

    def _log(self) -> None:
        asker = self._scope["state"].get("asker")
        log(
            "request",
            id=self._id,
            method=self._scope["method"][:16],
            path=self._scope["path"][:_LONGEST],
            status=self._status,
            ms=round((time.monotonic() - self._begun) * 1000),
            member=asker.member.id if asker else None,
        )


def _frames(error: BaseException) -> Iterator[str]:
    """Yield where an error came from; not what it says, which may be secret."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"


def log(event: str, **told: Any) -> None:
    """Write a line of JSON in ASCII: whatever is in it, one event is one line."""
    LOG.info(json.dumps({"time": _now(), "event": event, **told}, default=repr))


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
