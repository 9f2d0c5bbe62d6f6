"""Changes of records as pairs of before and after, a record found again under another id among them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from warmonitor.store.news import Change

Record = Mapping[str, Any]
_START, _END = "0000-00-00", "9999-99-99"


class Pair(NamedTuple):
    """A record before and after; None where it was not there, or is not any more."""

    before: Record | None
    after: Record | None
    id: str


def latest(news: Iterable[Change]) -> Iterator[Pair]:
    """Yield what became of each record from the first change to the last, in the order of first changes."""
    first: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    for change in news:
        first.setdefault(change.id, change.before)
        last[change.id] = change.after
    for record, before in first.items():
        if before != last[record]:
            yield Pair(_read(before), _read(last[record]), record)


def found_again(pairs: Iterable[Pair], same: Callable[[Record, Record], bool]) -> list[Pair]:
    """Return pairs in which records that went are before those that came and are the same thing.

    The id of a figure, a spell or an event moves when claims join it.
    """
    told = list(pairs)
    gone = [pair.before for pair in told if pair.before and pair.after is None]
    found = []
    for pair in told:
        if pair.after is None:
            continue
        after = pair.after
        before = pair.before or next((one for one in gone if same(one, after)), None)
        found.append(Pair(before, pair.after, pair.id))
    return found


def overlap(one: Record, other: Record) -> bool:
    """Say whether two spans of days (earliest, latest; open where None) share a day."""
    return (one["earliest"] or _START) <= (other["latest"] or _END) and (other["earliest"] or _START) <= (
        one["latest"] or _END
    )


def _read(content: str | None) -> Record | None:
    return json.loads(content) if content is not None else None
