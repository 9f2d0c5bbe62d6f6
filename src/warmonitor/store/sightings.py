"""How a report came: each sighting of it in the chain, and the bytes themselves; and what a store holds."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from warmonitor.store.codec import decode
from warmonitor.store.schema import GIVEN
from warmonitor.store.shelf import SHELF
from warmonitor.store.store import SIGHTING, Store


@dataclass(frozen=True, slots=True)
class Sighting:
    """These bytes came from this source: place in the chain, hash there, when (UTC) and by which program."""

    seq: int
    hash: str
    received: str
    tool: str
    source: str
    media_type: str
    sha256: str
    hints: tuple[tuple[str, str], ...]


def sightings(store: Store, report: str) -> list[Sighting]:
    """Return all sightings of a report, the one that counts first."""
    asked = select(GIVEN).where(GIVEN.c.unit == report, GIVEN.c.kind == SIGHTING).order_by(GIVEN.c.seq)
    rows = store.database.read(lambda connection: list(connection.execute(asked).mappings()))
    return [_sighting(row, raw) for row, raw in sorted(_read(rows), key=lambda pair: pair[1].rank)]


def _read(rows: list[Any]) -> list[tuple[Any, Any]]:
    return [(row, decode(row["content"])) for row in rows]


def _sighting(row: Any, raw: Any) -> Sighting:
    came = {name: row[name] for name in ("seq", "hash", "received", "tool")}
    hints = tuple((str(name), str(value)) for name, value in raw.hints)
    return Sighting(**came, source=raw.source, media_type=raw.media_type, sha256=raw.sha256, hints=hints)


def holdings(store: Store) -> tuple[int, dict[str, int]]:
    """Return how many reports were kept, and how many records of each kind the account on the shelf has."""
    reports = select(func.count(GIVEN.c.unit.distinct())).where(GIVEN.c.kind == SIGHTING)
    kinds = select(SHELF.c.kind, func.count()).group_by(SHELF.c.kind).order_by(SHELF.c.kind)
    with store.database.reading() as connection:
        kept = int(connection.execute(reports).scalar_one())
        return kept, {kind: int(count) for kind, count in connection.execute(kinds)}
