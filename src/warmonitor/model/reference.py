"""Look-ups that a user added to those that come with the program."""

from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """What a look-up is for."""

    GAZETTEER = "gazetteer"
    ROADS = "roads"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A look-up that a user added, so that an account can say what it was made with.

    `name` is unique within its kind; `licence` is what the user said of its terms; `sha256` is of the file as
    given; `rows` is how many places or pieces of road it brought.
    """

    kind: ReferenceKind
    name: str
    licence: str
    sha256: str
    rows: int
