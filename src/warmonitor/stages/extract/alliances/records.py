"""What is found of an alliance before it is settled."""

from dataclasses import dataclass

from warmonitor.model import Bond, Named


@dataclass(frozen=True, slots=True)
class Tied:
    """`party` stands in a bond to `counterparty`; `token` is the word that says so.

    `standing` marks what holds at the time of writing rather than what happened.
    """

    bond: Bond
    token: int
    party: Named
    counterparty: Named
    means: str | None = None
    standing: bool = False
    ended: bool = False
