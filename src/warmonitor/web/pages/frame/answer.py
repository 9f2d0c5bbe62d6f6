"""The answer of a page: its record through its template, or as JSON, or that it is as it was."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from warmonitor import __version__
from warmonitor.store.reader import Reader
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.assets import stamp
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.render import rendered
from warmonitor.web.pages.frame.route import wants_page
from warmonitor.web.tagged import asked_tags, digest
from warmonitor.web.trouble import Json

# Only our own files run, style, load and are asked; nothing is sent elsewhere, and nobody frames a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
_HEADERS = {"Content-Security-Policy": POLICY, "Vary": "Accept, Cookie", "Cache-Control": "private, no-cache"}


def answer(request: Request, template: str, make: Callable[[Reader], Page], *moving: str) -> Response:
    """Return a page of what `make` reads; `moving` is what else it changes with but the account.

    Raises:
        QueryError: when what is asked cannot be.
        Trouble: whatever `make` raises.
    """
    reader = Reader(desk_of(request).store.database)
    tag = _tag(request, str(reader.head()), moving)
    if tag in asked_tags(request, "if-none-match"):
        return Response(status_code=304, headers=_HEADERS | {"ETag": tag})
    return shown(request, template, make(reader), headers={"ETag": tag})


def data(request: Request, make: Callable[[Reader], bytes]) -> Response:
    """Return JSON that `make` has ready as bytes.

    Raises:
        QueryError: when what is asked cannot be.
    """
    reader = Reader(desk_of(request).store.database)
    told = _HEADERS | {"ETag": _tag(request, str(reader.head()), ())}
    if told["ETag"] in asked_tags(request, "if-none-match"):
        return Response(status_code=304, headers=told)
    return Response(make(reader), headers=told, media_type=Json.media_type)


def shown(
    request: Request, template: str, page: Page, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Return a page as HTML where that is wanted, else its record as JSON."""
    told = _HEADERS | (headers or {})
    if not wants_page(request):
        return Json(page.model_dump(mode="json"), status, told)
    return HTMLResponse(rendered(request, template, page), status, told)


def _tag(request: Request, stand: str, moving: tuple[str, ...]) -> str:
    """Return what changes with the account, the program, who asks, and what is asked."""
    asker = getattr(request.state, "asker", None)
    who: Any = (asker.member.id, asker.member.role.value) if asker else None
    told = [__version__, stamp(), stand, who, request.url.query, wants_page(request), *moving]
    return f'"{digest(told)}"'
