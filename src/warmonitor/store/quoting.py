"""Who quotes whom, counted: chains of outlet, agency and speaker, as links of claims hold them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from warmonitor.store.database import Database
from warmonitor.store.filters import Filters
from warmonitor.store.named import records
from warmonitor.store.newest import latest
from warmonitor.store.shelf import LINK, kept

# A control character stands between names: none of them has it.
_APART, _AFTER = "\x1f", "\x20"
_LONGEST = 96  # letters of a name: three of them fit into what is filtered by
QUOTES, QUOTED = "quotes", "quoted"
PERIOD = 3_000  # claims of a period that are counted
_TOGETHER = 500


@dataclass(frozen=True, slots=True, order=True)
class Chain:
    """An outlet, the agency that it credits, and whose words they are; "" where none is, or is known.

    A speaker that is the outlet or the agency itself is an origin that speaks in its own voice.
    """

    outlet: str
    agency: str
    speaker: str

    @property
    def quotes(self) -> str:
        """Return what claims of this chain are found by, outlet first."""
        return _joined(self.outlet, self.agency, self.speaker)

    @property
    def quoted(self) -> str:
        """Return what claims of this chain are found by, speaker first."""
        return _joined(self.speaker, self.outlet, self.agency)


def chains(claim: Mapping[str, Any], outlet: str | None) -> Iterator[Chain]:
    """Yield the chains by which a claim came into a report of an outlet."""
    for path in claim.get("paths", ()):
        agencies = [step["name"] for step in path["steps"] if step["kind"] == "agency"]
        yield Chain(outlet or "", agencies[0] if agencies else "", path["origin"])


def of_outlet(database: Database, outlet: str) -> Counter[Chain]:
    """Return how many claims of an outlet came by each chain."""
    found = database.read(lambda connection: _beginning(connection, QUOTES, outlet))
    return Counter({Chain(*_parts(target)): count for target, count in found.items()})


def of_speaker(database: Database, speaker: str) -> Counter[Chain]:
    """Return how many claims of an origin came by each chain."""
    found = database.read(lambda connection: _beginning(connection, QUOTED, speaker))
    told: Counter[Chain] = Counter()
    for target, count in found.items():
        said, outlet, agency = _parts(target)
        told[Chain(outlet, agency, said)] += count
    return told


def of_days(database: Database, filters: Filters) -> tuple[Counter[Chain], bool]:
    """Return how many claims of some days, the latest, came by each chain, and whether these are all."""

    def work(connection: Connection) -> tuple[Counter[Chain], bool]:
        numbers = latest(connection, "claims", filters, PERIOD + 1)
        return _of_numbers(connection, numbers[:PERIOD]), len(numbers) <= PERIOD

    return database.read(work)


def of_all(database: Database) -> Counter[Chain]:
    """Return how many claims of the account came by each chain."""
    found = database.read(lambda connection: _counted(connection, records("claims", QUOTES)))
    return Counter({Chain(*_parts(target)): count for target, count in found.items()})


def _of_numbers(connection: Connection, numbers: list[int]) -> Counter[Chain]:
    told: Counter[Chain] = Counter()
    for start in range(0, len(numbers), _TOGETHER):
        part = numbers[start : start + _TOGETHER]
        asked = select(LINK.c.target).where(LINK.c.number.in_(part), LINK.c.role == QUOTES)
        told.update(Chain(*_parts(target)) for target in connection.execute(asked).scalars())
    return told


def _beginning(connection: Connection, role: str, name: str) -> dict[str, int]:
    first = _part(name)
    target = LINK.c.target
    asked = select(target, func.count().label("records")).where(LINK.c.kind == "claims", LINK.c.role == role)
    within = (target >= first + _APART) & (target < first + _AFTER)
    return _counted(connection, asked.where(within).group_by(target))


def _counted(connection: Connection, asked: Select[Any]) -> dict[str, int]:
    return {row.target: int(row.records) for row in connection.execute(asked)}


def _joined(*names: str) -> str:
    return _APART.join(map(_part, names))


def _part(name: str) -> str:
    return kept(name.replace(_APART, " "))[:_LONGEST]


def _parts(target: str) -> list[str]:
    return target.split(_APART)
