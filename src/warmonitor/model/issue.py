"""What was not understood or could not be read: a record, never silence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing that went wrong: a stable code, the item it befell, one plain sentence.

    `fatal` is true where nothing of the item was kept, false where a part of it was read.
    """

    code: str
    item: str
    said: str
    fatal: bool = False
