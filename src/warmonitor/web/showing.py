"""Members, sessions and tokens as they are shown: nothing secret among it."""

from warmonitor.store.membership import Member
from warmonitor.store.sessions import Token
from warmonitor.web.shapes import MemberShown, SessionShown, TokenShown

BY_SESSION, BY_TOKEN = "session", "token"


def shown_member(member: Member) -> MemberShown:
    """Return what is shown of a member."""
    return MemberShown(
        id=member.id,
        name=member.name,
        role=member.role,
        disabled=member.disabled,
        second=member.second,
        created=member.created,
    )


def shown_session(member: Member, session: bool) -> SessionShown:
    """Return what is shown to who asks who it is."""
    return SessionShown(member=shown_member(member), by=BY_SESSION if session else BY_TOKEN)


def shown_token(token: Token) -> TokenShown:
    """Return what is shown of a token."""
    return TokenShown(
        id=token.id,
        label=token.label,
        role=token.role,
        scope=token.scope,
        created=token.created,
        until=token.until,
    )
