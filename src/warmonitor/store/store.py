"""A store: raw bytes in a folder, given records in a chain, and what was made of them, in a database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from warmonitor.model import Capture, Issue, RawReport, Reference, StoreError, make_id
from warmonitor.store.chain import Head, link
from warmonitor.store.codec import decode, encode
from warmonitor.store.database import Database, file_database, is_address, server_database
from warmonitor.store.made import BLOCK, CLEAN, PLACING, Made
from warmonitor.store.migrate import bring_up, current
from warmonitor.store.nodes import all_reports, blocks
from warmonitor.store.nodes import note as note_stale
from warmonitor.store.placed import hold
from warmonitor.store.placings import place, touch, unplace, unplaced
from warmonitor.store.points import reach
from warmonitor.store.rawfolder import RawFolder
from warmonitor.store.schema import CHAIN, GIVEN, MADE
from warmonitor.store.tree import MOST

SIGHTING, ISSUE, REFERENCE, JUDGEMENT = "sighting", "issue", "reference", "judgement"
CAPTURE = "capture"
WAYS = "ways:"  # the unit of the ways out over all blocks, and what they are stale under
BESIDE = "beside/"  # what is told of a source that gave no report is stale under this and its id
_ASKED = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class Custody:
    """When something was received (UTC, ISO 8601) and by which version of which program."""

    received: str
    tool: str


class Store:
    """What was given and what was made of it; safe once a method that keeps has returned."""

    def __init__(self, database: Database, raw: RawFolder) -> None:
        self.database = database
        self.raw = raw
        self.most = MOST  # reports of a block
        self._all_placed = False  # whether it was seen that every document is

    def known(self, raws: Sequence[RawReport]) -> set[str]:
        """Return the ids of those sightings that are there already."""
        parts = _parts([sighting_id(raw) for raw in raws])
        return {
            found for part in parts for found in self._all(select(GIVEN.c.id).where(GIVEN.c.id.in_(part)))
        }

    def keep(
        self, raw: RawReport, made: Sequence[Made], custody: Custody, captures: Sequence[Capture] = ()
    ) -> bool:
        """Keep bytes as received with what was made of them, all or nothing; say whether they were new.

        Of sightings that give the same report the first by rank counts, whichever comes first. `captures` are
        the fetches by which the bytes came; they stand in the chain beside them.
        """
        self.raw.put(raw.content, raw.sha256)
        row = row_of(SIGHTING, sighting_id(raw), encode(replace(raw, content=b"")), raw.report_id)
        ways = [_given(one, raw.report_id) for one in captures]

        def work(connection: Connection) -> bool:
            new = append(connection, [row], custody)
            append(connection, ways, custody)
            if not new:
                return False
            counting = made if _counts(connection, raw) else ()
            for one in counting:
                put_made(connection, one)
            self._place(connection, raw.report_id, counting)
            return True

        return self.database.write(work)

    def note(self, given: Iterable[Issue | Reference | Capture], custody: Custody) -> int:
        """Keep what could not be read, look-ups that were used, and fetches; return how many were new."""
        rows = sorted({row["id"]: row for row in map(_given, given)}.values(), key=_order)
        issues = [row["id"] for row in rows if row["kind"] == ISSUE]

        def work(connection: Connection) -> int:
            new = append(connection, rows, custody)
            for one in issues if new else ():
                note_stale(connection, [BESIDE + one], one)
            return new

        return self.database.write(work) if rows else 0

    def supersede(self, made: Made) -> None:
        """Put what was made in the place of what was made of the same unit before.

        Another text or placing makes the report's block stale; claims do not, they follow from what is there.
        """

        def work(connection: Connection) -> None:
            hold(connection)
            put_made(connection, made)
            if made.stage in {CLEAN, PLACING}:
                self._place(connection, made.unit, [made])
                note_stale(connection, [BESIDE + made.unit], made.unit)

        self.database.write(work)

    def head(self) -> Head:
        """Return the head of the chain of given records."""
        return self.database.read(head_of)

    def given(self, kind: str) -> list[Any]:
        """Return all given records of one kind, in the order of coming; raw reports come without bytes."""
        found = select(GIVEN.c.content).where(GIVEN.c.kind == kind).order_by(GIVEN.c.seq)
        return [decode(line) for line in self._all(found)]

    def captures(self, report: str) -> list[Capture]:
        """Return the fetches by which the bytes of a report came, in the order of coming."""
        found = select(GIVEN.c.content).where(GIVEN.c.kind == CAPTURE, GIVEN.c.unit == report)
        return [decode(line) for line in self._all(found.order_by(GIVEN.c.seq))]

    def lacking(self, captures: Sequence[Capture]) -> list[Capture]:
        """Return those fetches that are not in the chain."""
        rows = {_given(one)["id"]: one for one in captures}
        there = {
            found
            for part in _parts(list(rows))
            for found in self._all(select(GIVEN.c.id).where(GIVEN.c.id.in_(part)))
        }
        return [one for record, one in rows.items() if record not in there]

    def had(self, head: Head) -> bool:
        """Say whether the chain was once at this head."""
        found = self._all(select(GIVEN.c.hash).where(GIVEN.c.seq == head.length))
        return list(found) == [head.hash] if head.length else True

    def sightings(self, units: Sequence[str]) -> list[RawReport]:
        """Return the sightings of these reports, in the order of coming; without bytes."""
        which = [
            select(GIVEN.c.content)
            .where(GIVEN.c.unit.in_(part), GIVEN.c.kind == SIGHTING)
            .order_by(GIVEN.c.seq)
            for part in _parts(units)
        ]
        return [decode(line) for query in which for line in self._all(query)]

    def made(self, stage: str, units: Sequence[str] | None = None) -> dict[str, Made]:
        """Return what a stage made, by its unit: of these units, or of all."""
        whole = select(MADE).where(MADE.c.stage == stage)
        queries = [whole] if units is None else [whole.where(MADE.c.unit.in_(part)) for part in _parts(units)]
        return self.database.read(
            lambda connection: {
                row["unit"]: made_of(row) for query in queries for row in connection.execute(query).mappings()
            }
        )

    def reports(self) -> int:
        """Return how many reports are placed."""
        return self.database.read(all_reports)

    def unplaced(self) -> list[str]:
        """Return the documents of a store of an earlier version that were never placed, sorted."""
        if not self._all_placed:
            missing = self.database.read(unplaced)
            self._all_placed = not missing
            return missing
        return []

    def unmade(self) -> list[str]:
        """Return the blocks that have no account, as after a version by which others are blocks, sorted."""
        query = select(MADE.c.unit).where(MADE.c.stage == BLOCK)
        found = self.database.read(lambda connection: blocks(connection, self.most))
        return sorted(found.keys() - set(self._all(query)))

    def outdated(self, stage: str, version: str) -> list[str]:
        """Return the units that another version of a stage made, sorted."""
        others = [MADE.c.version < version, MADE.c.version > version]  # each by the index
        found = {
            unit
            for other in others
            for unit in self._all(select(MADE.c.unit).where(MADE.c.stage == stage, other))
        }
        return sorted(found)

    def issues_beside(self, record: str) -> list[Issue]:
        """Return a given issue by its id, or what was said of bytes, by report id, that gave no report."""
        given = select(GIVEN.c.content).where(GIVEN.c.id == record, GIVEN.c.kind == ISSUE)
        cleaned = select(MADE.c.content).where(MADE.c.stage == CLEAN, MADE.c.unit == record)
        read = [decode(line) for line in self._all(cleaned)]
        refused = [issue for report, said in read if report is None for issue in said]
        return [*(decode(line) for line in self._all(given)), *refused]

    def with_other_options(self, stage: str, options: str) -> list[str]:
        """Return the units that a stage made with other options, sorted."""
        query = select(MADE.c.unit).where(MADE.c.stage == stage, MADE.c.options != options)
        return sorted(self._all(query))

    def _place(self, connection: Connection, report: str, made: Sequence[Made]) -> None:
        """Put a report into the block where it belongs, by its placing; its block is stale in any case."""
        placings = [decode(one.content) for one in made if one.stage == PLACING]
        if not placings:
            touch(connection, report, self.most)
        elif placings[0] is None:
            unplace(connection, report, self.most)
            note_stale(connection, [BESIDE + report], report)
        elif not place(connection, report, placings[0], self.most):
            touch(connection, report, self.most)

    def _all(self, query: Select[Any]) -> Sequence[str]:
        return self.database.read(lambda connection: connection.execute(query).scalars().all())

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()


def open_store(place: str, raw: Path | None = None, create: bool = False) -> Store:
    """Open the store in a folder, or in a PostgreSQL with its raw bytes in the folder `raw`.

    Raises:
        StoreError: when there is none and none is to be made, or it cannot be used.
        VersionError: when it was kept by a later version.
    """
    if is_address(place) and raw is None:
        raise StoreError("A store in PostgreSQL needs a folder for raw bytes: --raw FOLDER.")
    folder = Path(place)
    if not (create or is_address(place) or (folder / "store.db").is_file()):
        raise StoreError(f"There is no store in {place}.")
    try:
        if not is_address(place):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = RawFolder(raw or folder / "raw")
        kept.prepare()
    except OSError as error:
        raise StoreError(f"{raw or folder} cannot be used: {error.strerror or error}.") from error
    database = server_database(place) if is_address(place) else file_database(folder / "store.db")
    try:
        bring_up(database, create)
    except StoreError:
        database.close()
        raise
    return Store(database, kept)


def open_to_read(place: str, raw: Path | None = None) -> Store:
    """Open a store for reading alone: its files may be such as nobody may write to.

    Raises:
        StoreError: when there is none, it cannot be read, or its tables are not of this version.
    """
    if is_address(place) and raw is None:
        raise StoreError("A store in PostgreSQL needs a folder for raw bytes: --raw FOLDER.")
    folder = Path(place)
    if not (is_address(place) or (folder / "store.db").is_file()):
        raise StoreError(f"There is no store in {place}.")
    database = server_database(place) if is_address(place) else file_database(folder / "store.db", True)
    try:
        current(database)
    except StoreError:
        database.close()
        raise
    return Store(database, RawFolder(raw or folder / "raw"))


def sighting_id(raw: RawReport) -> str:
    """Return the id of the record that says that these bytes were received from this source."""
    return make_id(SIGHTING, raw.source, raw.media_type, raw.sha256, encode_hints(raw))


def encode_hints(raw: RawReport) -> str:
    """Return the hints of a raw report as text."""
    return encode(tuple(tuple(pair) for pair in raw.hints))


def head_of(connection: Connection) -> Head:
    """Return the head of the chain as it is kept."""
    row = connection.execute(select(CHAIN.c.length, CHAIN.c.head)).one_or_none()
    return Head(row.length, row.head) if row else Head()


def made_of(row: RowMapping) -> Made:
    """Return the made record of a row."""
    return Made(**{name: row[name] for name in ("stage", "unit", "input", "version", "options", "content")})


def _given(one: Issue | Reference | Capture, unit: str | None = None) -> dict[str, Any]:
    kind = {Issue: ISSUE, Reference: REFERENCE, Capture: CAPTURE}[type(one)]
    line = encode(one)
    return row_of(kind, make_id(kind, line), line, unit)


def _order(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["kind"], row["content"]


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[at : at + _ASKED] for at in range(0, len(ids), _ASKED)]


def row_of(kind: str, record: str, content: str, unit: str | None = None) -> dict[str, Any]:
    """Return a row of `given` before it has a place in the chain."""
    return {"kind": kind, "id": record, "unit": unit, "content": content}


def hold_head(connection: Connection) -> Head:
    """Return the head of the chain; whoever else writes waits until this transaction is done."""
    held = connection.execute(select(CHAIN).with_for_update()).one()
    return Head(held.length, held.head)


def append(connection: Connection, rows: Sequence[dict[str, Any]], custody: Custody) -> int:
    """Append those rows to the chain that are not in it; who writes holds the head until the end."""
    held = hold_head(connection)
    ids = [row["id"] for row in rows]
    there = {found for (found,) in connection.execute(select(GIVEN.c.id).where(GIVEN.c.id.in_(ids)))}
    fresh = list(_linked((row for row in rows if row["id"] not in there), held, custody))
    if fresh:
        connection.execute(insert(GIVEN), fresh)
        reach("given-appended")
        connection.execute(update(CHAIN).values(length=fresh[-1]["seq"], head=fresh[-1]["hash"]))
        reach("chain-moved")
    return len(fresh)


def _linked(rows: Iterable[dict[str, Any]], head: Head, custody: Custody) -> Iterator[dict[str, Any]]:
    before = head.hash
    for seq, row in enumerate(rows, head.length + 1):
        told = {**row, "seq": seq, "received": custody.received, "tool": custody.tool}
        before = link(before, told)
        yield {**told, "hash": before}


def _counts(connection: Connection, raw: RawReport) -> bool:
    """Say whether a sighting is the one of its report that counts, by all that are there."""
    found = select(GIVEN.c.content).where(GIVEN.c.kind == SIGHTING, GIVEN.c.unit == raw.report_id)
    others = [decode(line) for (line,) in connection.execute(found)]
    return bool(raw.rank <= min(other.rank for other in others))


def put_made(connection: Connection, made: Made) -> None:
    """Put what was made in the place of what was made of the same unit before, in a transaction."""
    drop_made(connection, made.stage, made.unit)
    told = {name: getattr(made, name) for name in MADE.columns.keys()}  # noqa: SIM118
    connection.execute(insert(MADE), told)
    reach("made-put")


def drop_made(connection: Connection, stage: str, unit: str) -> None:
    """Take away what a stage made of a unit that is no more."""
    connection.execute(delete(MADE).where(MADE.c.stage == stage, MADE.c.unit == unit))


def made_by(connection: Connection, stage: str, unit: str) -> tuple[str, str] | None:
    """Return which version of a stage made a unit, and its options; None where it is not made."""
    query = select(MADE.c.version, MADE.c.options).where(MADE.c.stage == stage, MADE.c.unit == unit)
    row = connection.execute(query).one_or_none()
    return (row.version, row.options) if row else None
