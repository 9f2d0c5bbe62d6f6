"""The gate before the routes: hosts, numbers of requests, sizes of bodies, and requests from other sites."""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from warmonitor.web.desk import Desk
from warmonitor.web.origins import refusal
from warmonitor.web.rates import address_of
from warmonitor.web.trouble import Trouble, told

_UNCOUNTED = ("/healthz", "/static/")  # what tells nothing of the account


class Gate:
    """Refuses requests before a route is looked for."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            self._check(HTTPConnection(scope))
        except Trouble as trouble:
            await told(trouble)(scope, receive, send)
            return
        await self._app(scope, _counted(receive, self._desk.settings.body), send)

    def _check(self, connection: HTTPConnection) -> None:
        settings = self._desk.settings
        if _host(connection) not in settings.hosts:
            raise Trouble(400, "host", "The API does not answer to this host.", "host")
        if _nobody(connection) and not connection.scope["path"].startswith(_UNCOUNTED):
            self._desk.rates.take(settings.anonymous, "anonymous", address_of(connection))
        _fits(connection, settings.body)
        if (said := refusal(connection.scope["method"], connection.headers, settings.scheme)) is not None:
            raise Trouble(403, "other-site", said)


def _host(connection: HTTPConnection) -> str | None:
    """Return the one host that a request names, without its port."""
    named = connection.headers.getlist("host")
    if len(named) != 1:
        return None
    host = named[0].lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _nobody(connection: HTTPConnection) -> bool:
    return not ("authorization" in connection.headers or "cookie" in connection.headers)


def _fits(connection: HTTPConnection, most: int) -> None:
    length = connection.headers.get("content-length", "0")
    if length.isdecimal() and length.isascii() and int(length[:20]) > most:
        raise _too_long(most)


def _counted(receive: Receive, most: int) -> Receive:
    """Return the body of a request piece by piece until it is too long."""
    came = 0

    async def counting() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise _too_long(most)
        return message

    return counting


def _too_long(most: int) -> Trouble:
    headers = {"Connection": "close"}
    return Trouble(413, "too-long", f"The body is longer than {most} bytes.", headers=headers)
