"""Logging in and out, and one's own password."""

from fastapi import Request, Response

from warmonitor.store.members import MemberError
from warmonitor.store.membership import key_of
from warmonitor.web.begun import begin, end, take_attempt
from warmonitor.web.desk import desk_of
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
    take_attempt(desk, key_of(given.name), address_of(request))
    member = desk.members.checked(given.name, given.password, given.code)
    if member is None:
        raise Trouble(401, "log-in-refused", _WRONG, headers={"WWW-Authenticate": "Bearer"})
    begin(request, response, member)
    return shown_session(member, session=True)


@router.get("/api/1/session")
def who_am_i(request: Request) -> SessionShown:
    """Say who asks."""
    asker = asking(request)
    return shown_session(asker.member, asker.session)


@router.delete("/api/1/session", status_code=204)
def log_out(request: Request, response: Response) -> None:
    """Log out: the session is over at once."""
    end(request, response)


@router.put("/api/1/session/password", status_code=204)
def change_password(request: Request, given: NewPassword) -> None:
    """Change one's own password; all one's sessions are over, this one too."""
    desk, member = desk_of(request), asking(request).member
    take_attempt(desk, key_of(member.name), address_of(request))
    if not desk.members.knows(member, given.old):
        raise Trouble(403, "old-password", "The old password is another.", "old")
    try:
        desk.members.set_password(member, given.new)
    except MemberError as error:
        raise Trouble(400, "password-refused", str(error), "new") from error
