"""Routes of pages: the same address gives a page to a browser and JSON to a program."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.requests import HTTPConnection
from starlette.types import Scope

from warmonitor.web.document import RESPONSES
from warmonitor.web.guard import GuardedRoute
from warmonitor.web.trouble import Json

AS = "as"  # `?as=json` asks for JSON where a browser cannot say so by a header
_HTML, _JSON = "text/html", "json"


class PageRoute(GuardedRoute):
    """A guarded route whose address may say as what it is wanted; what a form left empty asks nothing."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request; as what it is wanted is none of the things that are asked."""
        handler = super().get_route_handler()

        async def behind(request: Request) -> Response:
            take(request.scope)
            return await handler(request)

        return behind


def paged(tag: str) -> APIRouter:
    """Return a router of pages."""
    return APIRouter(
        route_class=PageRoute, tags=[tag], default_response_class=Json, responses=dict(RESPONSES)
    )


def wants_page(request: HTTPConnection) -> bool:
    """Say whether a page is wanted rather than JSON: programs that say nothing get JSON."""
    if request.scope["path"].startswith("/api/") or request.scope.get("state", {}).get(AS) == _JSON:
        return False
    return _HTML in request.headers.get("accept", "")


def take(scope: Scope) -> None:
    """Take out of an address as what it is wanted, and what a form left empty; twice is as once."""
    parts = scope["query_string"].split(b"&")
    wanted = [part for part in parts if part.startswith(b"as=")]
    left = [part for part in parts if part not in wanted and part.partition(b"=")[1:] != (b"=", b"")]
    scope["query_string"] = b"&".join(left)
    if wanted:
        scope.setdefault("state", {})[AS] = wanted[-1][3:].decode("latin-1")
