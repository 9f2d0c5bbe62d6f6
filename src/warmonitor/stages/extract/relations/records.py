"""What a relation is: two mentions, and the words that tie them."""

from dataclasses import dataclass
from enum import StrEnum

from warmonitor.language.en.mentions import Mention
from warmonitor.model import Span


class RelationKind(StrEnum):
    """How the first mention stands to the second."""

    FIGHTS = "fights"
    IN_CHARGE = "in charge of"


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` fights `target` or is in charge of it; `cue` is the word of the text that says so.

    Those who fight each other have two relations, one each way.
    """

    kind: RelationKind
    source: Mention
    target: Mention
    cue: Span
