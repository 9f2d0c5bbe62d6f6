"""The shapes of what reviewers send and are shown."""

from dataclasses import fields
from datetime import date
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, TypeAdapter, create_model

from warmonitor.model import Amended, Held, Judged, Rule, Verdict
from warmonitor.store.waiting import Waiting
from warmonitor.web.asked import Day
from warmonitor.web.shapes import Id, Record

_STRICT: dict[Any, Any] = {int: StrictInt, bool: StrictBool, str: StrictStr, date: Day}
_SHOWN = TypeAdapter(Held)
LONGEST_WHY = 1 << 20


class Sent(BaseModel):
    """What is sent: no field that is not known."""

    model_config = ConfigDict(extra="forbid")


def _optional(hint: Any) -> Any:
    """Return the type of a field of Amended as it is sent."""
    kind = next((one for one in get_args(hint) if one is not type(None)), hint)
    return _STRICT.get(kind, kind) | None


_HINTS = get_type_hints(Amended)
_FIELDS: dict[str, Any] = {
    one.name: (_optional(_HINTS[one.name]), None) for one in fields(Amended) if one.name != "cleared"
}
AmendedSent = create_model(
    "AmendedSent", __base__=Sent, __doc__=Amended.__doc__, **_FIELDS, cleared=(list[StrictStr], [])
)


class RuledSent(Sent):
    """The rule by which a figure is shown, and the claim that counts where it is one."""

    rule: Rule
    claim: Id | None = None


class Of(Sent):
    """What is judged: a record, alone, with another, or with claims.

    `claims` is the claim that names a place or an actor, or those that are to leave an event.
    """

    kind: Judged
    id: Id
    other: Id | None = None
    claims: Annotated[list[Id], Field(max_length=64)] = []


class ToJudge(Sent):
    """A judgement to be made; the version that was seen stands in If-Match."""

    of: Of
    verdict: Verdict
    why: Annotated[StrictStr, Field(max_length=LONGEST_WHY)] = ""
    amended: AmendedSent | None = None  # type: ignore[valid-type]
    ruled: RuledSent | None = None


class ToUndo(Sent):
    """Why a judgement is taken back."""

    why: Annotated[StrictStr, Field(max_length=LONGEST_WHY)]


class HeldShown(BaseModel):
    """A judgement that was kept: `version` is that of its subject once it was."""

    id: str
    subject: str
    version: int
    in_force: bool
    judgement: Record


class HeldPage(BaseModel):
    """A page of judgements, in the order in which they were made."""

    items: list[HeldShown]
    next: str | None


class Standing(BaseModel):
    """How a subject stands: the version to be sent with If-Match, and the latest judgements that stand."""

    subject: str
    version: int
    items: list[HeldShown]


class Queue(BaseModel):
    """Records that nobody has judged yet."""

    items: list[Record]
    next: str | None


class WaitingShown(BaseModel):
    """A record in doubt: why, and the largest number of people killed and the events that rest on it."""

    kind: str
    id: str
    called: str
    doubt: str
    deaths: int
    events: int


class WaitingPage(BaseModel):
    """A page of what waits, the weightiest first."""

    items: list[WaitingShown]
    next: str | None
    total: int


def shown_waiting(one: Waiting) -> Record:
    """Return what waits as it is shown."""
    told = {name: getattr(one, name) for name in ("kind", "id", "called", "deaths", "events")}
    return {**told, "doubt": one.doubt.name.lower()}


def shown(held: Held) -> HeldShown:
    """Return a judgement as it is shown."""
    told = _SHOWN.dump_python(held, mode="json")
    subject = held.judgement.subject.key
    return HeldShown(
        id=held.id,
        subject=subject,
        version=held.version,
        in_force=held.in_force,
        judgement=told["judgement"],
    )
