"""`warmonitor members`: who may use the API, and with which role."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble

if TYPE_CHECKING:
    from warmonitor.store.members import Members
    from warmonitor.store.membership import Role
    from warmonitor.store.store import Store

members = typer.Typer(no_args_is_help=True, help="Say who may use the API, and with which role.")
Name = Annotated[str, typer.Argument(help="Name of the member, whatever its case.")]
RoleName = Annotated[str, typer.Option("--role", help="reader, reviewer or administrator.")]
Ask = Annotated[bool, typer.Option("--ask", help="Type the password, or give it as a line, not made up.")]


@members.command()
def add(
    name: Name, place: StorePlace, role: RoleName = "reader", raw: RawFolderOption = None, ask: Ask = False
) -> None:
    """Add a member; its password is made up and printed once, or typed with --ask."""
    from warmonitor.cli.secrets import typed_password

    with _opened(place, raw, create=True) as (_, who):
        member, password = who.add(name, _role(role), typed_password() if ask else None)
        typer.echo(f"{member.name} is {member.role.value}" + ("" if ask else f"; password: {password}"))


@members.command(name="list")
def list_(place: StorePlace, raw: RawFolderOption = None) -> None:
    """List members."""
    with _opened(place, raw) as (_, who):
        last = ""
        while found := who.page(last):
            for one in found:
                state = "disabled" if one.disabled else "active"
                typer.echo(f"{one.name}\t{one.role.value}\t{state}\t{one.created}")
            last = found[-1].id


@members.command()
def role(
    name: Name,
    role: Annotated[str, typer.Argument(help="reader, reviewer or administrator.")],
    place: StorePlace,
    raw: RawFolderOption = None,
) -> None:
    """Give a member another role; its sessions are over."""
    with _opened(place, raw) as (_, who):
        who.set_role(member := who.named(name), wanted := _role(role))
        typer.echo(f"{member.name} is {wanted.value}")


@members.command()
def disable(name: Name, place: StorePlace, raw: RawFolderOption = None) -> None:
    """Shut a member out, with its sessions and tokens."""
    with _opened(place, raw) as (_, who):
        who.set_disabled(who.named(name), disabled=True)


@members.command()
def enable(name: Name, place: StorePlace, raw: RawFolderOption = None) -> None:
    """Let a member in again."""
    with _opened(place, raw) as (_, who):
        who.set_disabled(who.named(name), disabled=False)


@members.command()
def password(name: Name, place: StorePlace, raw: RawFolderOption = None, ask: Ask = False) -> None:
    """Give a member another password; its sessions are over."""
    from warmonitor.cli.secrets import typed_password

    with _opened(place, raw) as (_, who):
        made = who.set_password(who.named(name), typed_password() if ask else None)
        typer.echo("The password is another." if ask else f"password: {made}")


@members.command()
def code(
    name: Name,
    place: StorePlace,
    raw: RawFolderOption = None,
    off: Annotated[bool, typer.Option("--off", help="Ask no longer.")] = False,
) -> None:
    """Ask a member for one-time codes at login; the address for an authenticator is printed once."""
    from warmonitor.store.passwords import second_address

    with _opened(place, raw) as (_, who):
        member = who.named(name)
        if secret := who.set_second(member, wanted=not off):
            typer.echo(second_address(secret, member.name))


@members.command()
def token(
    name: Name,
    place: StorePlace,
    raw: RawFolderOption = None,
    role: RoleName = "reader",
    label: Annotated[str, typer.Option(help="What it is for.")] = "command line",
    days: Annotated[int, typer.Option(min=1, max=366, help="How long it holds.")] = 90,
    feed: Annotated[bool, typer.Option("--feed", help="It opens feeds alone.")] = False,
) -> None:
    """Make a token for a member, which is printed once."""
    from warmonitor.cli.secrets import secret_of
    from warmonitor.store.sessions import API, FEED, Tokens

    with _opened(place, raw) as (store, who):
        tokens = Tokens(store.database, secret_of(store), _now)
        lasts = timedelta(days=days)
        made = tokens.issue(who.named(name), label[:64], _role(role), lasts, FEED if feed else API)
        typer.echo(f"{made[0].id}, until {made[0].until}: {made[1]}")


@members.command()
def logout(
    place: StorePlace,
    name: Annotated[str, typer.Argument(help="Whom; without it, everybody.")] = "",
    raw: RawFolderOption = None,
    tokens: Annotated[bool, typer.Option("--tokens", help="Revoke tokens too.")] = False,
) -> None:
    """End the sessions of a member, or of everybody, at once."""
    with _opened(place, raw) as (_, who):
        who.log_out(who.named(name) if name else None, tokens)


@contextmanager
def _opened(place: str, raw: RawFolderOption, create: bool = False) -> Iterator[tuple["Store", "Members"]]:
    from warmonitor.store.members import Members
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw, create) as kept:
        yield kept, Members(kept.database, _now)


def _role(name: str) -> "Role":
    from warmonitor.store.members import MemberError
    from warmonitor.store.membership import Role

    try:
        return Role(name)
    except ValueError as error:
        raise MemberError("A role is reader, reviewer or administrator.") from error


def _now() -> datetime:
    return datetime.now(UTC)
