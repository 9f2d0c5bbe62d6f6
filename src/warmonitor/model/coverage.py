"""Which reports tell of one happening, as whole reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """A report that tells of a happening: how surely (0 to 1) the same as the other reports, and why.

    `nearest` is the report that it is most like, None where it stands alone; `passage` says that it is mainly
    about something else and tells of this in a part of it.
    """

    report: str
    sureness: float
    nearest: str | None
    because: str
    passage: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The reports that tell of one happening: a cluster of stories, as topic detection and tracking says.

    Every report tells mainly of one; `events` are the events that those reports tell of in their leads.
    """

    id: str
    reports: tuple[Telling, ...]
    events: tuple[str, ...] = ()
