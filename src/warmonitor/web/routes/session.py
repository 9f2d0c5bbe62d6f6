"""Logging in and out, and one's own password."""

from fastapi import Request, Response

from warmonitor.store.members import MemberError
from warmonitor.store.membership import key_of
from warmonitor.store.sessions import LONGEST
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.identity import asking
from warmonitor.web.rates import address_of
from warmonitor.web.shapes import LogIn, NewPassword, SessionShown
from warmonitor.web.showing import shown_session
from warmonitor.web.trouble import Trouble

router = guarded("session")
_WRONG = "Name, password or code do not fit."


@router.post("/api/1/session")
def log_in(request: Request, response: Response, given: LogIn) -> SessionShown:
    """Log in; the session stands in a cookie."""
    desk = desk_of(request)
    _take(desk, key_of(given.name), address_of(request))
    member = desk.members.checked(given.name, given.password, given.code)
    if member is None:
        raise Trouble(401, "log-in-refused", _WRONG, headers={"WWW-Authenticate": "Bearer"})
    desk.sessions.end(request.cookies.get(desk.settings.cookie, ""))
    shown = desk.sessions.begin(member)
    response.set_cookie(
        desk.settings.cookie,
        shown,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=desk.settings.https,
    )
    return shown_session(member, session=True)


def _take(desk: Desk, account: str, address: str) -> None:
    """Count an attempt before the password is looked at, so that many at once are no way around."""
    settings = desk.settings
    desk.rates.take(settings.logins, "log-in", account, address)
    desk.rates.take(settings.logins_address, "log-in-address", address)
    desk.rates.take(settings.logins_account, "log-in-account", account)


@router.get("/api/1/session")
def who_am_i(request: Request) -> SessionShown:
    """Say who asks."""
    asker = asking(request)
    return shown_session(asker.member, asker.session)


@router.delete("/api/1/session", status_code=204)
def log_out(request: Request, response: Response) -> None:
    """Log out: the session is over at once."""
    desk = desk_of(request)
    desk.sessions.end(request.cookies.get(desk.settings.cookie, ""))
    response.delete_cookie(desk.settings.cookie, httponly=True, samesite="strict", secure=desk.settings.https)


@router.put("/api/1/session/password", status_code=204)
def change_password(request: Request, given: NewPassword) -> None:
    """Change one's own password; all one's sessions are over, this one too."""
    desk, member = desk_of(request), asking(request).member
    _take(desk, key_of(member.name), address_of(request))
    if not desk.members.knows(member, given.old):
        raise Trouble(403, "old-password", "The old password is another.", "old")
    try:
        desk.members.set_password(member, given.new)
    except MemberError as error:
        raise Trouble(400, "password-refused", str(error), "new") from error
