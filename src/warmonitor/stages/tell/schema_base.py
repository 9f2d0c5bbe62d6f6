"""What every object of account.json is, and the small objects that several others hold."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import ReferenceKind, Verdict

Count = Annotated[int, Field(ge=0)]


class Record(BaseModel):
    """Base of every object: no unknown field, no NaN, no infinity."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)


class ReferenceDoc(Record):
    """A look-up that the user added, under which licence; `rows` is how many entries it brought."""

    kind: ReferenceKind
    name: str
    licence: str
    sha256: str
    rows: Annotated[int, Field(ge=0)]


class Made(Record):
    """What made the account; `references` are look-ups that the user added."""

    version: str
    options: str
    references: list[ReferenceDoc]


class PlaceRefDoc(Record):
    """A place by id and name, with the names that the reports use."""

    id: str
    name: str
    said: list[str]


class BearingDoc(Record):
    """A reviewer's judgement of the record: its id, whose it is, and what the record gave before, if other.

    `subject` is the key of what was judged, `version` how many judgements it had with this one.
    """

    id: str
    verdict: Verdict
    by: str
    when: str
    subject: str
    version: Annotated[int, Field(ge=1)]
    was: str


class Judgeable(Record):
    """A record that can be judged; `judgements` is left out where there is none."""

    judgements: Annotated[list[BearingDoc], Field(default_factory=list, exclude_if=lambda found: not found)]
