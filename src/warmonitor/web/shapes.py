"""The shapes of what the API takes and gives, as its OpenAPI document tells them."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from warmonitor.store.membership import Role
from warmonitor.store.passwords import MOST
from warmonitor.store.sessions import API, FEED

Name = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Password = Annotated[str, StringConstraints(max_length=MOST)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{1,96}$")]


class Taken(BaseModel):
    """What is taken: no field that is not known."""

    model_config = ConfigDict(extra="forbid", strict=True)


class LogIn(Taken):
    """Name and password, and a one-time code where the member is asked for one."""

    name: Name
    password: Password
    code: Annotated[str, StringConstraints(max_length=16)] = ""


class NewPassword(Taken):
    """The password that holds, and the one that shall hold."""

    old: Password
    new: Password


class NewToken(Taken):
    """A token to be made: of no more than one's own role, for a year at most."""

    label: Name
    role: Annotated[Role, Field(strict=False)] = Role.READER
    scope: Annotated[str, StringConstraints(pattern=f"^({API}|{FEED})$")] = API
    days: Annotated[int, Field(ge=1, le=366)] = 90


class NewMember(Taken):
    """A member to be added."""

    name: Name
    role: Annotated[Role, Field(strict=False)] = Role.READER


class Change(Taken):
    """What shall change of a member."""

    role: Annotated[Role | None, Field(strict=False)] = None
    disabled: bool | None = None


class MemberShown(BaseModel):
    """A member; `second` says whether it is asked for one-time codes."""

    id: str
    name: str
    role: Role
    disabled: bool
    second: bool
    created: str


class SessionShown(BaseModel):
    """Who asks, with the role that it asks with, and whether by a session or a token."""

    member: MemberShown
    by: str


class MemberSecret(BaseModel):
    """A member with its password, which is shown this once."""

    member: MemberShown
    password: str


class TokenShown(BaseModel):
    """A token, without what its bearer shows."""

    id: str
    label: str
    role: Role
    scope: str
    created: str
    until: str


class TokenSecret(BaseModel):
    """A token with what its bearer shows, which is shown this once."""

    token: TokenShown
    secret: str


class Members(BaseModel):
    """A page of members; `next` is what `after` is to be for the next page."""

    items: list[MemberShown]
    next: str | None


class Tokens(BaseModel):
    """A page of tokens."""

    items: list[TokenShown]
    next: str | None


Record = dict[str, Any]


class Counted(BaseModel):
    """A page of records, each as account.json has it; `total` counts all pages where that was asked for."""

    items: list[Record]
    next: str | None
    total: int | None = None


class Snippet(BaseModel):
    """Words of a field around what was found; `marks` are its starts and ends in them, in code points."""

    field: str
    text: str
    start: int
    marks: list[tuple[int, int]]


class Hit(BaseModel):
    """A record that words found."""

    kind: str
    id: str
    snippet: Snippet
    record: Record


class Hits(BaseModel):
    """A page of what words found."""

    items: list[Hit]
    next: str | None


class SightingShown(BaseModel):
    """That bytes came from a source: when (UTC), by which program, and where that stands in the chain."""

    seq: int
    hash: str
    received: str
    tool: str
    source: str
    media_type: str
    sha256: str
    hints: list[tuple[str, str]]


class Custody(BaseModel):
    """All sightings of a report, the one that counts first, and the head of the chain."""

    report: str
    sightings: list[SightingShown]
    chain: str


class State(BaseModel):
    """How a store stands: head of its chain, reports kept, and the records of the account made of them.

    `stale` is how many blocks of reports are to be made again before the account is up to date.
    """

    version: str
    chain: str
    account: int
    kept: int
    records: dict[str, int]
    stale: int
    read_only: bool


class ShapeShown(BaseModel):
    """A form of an export, with its files."""

    name: str
    said: str
    files: list[str]


class Shapes(BaseModel):
    """The forms of exports."""

    items: list[ShapeShown]
