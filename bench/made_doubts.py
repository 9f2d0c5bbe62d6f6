"""What waits for a reviewer of a made account: the same rows as weighing writes, but all at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.made_gathered import Turn
from bench.made_parts import MARK
from warmonitor.store.shelf import Row, kept
from warmonitor.store.waiting import (
    DOUBTED,
    NAMED,
    Record,
    Told,
    Waiting,
    claims_of,
    doubt_of,
    named,
    told_by,
    weighed,
)

_Key = tuple[str, str]  # kind and id


@dataclass
class Doubts:
    """What claims of the first days tell of, and the records in doubt; each stands again in every copy."""

    copies: int
    _told: dict[str, Told] = field(default_factory=dict)
    _naming: dict[_Key, Told] = field(default_factory=dict)
    _waiting: list[Waiting] = field(default_factory=list)

    def take(self, rows: Sequence[Row]) -> None:
        """Take the rows of a unit of the first days; the events that rest on a claim are in its unit."""
        events = Counter(claim for row in rows if row.kind == "events" for claim in row.content["claims"])
        for row in rows:
            if row.kind == "claims" and (told := told_by(row.content, events[row.id])) != Told():
                self._told[row.id] = told
                self._name(row.content, told)
        self._waiting += [waits for row in rows if (waits := self._weighed(row, self._told))]

    def _name(self, claim: Record, told: Told) -> None:
        for key in ((kind, one) for kind in NAMED for one in named(claim, kind)):
            before = self._naming.get(key, Told())
            deaths, events = max(before.deaths, told.deaths), before.events + told.events * self.copies
            self._naming[key] = Told(deaths, events)

    def _weighed(self, row: Row, told: Mapping[str, Told]) -> Waiting | None:
        if row.kind not in DOUBTED or doubt_of(row.kind, row.content) is None:
            return None
        if row.kind in NAMED:
            known = self._naming.get((row.kind, row.id))
            return weighed(row.kind, row.content, [known] if known else [])
        found = [told[one] for one in claims_of(row.kind, row.content) if one in told]
        return weighed(row.kind, row.content, found)

    def rests(self, turn: Turn, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        """Yield the rows of what the claims of a copy tell of."""
        for one, told in self._told.items():
            number = numbers[turn.text(one)]
            yield {"number": number, "deaths": told.deaths, "events": told.events, "judged": told.judged}

    def waiting(self, turn: Turn, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        """Yield the rows of what is in doubt of a copy."""
        for one in self._waiting:
            item = turn.text(one.id)
            yield _row(one, item, numbers[item])

    def over(self, rows: Sequence[Row], numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        """Yield the rows of what is in doubt over all days."""
        told = _AnyCopy(self._told)
        for row in rows:
            if waits := self._weighed(row, told):
                yield _row(waits, kept(waits.id), numbers[row.id])


class _AnyCopy(dict[str, Told]):
    """What claims tell of, whichever copy they are of."""

    def __contains__(self, key: object) -> bool:
        return super().__contains__(_first(str(key)))

    def __getitem__(self, key: str) -> Told:
        return super().__getitem__(_first(key))


def _first(key: str) -> str:
    return key[: -len(MARK)] + MARK


def _row(one: Waiting, item: str, number: int) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("kind", "doubt", "deaths", "events")}
    return {"number": number, "weight": one.rank[0], "item": item, **told}
