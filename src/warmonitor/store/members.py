"""Who may use the API: members with a role, added from the command line, never deleted but disabled."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from warmonitor.model import WarmonitorError
from warmonitor.store.database import Database
from warmonitor.store.membership import MEMBERS, SESSIONS, TOKENS, Member, Role, key_of, member_of
from warmonitor.store.passwords import fits, fresh_second, hashed, made_up, refusal, step_of

Clock = Callable[[], datetime]
_NAME = re.compile(r"[\w.@' -]{1,64}")


class MemberError(WarmonitorError):
    """What was asked about a member cannot be done."""

    code = "member-refused"


class Members:
    """The members of a store; the clock gives the time in UTC."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    def add(self, name: str, role: Role, password: str | None = None) -> tuple[Member, str]:
        """Add a member and return it with its password, which is made up where none is given.

        Raises:
            MemberError: when the name is taken or is none, or the password is refused.
        """
        name = " ".join(name.split())
        if not _NAME.fullmatch(name):
            raise MemberError("A name has 1 to 64 letters, digits, spaces and any of . @ ' - _")
        row = self._row(name, role, kept := _taken(password or made_up(), name))

        def work(connection: Connection) -> Member:
            if _found(connection, MEMBERS.c.key == row["key"]) is not None:
                raise MemberError(f"There is a member “{name}” already.")
            connection.execute(insert(MEMBERS), row)
            return member_of(row)

        try:
            return self._database.write(work), kept
        except IntegrityError as error:
            raise MemberError(f"There is a member “{name}” already.") from error

    def _row(self, name: str, role: Role, password: str) -> dict[str, Any]:
        made = {"id": f"member-{secrets.token_hex(8)}", "name": name, "key": key_of(name), "role": role.value}
        kept = {"disabled": 0, "password": hashed(password), "second": None, "second_step": 0, "stamp": 1}
        return {**made, **kept, "created": self._now().isoformat(timespec="seconds")}

    def page(self, after: str = "", limit: int = 100) -> list[Member]:
        """Return members by their ids, those after one."""
        query = select(MEMBERS).where(MEMBERS.c.id > after).order_by(MEMBERS.c.id).limit(limit)
        return self._database.read(
            lambda connection: [member_of(row) for row in connection.execute(query).mappings()]
        )

    def get(self, member: str) -> Member | None:
        """Return the member of an id."""
        return self._one(MEMBERS.c.id == member)

    def named(self, name: str) -> Member:
        """Return the member of a name, whatever its case.

        Raises:
            MemberError: when there is none.
        """
        found = self._one(MEMBERS.c.key == key_of(name)) if _NAME.fullmatch(name) else None
        if found is None:
            raise MemberError("There is no such member; `warmonitor members list` shows who there is.")
        return found

    def _one(self, which: Any) -> Member | None:
        row = self._database.read(lambda connection: _found(connection, which))
        return member_of(row) if row is not None else None

    def checked(self, name: str, password: str, code: str = "") -> Member | None:
        """Return the member whose name, password and one-time code these are; as slow whoever it is not."""
        which = MEMBERS.c.key == key_of(name)
        row = self._database.read(lambda connection: _found(connection, which)) if _known(name) else None
        if not fits(row["password"] if row else None, password) or row is None or row["disabled"]:
            return None
        if row["second"] is not None and not self._code_counts(row, code):
            return None
        return member_of(row)

    def knows(self, member: Member, password: str) -> bool:
        """Say whether a password is a member's."""
        row = self._database.read(lambda connection: _found(connection, MEMBERS.c.id == member.id))
        return fits(row["password"] if row else None, password)

    def _code_counts(self, row: dict[str, Any], code: str) -> bool:
        step = step_of(row["second"], code, self._now(), row["second_step"])
        if step is None:
            return False
        mine = (MEMBERS.c.id == row["id"]) & (MEMBERS.c.second_step < step)
        change = update(MEMBERS).where(mine).values(second_step=step)
        return bool(self._database.write(lambda connection: connection.execute(change).rowcount))

    def set_role(self, member: Member, role: Role) -> None:
        """Give a member another role; it logs in anew."""
        self._change(member, role=role.value)

    def set_disabled(self, member: Member, disabled: bool) -> None:
        """Shut a member out, with its tokens, or let it in again."""
        self._change(member, disabled=int(disabled))

    def set_password(self, member: Member, password: str | None = None) -> str:
        """Give a member another password, which is returned, and end its sessions.

        Raises:
            MemberError: when the password is refused.
        """
        kept = _taken(password or made_up(), member.name)
        self._change(member, password=hashed(kept))
        return kept

    def set_second(self, member: Member, wanted: bool) -> str | None:
        """Ask a member for one-time codes from now on, and return their secret; or ask no longer."""
        secret = fresh_second() if wanted else None
        self._change(member, second=secret, second_step=0)
        return secret

    def log_out(self, member: Member | None, tokens: bool = False) -> None:
        """End all sessions of a member, or of everybody; and revoke the tokens too where that is wanted."""

        def work(connection: Connection) -> None:
            _end(connection, member)
            if tokens:
                gone = delete(TOKENS)
                connection.execute(gone.where(TOKENS.c.member == member.id) if member else gone)

        self._database.write(work)

    def _change(self, member: Member, **values: Any) -> None:
        def work(connection: Connection) -> None:
            connection.execute(update(MEMBERS).where(MEMBERS.c.id == member.id).values(**values))
            _end(connection, member)

        self._database.write(work)

    def count(self) -> int:
        """Return how many members there are."""
        query = select(func.count()).select_from(MEMBERS)
        return self._database.read(lambda connection: int(connection.execute(query).scalar_one()))


def _end(connection: Connection, member: Member | None) -> None:
    """End sessions: those that are kept, and any that begins at this moment on what held before."""
    gone, stamped = delete(SESSIONS), update(MEMBERS).values(stamp=MEMBERS.c.stamp + 1)
    if member is not None:
        gone, stamped = gone.where(SESSIONS.c.member == member.id), stamped.where(MEMBERS.c.id == member.id)
    connection.execute(stamped)
    connection.execute(gone)


def _found(connection: Connection, which: Any) -> dict[str, Any] | None:
    row = connection.execute(select(MEMBERS).where(which)).mappings().one_or_none()
    return dict(row) if row is not None else None


def _known(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def _taken(password: str, name: str) -> str:
    if (said := refusal(password, name)) is not None:
        raise MemberError(said)
    return password
