"""Sessions begun and ended: the cookie that holds one, and how often one may try."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from warmonitor.store.membership import Member
from warmonitor.store.sessions import LONGEST
from warmonitor.web.desk import Desk, desk_of

# Lax: an address that somebody sent opens where one is logged in. What changes anything is no GET, and is
# held against Sec-Fetch-Site and Origin besides (origins.py).
_SAME_SITE: Literal["lax"] = "lax"


def begin(request: Request, response: Response, member: Member) -> None:
    """Begin a session in place of one that is there; it stands in a cookie."""
    desk = desk_of(request)
    desk.sessions.end(request.cookies.get(desk.settings.cookie, ""))
    shown = desk.sessions.begin(member)
    response.set_cookie(
        desk.settings.cookie,
        shown,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite=_SAME_SITE,
        secure=desk.settings.https,
    )


def end(request: Request, response: Response) -> None:
    """End a session at once."""
    desk = desk_of(request)
    desk.sessions.end(request.cookies.get(desk.settings.cookie, ""))
    response.delete_cookie(
        desk.settings.cookie, httponly=True, samesite=_SAME_SITE, secure=desk.settings.https
    )


def take_attempt(desk: Desk, account: str, address: str) -> None:
    """Count an attempt before the password is looked at, so that many at once are no way around."""
    settings = desk.settings
    desk.rates.take(settings.logins, "log-in", account, address)
    desk.rates.take(settings.logins_address, "log-in-address", address)
    desk.rates.take(settings.logins_account, "log-in-account", account)
