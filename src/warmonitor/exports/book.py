"""Records looked up while others are written: few are held at a time, so that memory stays flat."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from warmonitor.exports.source import Made, Row, Source
from warmonitor.exports.wanted import Wanted, is_place, shown

KEPT = 2048
_LONG = ("text", "captions")
_EVERYWHERE = frozenset({"actors", "reports"})


class Book:
    """A source with filters: the records that are wanted, and those that they name.

    What a reviewer took away is nowhere: a record, the claims of a report, what rests on such claims alone.
    """

    def __init__(self, source: Source, made: Made, wanted: Wanted) -> None:
        self.source, self.made, self.wanted = source, made, wanted
        self._days = Wanted(wanted.since, wanted.until)
        self._last: tuple[Sequence[str], list[Row]] = ((), [])
        self.place_by_id = lru_cache(KEPT)(_Look(source, "places"))
        self.actor_by_id = lru_cache(KEPT)(_Look(source, "actors"))
        self.report_by_id = lru_cache(KEPT)(_Look(source, "reports"))

    def each(self, kind: str) -> Iterator[Row]:
        """Yield the wanted records of a list; `claims` of a record are those that are shown."""
        for row in self.source.each(kind):
            if not self._wants(kind, row):
                continue
            if not row.get("claims"):
                yield row
            elif told := self.claims(row["claims"]):
                row["claims"] = [claim["id"] for claim in told]
                self._last = row["claims"], told
                yield row

    def _wants(self, kind: str, row: Row) -> bool:
        if kind == "places":
            return shown(row) and (self.wanted.place is None or is_place(row, self.wanted.place))
        if kind in _EVERYWHERE:
            return self._days.takes(row)
        return self.wanted.takes(row) and (kind != "claims" or self.report(row["report"]) is not None)

    def place(self, ref: Row | None) -> Row | None:
        """Return the place that a reference names."""
        return self.place_by_id(ref["id"]) if ref and ref.get("id") else None

    def actor(self, id_: str | None) -> Row | None:
        """Return an actor by its id."""
        return self.actor_by_id(id_) if id_ else None

    def report(self, id_: str | None) -> Row | None:
        """Return a report by its id, without its text."""
        return self.report_by_id(id_) if id_ else None

    def claims(self, ids: Sequence[str]) -> list[Row]:
        """Return claims by id, in order, those that are shown; the last ones asked for are at hand."""
        if ids is not self._last[0]:
            found = self.source.some("claims", ids)
            told = [one for one in found if shown(one) and self.report(one["report"]) is not None]
            self._last = ids, told
        return self._last[1]


class _Look:
    """One list of a source by id, without what was taken away."""

    def __init__(self, source: Source, kind: str) -> None:
        self._source, self._kind = source, kind

    def __call__(self, id_: str) -> Row | None:
        for row in self._source.some(self._kind, [id_]):
            if shown(row):
                return {key: value for key, value in row.items() if key not in _LONG}
        return None
