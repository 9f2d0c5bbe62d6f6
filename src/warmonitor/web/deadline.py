"""The protocol of the server with deadlines: a request that is sent by halves does not hold a connection.

uvicorn itself has a limit between requests alone.
"""

import asyncio
import json
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD, BODY = 10.0, 60.0  # seconds in which the head and the body of a request are to come
_MALFORMED = {"error": {"code": "bad-request", "said": "The request is not HTTP.", "item": None}}


class DeadlineProtocol(H11Protocol):
    """HTTP/1.1 with a deadline on what is received; answers may take as long as they take."""

    head, body = HEAD, BODY
    _waiting: object = None
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what came, and see what is still to come."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._wait_for(None)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Leave the time between requests to uvicorn, and watch what is there of the next one."""
        super().on_response_complete()
        if self.conn.their_state is not h11.IDLE or self.conn.trailing_data[0]:
            self._watch()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - all of these get one sentence
        """Say that this is not HTTP, in the shape of every error."""
        if self.conn.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.close()
            return
        content = json.dumps(_MALFORMED).encode("ascii")
        headers = [("content-type", "application/json"), ("connection", "close")]
        sized = [*headers, ("content-length", str(len(content))), ("x-content-type-options", "nosniff")]
        for event in (
            h11.Response(status_code=400, headers=sized, reason=b"Bad Request"),
            h11.Data(data=content),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _watch(self) -> None:
        state: Any = self.conn.their_state
        self._wait_for(state if state in {h11.IDLE, h11.SEND_BODY} else None)

    def _wait_for(self, state: object) -> None:
        if state is self._waiting:
            return
        self._waiting = state
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if state is not None:
            seconds = self.head if state is h11.IDLE else self.body
            self._timer = self.loop.call_later(seconds, self._late)

    def _late(self) -> None:
        if not self.transport.is_closing():
            self.transport.abort()
