"""The tables of members, sessions and tokens, and what a member is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, RowMapping, String, Table

from warmonitor.store.schema import METADATA

MEMBERS = Table(
    "members",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("key", String(128), nullable=False, unique=True),  # the name, whatever its case
    Column("role", String(16), nullable=False),
    Column("disabled", Integer, nullable=False),
    Column("password", String(256), nullable=False),  # Argon2id
    Column("second", String(64)),  # the secret of one-time codes
    Column("second_step", Integer, nullable=False),  # that of the last code: none counts twice
    Column("stamp", Integer, nullable=False),  # sessions with another are over
    Column("created", String(32), nullable=False),
)
SESSIONS = Table(
    "sessions",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("member", String(32), ForeignKey("members.id"), nullable=False),
    Column("stamp", Integer, nullable=False),
    Column("begun", String(32), nullable=False),
    Column("seen", String(32), nullable=False),
    Index("sessions_member", "member"),
)
TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("member", String(32), ForeignKey("members.id"), nullable=False),
    Column("label", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("created", String(32), nullable=False),
    Column("until", String(32), nullable=False),
    Index("tokens_member", "member"),
)


class Role(StrEnum):
    """What a member may do; each role may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    def covers(self, other: "Role") -> bool:
        """Say whether this role may do what the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may use the API; `stamp` changes with all that ends sessions, `second` asks for codes."""

    id: str
    name: str
    role: Role
    disabled: bool
    second: bool
    stamp: int
    created: str


def member_of(row: RowMapping | dict[str, Any]) -> Member:
    """Return the member of a row."""
    return Member(
        row["id"],
        row["name"],
        Role(row["role"]),
        bool(row["disabled"]),
        row["second"] is not None,
        row["stamp"],
        row["created"],
    )


def key_of(name: str) -> str:
    """Return what two spellings of one name share."""
    return " ".join(name.split()).casefold()
