"""Records looked up while others are written: few are held at a time, so that memory stays flat."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from warmonitor.exports.source import Made, Row, Source
from warmonitor.exports.wanted import Wanted, is_place, shown

KEPT = 2048
_LONG = ("text", "captions")


class Book:
    """A source with filters: the records that are wanted, and those that they name."""

    def __init__(self, source: Source, made: Made, wanted: Wanted) -> None:
        self.source, self.made, self.wanted = source, made, wanted
        self._place = lru_cache(KEPT)(self._look("places"))
        self._actor = lru_cache(KEPT)(self._look("actors"))
        self._report = lru_cache(KEPT)(self._look("reports"))

    def _look(self, kind: str) -> "_Look":
        return _Look(self.source, kind)

    def each(self, kind: str) -> Iterator[Row]:
        """Yield the wanted records of a list."""
        for row in self.source.each(kind):
            if self._wants(kind, row):
                yield row

    def _wants(self, kind: str, row: Row) -> bool:
        if kind == "places":
            return shown(row) and (self.wanted.place is None or is_place(row, self.wanted.place))
        if kind in {"actors", "reports"}:
            return Wanted(self.wanted.since, self.wanted.until).takes(row)
        return self.wanted.takes(row)

    def place(self, ref: Row | None) -> Row | None:
        """Return the place that a reference names."""
        return self._place(ref["id"]) if ref and ref.get("id") else None

    def actor(self, id_: str | None) -> Row | None:
        """Return an actor by its id."""
        return self._actor(id_) if id_ else None

    def report(self, id_: str | None) -> Row | None:
        """Return a report by its id, without its text."""
        return self._report(id_) if id_ else None

    def claims(self, ids: Sequence[str]) -> list[Row]:
        """Return claims by id, in order, without those that a reviewer rejected or marked sensitive."""
        return [claim for claim in self.source.some("claims", ids) if shown(claim)]


class _Look:
    """One list of a source, by id."""

    def __init__(self, source: Source, kind: str) -> None:
        self._source, self._kind = source, kind

    def __call__(self, id_: str) -> Row | None:
        for row in self._source.some(self._kind, [id_]):
            return {key: value for key, value in row.items() if key not in _LONG}
        return None
