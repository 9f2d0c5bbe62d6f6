"""Who asks: the bearer of a token, or of a session by its cookie."""

from dataclasses import dataclass

from starlette.requests import Request

from warmonitor.store.membership import Member
from warmonitor.web.desk import Desk

_BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Asker:
    """A member, and whether it asks by a session."""

    member: Member
    session: bool


def asker_of(request: Request, desk: Desk) -> Asker | None:
    """Return who asks; one header decides alone where it is there, so that a bad token is never a session."""
    if (given := request.headers.get("authorization")) is not None:
        scheme, _, shown = given.partition(" ")
        member = desk.tokens.who(shown.strip()) if scheme.lower() == _BEARER else None
        return Asker(member, session=False) if member else None
    if (shown := request.cookies.get(desk.settings.cookie, "")) and (member := desk.sessions.who(shown)):
        return Asker(member, session=True)
    return None


def asking(request: Request) -> Asker:
    """Return who asks, on a route that is not public."""
    asker: Asker = request.state.asker
    return asker
