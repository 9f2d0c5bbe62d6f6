"""The shape of the reports of one happening in account.json."""

from typing import Annotated

from pydantic import Field

from warmonitor.stages.tell.schema_base import Record


class TellingDoc(Record):
    """A report that tells of a happening: how surely the same as the others, which is nearest, and why."""

    report: str
    sureness: Annotated[float, Field(ge=0, le=1)]
    nearest: str | None
    because: str
    passage: bool


class CoverageDoc(Record):
    """The reports that tell of one happening, and the events of their leads."""

    id: str
    reports: list[TellingDoc]
    events: list[str]
