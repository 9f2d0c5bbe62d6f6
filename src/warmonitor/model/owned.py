"""Whose an outlet is, and whose voice that makes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owned:
    """An owner of an outlet: `kind` is state, public, party, private, religious, cooperative or charity.

    `party` is the actor whose voice it is, "" where it is nobody's; `since` and `until` are years or days, as
    exactly as known, "" where not; `because` is what it rests on.
    """

    owner: str
    kind: str
    party: str = ""
    since: str = ""
    until: str = ""
    because: str = ""
