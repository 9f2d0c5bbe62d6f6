"""What a count of people is for."""

from dataclasses import dataclass

from warmonitor.model import Measure

MEASURES = tuple(
    Measure(m) for m in ("killed", "injured", "displaced", "missing", "detained", "abducted", "remaining")
)


@dataclass(frozen=True, slots=True)
class Found:
    """What people were counted for, and by which word."""

    measure: Measure
    trigger: int
