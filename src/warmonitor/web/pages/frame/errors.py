"""What went wrong, as a page for whoever wants pages; who is not logged in is led to where that is done."""

import json
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from warmonitor.model import StoreError
from warmonitor.web.guard import recognise
from warmonitor.web.pages.frame.answer import shown
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.route import take, wants_page
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.policy import SAFE
from warmonitor.web.trouble import Trouble, on_store, told

Handler = Callable[[Request, Exception], Awaitable[Response]]
LOG_IN = "/login"
_NOBODY = 401
_ROUTELESS = {404, 405}  # where no route may have looked for who asks
_KEPT = ("retry-after", "connection")


class ErrorPage(Page):
    """What went wrong: a code for programs, one plain sentence, and the field that it is about."""

    code: str
    said: str
    item: str | None = None
    status: int


def as_page(handler: Handler) -> Handler:
    """Return a handler of errors that answers browsers with a page."""

    async def on(request: Request, error: Exception) -> Response:
        answer = await handler(request, error)
        take(request.scope)
        if not wants_page(request):
            return answer
        if answer.status_code in _ROUTELESS and not hasattr(request.state, "asker"):
            answer = await _recognised(request, answer)
        if answer.status_code == _NOBODY and request.method in SAFE:
            return RedirectResponse(listed(LOG_IN, next=_asked(request)), 303)
        return _page(request, answer)

    return on


async def _recognised(request: Request, answer: Response) -> Response:
    """Return the answer once it is known whose room it stands in, or why that is not looked for."""
    try:
        await run_in_threadpool(recognise, request)
    except Trouble as trouble:
        return told(trouble)
    except StoreError as error:
        return await on_store(request, error)
    return answer


def _asked(request: Request) -> str | None:
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}" if request.url.path != "/" or query else None


def _page(request: Request, answer: Response) -> Response:
    body = json.loads(bytes(answer.body))["error"]
    page = ErrorPage(
        title="This did not work",
        code=body["code"],
        said=body["said"],
        item=body["item"],
        status=answer.status_code,
    )
    headers = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
    return shown(request, "frame/error.html.j2", page, answer.status_code, headers)
