"""What exports read: the objects of account.json, list by list and one by one, wherever they are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from warmonitor.model import WarmonitorError

Row = dict[str, Any]


class ExportError(WarmonitorError):
    """An account cannot be exported as asked."""

    code = "export-impossible"


@dataclass(frozen=True, slots=True)
class Made:
    """What made an account: `made` of account.json, and the head of the store's chain where it has one."""

    version: str
    options: str
    references: tuple[Row, ...] = ()
    head: str | None = None


class Source(Protocol):
    """An account whose records are read one at a time, as `store.reader.Reader` does; kinds are its lists."""

    def each(self, kind: str) -> Iterator[Row]:
        """Yield every record of a list, in the order of account.json."""

    def some(self, kind: str, records: Sequence[str]) -> list[Row]:
        """Return those of some records, by id, that are there, in the order asked for."""
