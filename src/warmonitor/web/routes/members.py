"""Members, for administrators. The first administrator is added on the command line alone."""

from typing import Annotated

from fastapi import Path, Query, Request

from warmonitor.store.members import MemberError
from warmonitor.store.membership import Member
from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.identity import asking
from warmonitor.web.paging import USUAL, After, Limit, page
from warmonitor.web.shapes import Change, Id, Members, MemberSecret, MemberShown, NewMember
from warmonitor.web.showing import shown_member
from warmonitor.web.trouble import Trouble, not_found

router = guarded("members")
MemberId = Annotated[Id, Path()]
WithTokens = Annotated[bool, Query(description="Whether tokens are revoked too.")]


@router.get("/api/1/members")
def list_members(request: Request, after: After = None, limit: Limit = USUAL) -> Members:
    """List members."""
    items, last = page(desk_of(request).members.page(after or "", limit + 1), limit)
    return Members(items=[shown_member(member) for member in items], next=last.id if last else None)


@router.post("/api/1/members", status_code=201)
def add_member(request: Request, given: NewMember) -> MemberSecret:
    """Add a member; its password is made up, and shown this once."""
    try:
        member, password = desk_of(request).members.add(given.name, given.role)
    except MemberError as error:
        raise Trouble(409, "member-refused", str(error), "name") from error
    return MemberSecret(member=shown_member(member), password=password)


@router.get("/api/1/members/{member}")
def get_member(request: Request, member: MemberId) -> MemberShown:
    """Show a member."""
    return shown_member(_member(request, member))


@router.patch("/api/1/members/{member}")
def change_member(request: Request, member: MemberId, given: Change) -> MemberShown:
    """Give a member another role, shut it out or let it in again; its sessions are over."""
    found, members = _other(request, member), desk_of(request).members
    if given.role is not None and given.role is not found.role:
        members.set_role(found, given.role)
    if given.disabled is not None and given.disabled is not found.disabled:
        members.set_disabled(found, given.disabled)
    return shown_member(_member(request, member))


@router.post("/api/1/members/{member}/password")
def reset_password(request: Request, member: MemberId) -> MemberSecret:
    """Make up another password for a member, shown this once; its sessions are over."""
    found = _other(request, member)
    password = desk_of(request).members.set_password(found)
    return MemberSecret(member=shown_member(_member(request, member)), password=password)


@router.delete("/api/1/members/{member}/sessions", status_code=204)
def log_member_out(request: Request, member: MemberId, tokens: WithTokens = False) -> None:
    """End all sessions of a member."""
    desk_of(request).members.log_out(_member(request, member), tokens)


@router.delete("/api/1/sessions", status_code=204)
def log_everyone_out(request: Request, tokens: WithTokens = False) -> None:
    """End all sessions of everybody, one's own too."""
    desk_of(request).members.log_out(None, tokens)


def _member(request: Request, member: str) -> Member:
    found = desk_of(request).members.get(member)
    if found is None:
        raise not_found("member")
    return found


def _other(request: Request, member: str) -> Member:
    """Return a member that is not the one who asks: nobody shuts out the last administrator by mistake."""
    if member == asking(request).member.id:
        raise Trouble(409, "oneself", "This is not done to oneself; the command line does it.")
    return _member(request, member)
