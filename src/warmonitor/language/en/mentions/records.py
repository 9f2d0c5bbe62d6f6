"""What a mention is: words that stand for somebody, some body of people or some place."""

from dataclasses import dataclass
from enum import StrEnum

from warmonitor.model import Span


class Kind(StrEnum):
    """What a mention stands for; a nationality is a people, a faith or a language used as a mark of one."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"


class Form(StrEnum):
    """How it is mentioned, in the terms of ACE: by name, by a noun, by a pronoun."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: its words without what hangs behind them, its head word (token of its sentence).

    `inside` says that it stands within another mention, as the people of "Kenyan troops" do.
    """

    span: Span
    kind: Kind
    form: Form
    head: int
    inside: bool = False

    @property
    def acts(self) -> bool:
        """Say whether it can be an actor."""
        return self.kind is not Kind.PLACE
