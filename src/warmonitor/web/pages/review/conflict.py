"""Two versions that do not agree: what was to be said, and what somebody else said meanwhile."""

from warmonitor.model import ConflictError, Held
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.review.told import Told, told


class Conflict(Part):
    """What was to be said of a version, and what stands by now; `version` is the one that stands."""

    said: str
    given: Told
    seen: int
    current: list[Told]
    version: int


def conflict_of(error: ConflictError) -> Conflict:
    """Return both sides of a judgement that was refused."""
    mine = error.theirs
    return Conflict(
        said="Somebody judged the same since this page was opened. Nothing was written.",
        given=told(Held("", mine, mine.version, in_force=False)),
        seen=mine.version,
        current=[told(one) for one in error.stands],
        version=error.version,
    )
