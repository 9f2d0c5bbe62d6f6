"""Which records an export takes: by day, by place, none that a reviewer rejected or marked sensitive."""

from dataclasses import dataclass
from datetime import date

from warmonitor.exports.source import Row

_WHEN = ("when", "dated", "in_force")
_PLACES = ("place", "zone", "where")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters: days from `since` to `until`, both included, and a place by its id or a name of it.

    A record whose days the words leave open is taken where it may lie between them.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None

    def takes(self, row: Row) -> bool:
        """Say whether a record is exported."""
        return shown(row) and self._in_time(row) and (self.place is None or self._at(row, self.place))

    def _in_time(self, row: Row) -> bool:
        if self.since is None and self.until is None:
            return True
        days = next((row[name] for name in _WHEN if isinstance(row.get(name), dict)), row)
        first, last = day(days.get("earliest")), day(days.get("latest"))
        early = last is not None and self.since is not None and last < self.since
        late = first is not None and self.until is not None and first > self.until
        return not early and not late

    @staticmethod
    def _at(row: Row, place: str) -> bool:
        given = [row[name] for name in _PLACES if row.get(name)]
        refs = [ref for one in given for ref in (one if isinstance(one, list) else [one])]
        return any(_is(ref, place) for ref in refs)


def is_place(row: Row, place: str) -> bool:
    """Say whether a record of `places` is the one that is called so."""
    return _is(row, place)


def shown(row: Row) -> bool:
    """Say whether a record is neither rejected by a reviewer nor marked sensitive."""
    return not (row.get("rejected") or row.get("sensitive"))


def day(value: str | None) -> date | None:
    """Return a day of account.json."""
    return date.fromisoformat(value) if value else None


def _is(ref: object, place: str) -> bool:
    if not isinstance(ref, dict):
        return False
    said = ref.get("said")
    names = [ref.get("name"), *(said if isinstance(said, list) else [said]), *ref.get("names_seen", ())]
    wanted = place.casefold()
    ids = (ref.get("id"), ref.get("place"))
    return place in ids or any(name.casefold() == wanted for name in names if name)
