"""Sessions and tokens: random, signed with the secret of the installation, kept as hashes alone."""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from itsdangerous import BadSignature, Signer
from sqlalchemy import RowMapping, delete, insert, select, update

from warmonitor.model import StoreError
from warmonitor.store.database import Database
from warmonitor.store.members import Clock
from warmonitor.store.membership import MEMBERS, SESSIONS, TOKENS, Member, Role, member_of

IDLE, LONGEST = timedelta(minutes=60), timedelta(hours=12)
_NOTED = timedelta(minutes=1)  # when a session was seen is written so often at most
_BYTES = 32
MARK = "wm_"  # what tokens begin with, so that they are found where they should not be
API, FEED = "api", "feed"
_COLUMNS = ("id", "name", "role", "disabled", "second", "stamp", "created")


@dataclass(frozen=True, slots=True)
class Token:
    """What is told of a token; `scope` is "api", or "feed" where it opens feeds alone."""

    id: str
    member: str
    label: str
    role: Role
    scope: str
    created: str
    until: str


class Sessions:
    """Sessions of members: an hour without use or twelve in all, and they are over."""

    def __init__(self, database: Database, secret: bytes, now: Clock) -> None:
        self._database = database
        self._signer = _signer(secret, b"session")
        self._now = now

    def begin(self, member: Member) -> str:
        """Begin a session and return what its bearer shows; those that are over are cleared away."""
        shown, now = secrets.token_urlsafe(_BYTES), self._now()
        row = {"hash": _hash(shown), "member": member.id, "stamp": member.stamp}
        times = {"begun": _text(now), "seen": _text(now)}
        over = delete(SESSIONS).where(
            (SESSIONS.c.begun < _text(now - LONGEST)) | (SESSIONS.c.seen < _text(now - IDLE))
        )
        self._database.write(
            lambda connection: (connection.execute(over), connection.execute(insert(SESSIONS), row | times))
        )
        return self._signer.sign(shown).decode()

    def who(self, shown: str) -> Member | None:
        """Return the member of a session that is not over."""
        if (digest := _opened(self._signer, shown)) is None:
            return None
        query = (
            select(*(MEMBERS.c[name] for name in _COLUMNS), SESSIONS.c.begun, SESSIONS.c.seen)
            .join(SESSIONS, SESSIONS.c.member == MEMBERS.c.id)
            .where(SESSIONS.c.hash == digest, SESSIONS.c.stamp == MEMBERS.c.stamp, MEMBERS.c.disabled == 0)
        )
        row = self._database.read(lambda connection: connection.execute(query).mappings().one_or_none())
        if row is None or not self._lasts(row):
            return None
        self._note(digest, row["seen"])
        return member_of(row)

    def end(self, shown: str) -> None:
        """End a session."""
        if (digest := _opened(self._signer, shown)) is not None:
            gone = delete(SESSIONS).where(SESSIONS.c.hash == digest)
            self._database.write(lambda connection: connection.execute(gone))

    def _lasts(self, row: RowMapping) -> bool:
        now = self._now()
        begun, seen = datetime.fromisoformat(row["begun"]), datetime.fromisoformat(row["seen"])
        return now - begun < LONGEST and now - seen < IDLE

    def _note(self, digest: str, seen: str) -> None:
        now = self._now()
        if now - datetime.fromisoformat(seen) < _NOTED:
            return
        change = update(SESSIONS).where(SESSIONS.c.hash == digest).values(seen=_text(now))
        try:
            self._database.write(lambda connection: connection.execute(change))
        except StoreError:
            return  # a store that cannot be written to is still read


class Tokens:
    """Tokens for programs: with a role, a scope and a last day; shown once."""

    def __init__(self, database: Database, secret: bytes, now: Clock) -> None:
        self._database = database
        self._signer = _signer(secret, b"token")
        self._now = now

    def issue(
        self, member: Member, label: str, role: Role, lasts: timedelta, scope: str = API
    ) -> tuple[Token, str]:
        """Make a token and return it with what its bearer shows, which is not kept."""
        shown, now = secrets.token_urlsafe(_BYTES), self._now()
        token = Token(
            f"token-{secrets.token_hex(8)}", member.id, label, role, scope, _text(now), _text(now + lasts)
        )
        row = {name: getattr(token, name) for name in Token.__slots__} | {"hash": _hash(shown)}
        self._database.write(
            lambda connection: connection.execute(insert(TOKENS), row | {"role": role.value})
        )
        return token, MARK + self._signer.sign(shown).decode()

    def who(self, shown: str, scope: str = API) -> Member | None:
        """Return the member of a token that holds, with no more than the token's role."""
        if not shown.startswith(MARK) or (digest := _opened(self._signer, shown[len(MARK) :])) is None:
            return None
        query = (
            select(*(MEMBERS.c[name] for name in _COLUMNS), TOKENS.c.role.label("given"), TOKENS.c.until)
            .join(TOKENS, TOKENS.c.member == MEMBERS.c.id)
            .where(TOKENS.c.hash == digest, TOKENS.c.scope == scope, MEMBERS.c.disabled == 0)
        )
        row = self._database.read(lambda connection: connection.execute(query).mappings().one_or_none())
        if row is None or self._now() >= datetime.fromisoformat(row["until"]):
            return None
        member, given = member_of(row), Role(row["given"])
        return replace(member, role=given) if member.role.covers(given) else member

    def of(self, member: str, after: str = "", limit: int = 100) -> list[Token]:
        """Return the tokens of a member by their ids, those after one."""
        query = select(*(TOKENS.c[name] for name in Token.__slots__)).order_by(TOKENS.c.id).limit(limit)
        asked = query.where(TOKENS.c.member == member, TOKENS.c.id > after)
        return self._database.read(
            lambda connection: list(_tokens(iter(connection.execute(asked).mappings())))
        )

    def revoke(self, member: str, token: str) -> bool:
        """Revoke a token of a member; say whether there was one."""
        gone = delete(TOKENS).where(TOKENS.c.id == token, TOKENS.c.member == member)
        return bool(self._database.write(lambda connection: connection.execute(gone).rowcount))


def _tokens(rows: Iterator[RowMapping]) -> Iterator[Token]:
    for row in rows:
        yield Token(**{**row, "role": Role(row["role"])})


def _signer(secret: bytes, purpose: bytes) -> Signer:
    return Signer(secret, salt=purpose, key_derivation="hmac", digest_method=hashlib.sha256)


def _opened(signer: Signer, shown: str) -> str | None:
    """Return the hash of what was signed, None where the signature is not ours."""
    try:
        return _hash(signer.unsign(shown.encode("utf-8", "surrogatepass")).decode())
    except (BadSignature, UnicodeDecodeError):
        return None


def _hash(shown: str) -> str:
    return hashlib.sha256(shown.encode()).hexdigest()


def _text(time: datetime) -> str:
    return time.isoformat(timespec="microseconds")
