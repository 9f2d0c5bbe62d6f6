"""What somebody asks of all that comes, and what it is answered."""

from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What a question watches for."""

    CONTROL = "control"
    FIGURE = "figure"
    DENIAL = "denial"
    NEW = "new"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question; what is not given does not matter.

    `place` and `actor` are a name in any spelling or an id; with `km` what lies so near the place counts, or
    near the point `at` (latitude, longitude); `area` is a place with all that lies in it, or a country code;
    `box` is south, west, north, east in degrees. `list` is the list of account.json that NEW watches, `words`
    what would be searched for. `since` and `until` are ISO days.
    """

    name: str
    ask: Asked
    place: str | None = None
    km: float | None = None
    at: tuple[float, float] | None = None
    area: str | None = None
    box: tuple[float, float, float, float] | None = None
    actor: str | None = None
    event: str | None = None
    outlet: str | None = None
    measure: str | None = None
    of: str | None = None
    list: str = "claims"
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    webhook: str | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report that an answer rests on; offsets in code points of its text."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that a question is answered: the record, a plain sentence, and the words it rests on.

    `key` is the same for the same thing, however its record is called later; `number` counts the answers of a
    question from 1 on; `noted` is when (UTC, ISO 8601).
    """

    question: str
    key: str
    kind: str
    record: str
    said: str
    words: tuple[Quoted, ...] = ()
    number: int = 0
    noted: str = ""
