"""Families: near copies, through as many others as it takes, and where each family is at home."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from warmonitor.model import Placing
from warmonitor.store.tree import leaf_of


def families_of(placings: Mapping[str, Placing]) -> list[list[str]]:
    """Return the families of some reports, each sorted by id, in the order of their first."""
    ties = _Ties(placings)
    for holders in _holders(placings):
        ties.tie(holders)
    families: dict[str, list[str]] = {}
    for report in sorted(placings):
        families.setdefault(ties.find(report), []).append(report)
    return list(families.values())


def home_of(reports: Iterable[str], placings: Mapping[str, Placing]) -> tuple[str, str]:
    """Return the report where a family is at home, and the last node of the tree there.

    It is the earliest that has a day, and of several the one with the least id.
    """
    first = min(reports, key=lambda one: order(one, placings[one].day))
    return first, leaf_of(placings[first].theatre, placings[first].day, first)


def order(report: str, day: date | None) -> tuple[bool, date, str]:
    """Return what reports of a family are ordered by."""
    return day is None, day or date.min, report


def _holders(placings: Mapping[str, Placing]) -> Iterator[list[str]]:
    """Yield the reports that share a band, for each band that several have."""
    holders: dict[int, list[str]] = {}
    for report in sorted(placings):
        for band in dict.fromkeys(placings[report].bands):
            holders.setdefault(band, []).append(report)
    return (some for some in holders.values() if len(some) > 1)


@dataclass(slots=True)
class _Ties:
    """Which reports hang together: each knows another of its family, the last knows itself."""

    placings: Mapping[str, Placing]
    head: dict[str, str] = field(default_factory=dict)

    def find(self, report: str) -> str:
        head = self.head
        while (above := head.get(report, report)) != report:
            head[report] = head.get(above, above)
            report = head[report]
        return report

    def tie(self, holders: Sequence[str]) -> None:
        """Tie those of some reports that are near; each is held against those that it is not tied to yet."""
        groups: list[list[str]] = []
        for report in holders:
            mine, apart = [report], []
            for group in groups:
                if self._meets(report, group):
                    self.head[self.find(report)] = self.find(group[0])
                    group.extend(mine)
                    mine = group
                else:
                    apart.append(group)
            groups = [*apart, mine]

    def _meets(self, report: str, group: Sequence[str]) -> bool:
        placing = self.placings[report]
        return self.find(report) == self.find(group[0]) or any(
            placing.near(self.placings[other]) for other in group
        )
