"""What was fetched, kept in a folder: custody records in a log, bytes by their hash, and web archives.

A fetch is acknowledged once it is in the log. Its bytes are written before: what no record of the log
speaks of is cut off or written again. `seen.sqlite` holds where the last record of each address stands; it
follows the log, and is caught up on opening. In the raw folder of a store the bytes are kept among the
store's own.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warmonitor.model import Capture, Fetch, Hop, Issue, Outcome, StoreError
from warmonitor.store.chain import Head
from warmonitor.store.fetchlog import FetchLog
from warmonitor.store.files import hold, settle, settle_folder, write_whole
from warmonitor.store.points import reach
from warmonitor.store.rawfolder import CAPTURES, RawFolder
from warmonitor.store.warcs import warc_info, warc_records

_TABLE = """
create table if not exists seen (
  address text primary key, number integer not null, source text not null, kind text not null,
  due real not null, settled integer not null) without rowid;
create index if not exists due on seen (source, kind, due);
create table if not exists read (number integer not null);
"""
_DUE = """
select address from seen where source = ? and kind = 'page' and due > 0 and due <= ? order by due, address
"""
_ENTER = """
insert into seen values (?, ?, ?, ?, ?, 0) on conflict (address) do update set number = excluded.number,
  source = excluded.source, kind = excluded.kind, due = excluded.due, settled = settled and ?
"""
_TOGETHER = 200  # fetches after which the table is written
_WARC_BYTES, _WARC_FETCHES = 500_000_000, 20_000  # after which a new file is begun
_BYTES = ("wire", "body")
_KEPT = {Outcome.NEW, Outcome.CHANGED}

Hear = Callable[[Capture], None]


class Captures:
    """The captures of a folder; one process at a time may have it open. `hear` is told of each, once kept."""

    def __init__(self, folder: Path, tool: str = "warmonitor", hear: Hear = lambda _: None) -> None:
        for name in ("", "warc", "changes"):
            # What is watched is nobody's business.
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder, self._tool, self._hear = folder, tool, hear
        self._raw = _raw_of(folder)
        self._waiting = 0
        self._warc: dict[str, Any] = {"file": "", "end": 0, "fetches": 0}
        with ExitStack() as opened:
            opened.callback(hold(folder, "watch").close)
            self._seen = opened.enter_context(closing(_table(folder / "seen.sqlite")))
            self._log = opened.enter_context(closing(FetchLog(folder / "custody.log", self._entered())))
            self._catch_up()
            self._opened = opened.pop_all()

    def __len__(self) -> int:
        return len(self._log)

    def __iter__(self) -> Iterator[Fetch]:
        return (capture.fetch for capture in self.since(0))

    def __enter__(self) -> "Captures":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def keep(self, fetch: Fetch, difference: str = "") -> None:
        """Keep a fetch with its bytes; once this returns, they are on the disk.

        `difference` is how the article differs from the version before.
        """
        if fetch.outcome in _KEPT or fetch.partial:
            self._raw.put(fetch.body, fetch.sha256)
        if difference:
            write_whole(self.folder / "changes" / _change_name(fetch), difference.encode("utf-8", "replace"))
        told = {f.name: getattr(fetch, f.name) for f in fields(fetch) if f.name not in (*_BYTES, "hops")}
        told["hops"] = [asdict(hop) for hop in fetch.hops]
        told["warc"] = self._keep_warc(b"" if fetch.outcome is Outcome.SAME_TEXT else warc_records(fetch))
        reach("archived")
        self._log.append(told)
        reach("logged")
        self._warc = told["warc"]
        number = len(self._log) - 1
        self._enter(number, told)
        self._waiting += 1
        if self._waiting >= _TOGETHER:
            self.flush()
        self._hear(_capture({**told, "chain": self._log.head.hash}, number))

    def seen(self, address: str) -> Fetch | None:
        """Return the last fetch of an address, without its bytes."""
        found = self._ask("select number from seen where address = ?", address).fetchone()
        return _fetch(self._log[found[0]]) if found else None

    def due(self, source: str, now: float) -> list[str]:
        """Return the pages of a source that are to be looked at again by now, those due longest first."""
        return [row[0] for row in self._ask(_DUE, source, now)]

    def settle(self, address: str) -> None:
        """Note that all that an address leads to has been fetched, so that it need not be read again."""
        self._ask("update seen set settled = 1 where address = ?", address)

    def settled(self, address: str) -> bool:
        """Say whether all that an address leads to has been fetched."""
        found = self._ask("select settled from seen where address = ?", address).fetchone()
        return bool(found and found[0])

    def body(self, sha256: str) -> bytes:
        """Return the bytes of a hash.

        Raises:
            StoreError: when they are gone or were changed.
        """
        return self._raw.get(sha256)

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the custody records in their order, as they are kept: plain values of JSON."""
        return (self._log[number] for number in range(len(self._log)))

    def since(self, number: int) -> Iterator[Capture]:
        """Yield what was captured from a record of the log on."""
        return (_capture(self._log[at], at) for at in range(number, len(self._log)))

    @property
    def head(self) -> Head:
        """Return the head of the chain of custody records."""
        return self._log.head

    def check(self, saved: Head | None = None) -> Iterator[Issue]:
        """Yield an issue for each record that was changed, and each whose bytes or archive differ.

        `saved` is a head of the log that was kept elsewhere.
        """
        wrong = list(self._log.broken(saved))
        for number, said in wrong:
            yield Issue("log-changed", f"{self.folder / 'custody.log'}#{number + 1}", said, fatal=True)
        if not wrong:
            yield from self._check_bytes()

    def _check_bytes(self) -> Iterator[Issue]:
        for told in self.records():
            if told["outcome"] in _KEPT or told.get("partial"):
                try:
                    self.body(told["sha256"])
                except StoreError as error:
                    yield Issue("bytes-changed", told["address"], str(error), fatal=True)
            if not self._warc_is_whole(told["warc"]):
                said = f"Its records in {told['warc']['file']} are gone or were changed."
                yield Issue("archive-changed", told["address"], said, fatal=True)

    def _warc_is_whole(self, place: dict[str, Any]) -> bool:
        try:
            with (self.folder / "warc" / place["file"]).open("rb") as file:
                file.seek(place["start"])
                content = file.read(place["end"] - place["start"])
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == str(place["sha256"])

    def flush(self) -> None:
        """Write the table, and where the log's records start."""
        self._log.keep_starts()
        self._ask("update read set number = ?", len(self._log))
        self._ask("commit")
        self._waiting = 0

    def close(self) -> None:
        """Close the files; nothing is lost that was kept."""
        with self._opened:
            self.flush()

    def _ask(self, statement: str, *values: object) -> sqlite3.Cursor:
        try:
            return self._seen.execute(statement, values)
        except sqlite3.Error as error:
            raise StoreError(f"{self.folder / 'seen.sqlite'} cannot be used: {error}.") from error

    def _keep_warc(self, content: bytes) -> dict[str, Any]:
        """Write the records of a fetch; return where they stand, their hash, and which of the file it is."""
        file, end, count = self._warc["file"], self._warc["end"], self._warc["fetches"]
        if not file or end >= _WARC_BYTES or count >= _WARC_FETCHES:
            file, count = _next_name(file), 0
            end = self._write_warc(file, 0, warc_info(self._tool, file))
        stop = self._write_warc(file, end, content) if content else end
        digest = hashlib.sha256(content).hexdigest()
        return {"file": file, "start": end, "end": stop, "sha256": digest, "fetches": count + 1}

    def _write_warc(self, file: str, start: int, content: bytes) -> int:
        """Write bytes at a place of a file, which ends with them; return where that is."""
        path = self.folder / "warc" / file
        with path.open("r+b" if path.exists() else "w+b") as out:
            out.seek(start)
            out.truncate()
            out.write(content)
            out.flush()
            settle(out.fileno())
        if not start:
            settle_folder(path.parent)
        return start + len(content)

    def _catch_up(self) -> None:
        """Enter what the log has and the table has not, and cut off what no record of the log speaks of."""
        for number in range(self._entered(), len(self._log)):
            self._enter(number, self._log[number])
        if len(self._log):
            self._warc = self._log[len(self._log) - 1]["warc"]
        self._cut()
        self.flush()

    def _entered(self) -> int:
        """Return how many records of the log the table has."""
        return int(self._ask("select number from read").fetchone()[0])

    def _cut(self) -> None:
        """Cut the web archives back to what was acknowledged: a later file, or the end of the last."""
        for path in sorted((self.folder / "warc").glob("watch-*.warc.gz")):
            if path.name > self._warc["file"]:
                path.unlink()
            elif path.name == self._warc["file"] and path.stat().st_size > self._warc["end"]:
                with path.open("r+b") as out:
                    out.truncate(self._warc["end"])

    def _enter(self, number: int, told: dict[str, Any]) -> None:
        same = told["outcome"] == Outcome.SAME
        row = (told["address"], number, told["source"], told["kind"], told["due"], same)
        self._ask(_ENTER, *row)


def _table(path: Path) -> sqlite3.Connection:
    """Open the table; it is never open twice, so that a plain journal does, whatever SQLite's version."""
    table = sqlite3.connect(path)
    try:
        table.executescript(_TABLE)
        if table.execute("select count(*) from read").fetchone()[0] == 0:
            table.execute("insert into read values (0)")
            table.commit()
    except sqlite3.DatabaseError as error:
        table.close()
        raise StoreError(f"{path} cannot be used: {error}. Take it away: it is made anew.") from error
    return table


def _next_name(file: str) -> str:
    return f"watch-{int(file[6:11]) + 1 if file else 1:05}.warc.gz"


def _change_name(fetch: Fetch) -> str:
    address = hashlib.sha256(fetch.address.encode("utf-8", "replace")).hexdigest()
    return f"{datetime.fromtimestamp(fetch.at, UTC):%Y%m%dT%H%M%SZ}-{address[:12]}-{fetch.sha256[:12]}.diff"


def _raw_of(folder: Path) -> RawFolder:
    """Return where the bytes of a folder are: among those of the store that it lies in, else in its own."""
    above = RawFolder(folder.resolve().parent)
    raw = above if folder.resolve().name == CAPTURES and above.is_one() else RawFolder(folder / "raw")
    raw.prepare()
    return raw


def _capture(told: dict[str, Any], number: int) -> Capture:
    chain, place = told.pop("chain", ""), told["warc"]
    return Capture(_fetch(told), number, chain, place["file"], place["start"], place["end"], place["sha256"])


def _fetch(told: dict[str, Any]) -> Fetch:
    rest = {key: value for key, value in told.items() if key not in {"warc", "chain", "hops", "outcome"}}
    hops = [
        {**hop, **{k: tuple(map(tuple, hop[k])) for k in ("request", "response")}} for hop in told["hops"]
    ]
    return Fetch(**rest, outcome=Outcome(told["outcome"]), hops=tuple(Hop(**hop) for hop in hops))
