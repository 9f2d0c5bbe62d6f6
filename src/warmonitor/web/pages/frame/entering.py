"""Logging in and out by a page, or by a key that is good once."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import StringConstraints
from starlette.responses import RedirectResponse

from warmonitor.store.membership import Member, key_of
from warmonitor.web.begun import begin, end, take_attempt
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import shown
from warmonitor.web.pages.frame.forms import Form, field
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.route import paged, wants_page
from warmonitor.web.pages.wording.links import inside
from warmonitor.web.rates import address_of
from warmonitor.web.trouble import Trouble

router = paged("pages")
_NAME, _PASSWORD, _CODE = 64, 256, 16  # letters
_WRONG = "Name, password or code do not fit."
_SPENT = "This key was used, or is too old: start the program again, or log in with name and password."
Address = Annotated[str, StringConstraints(max_length=2_000)]


class LogInPage(Page):
    """Where one logs in; `said` is why one did not, `next` where it goes on."""

    title: str = "Log in"
    next: str = "/"
    said: str | None = None


@router.get("/login", response_model=LogInPage)
def log_in_page(request: Request, next: Annotated[Address, Query()] = "/") -> Response:  # noqa: A002
    """Show where to log in."""
    return shown(request, "frame/login.html.j2", LogInPage(next=inside(next)))


@router.post("/login", response_model=LogInPage)
def log_in(request: Request, form: Form) -> Response:
    """Log in, and go on to where one wanted."""
    desk, on = desk_of(request), inside(field(form, "next"))
    name = field(form, "name", _NAME)
    take_attempt(desk, key_of(name), address_of(request))
    member = desk.members.checked(name, field(form, "password", _PASSWORD), field(form, "code", _CODE))
    if member is None:
        return _refused(request, LogInPage(next=on, said=_WRONG))
    return _entered(request, member, on)


@router.get("/enter", response_model=LogInPage)
def enter(request: Request, key: Annotated[Address, Query()] = "") -> Response:
    """Let in who has a key, once."""
    desk = desk_of(request)
    found = desk.doors.entered(key, desk.now())
    member = desk.members.get(found) if found else None
    if member is None or member.disabled:
        return _refused(request, LogInPage(said=_SPENT))
    return _entered(request, member, "/")


@router.post("/logout", response_model=LogInPage)
def log_out(request: Request) -> Response:
    """Log out: the session is over at once."""
    response = RedirectResponse("/login", 303)
    end(request, response)
    return response


def _refused(request: Request, page: LogInPage) -> Response:
    """Say why one did not come in; programs are told as of every error."""
    if not wants_page(request):
        raise Trouble(401, "log-in-refused", page.said or "", headers={"WWW-Authenticate": "Bearer"})
    return shown(request, "frame/login.html.j2", page, 401)


def _entered(request: Request, member: Member, on: str) -> Response:
    response = RedirectResponse(on, 303)
    begin(request, response, member)
    return response
