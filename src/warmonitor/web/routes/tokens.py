"""One's own tokens: for programs, with a role and a last day."""

from datetime import timedelta
from typing import Annotated

from fastapi import Path, Request

from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.identity import asking
from warmonitor.web.paging import USUAL, After, Limit, page
from warmonitor.web.shapes import Id, NewToken, Tokens, TokenSecret
from warmonitor.web.showing import shown_token
from warmonitor.web.trouble import Trouble, not_found

router = guarded("tokens")


@router.get("/api/1/tokens")
def list_tokens(request: Request, after: After = None, limit: Limit = USUAL) -> Tokens:
    """List one's own tokens."""
    found = desk_of(request).tokens.of(asking(request).member.id, after or "", limit + 1)
    items, last = page(found, limit)
    return Tokens(items=[shown_token(token) for token in items], next=last.id if last else None)


@router.post("/api/1/tokens", status_code=201)
def make_token(request: Request, given: NewToken) -> TokenSecret:
    """Make a token; its secret is shown this once."""
    member = asking(request).member
    if not member.role.covers(given.role):
        raise Trouble(403, "role", "A token has no more than one's own role.", "role")
    lasts = timedelta(days=given.days)
    token, secret = desk_of(request).tokens.issue(member, given.label, given.role, lasts, given.scope)
    return TokenSecret(token=shown_token(token), secret=secret)


@router.delete("/api/1/tokens/{token}", status_code=204)
def revoke_token(request: Request, token: Annotated[Id, Path()]) -> None:
    """Revoke one of one's own tokens."""
    if not desk_of(request).tokens.revoke(asking(request).member.id, token):
        raise not_found("token")
