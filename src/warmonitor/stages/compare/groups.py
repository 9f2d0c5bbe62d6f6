"""Things tied in pairs, gathered into groups through as many ties as it takes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


def group(count: int, ties: Iterable[tuple[int, int]]) -> list[int]:
    """Return, for each of `count` places, the least place that it is tied to through any number of ties."""
    head = list(range(count))

    def find(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for first, second in ties:
        low, high = sorted((find(first), find(second)))
        head[high] = low
    return [find(place) for place in range(count)]


@dataclass(slots=True)
class Groups:
    """Groups of places that join and part as ties come and go; each has the least `week` of its members.

    `tied` gives what a place is tied to now. What a change may bear on is returned as places: those of the
    smaller of two groups that join, and all where the week of the larger changes or a group parts.
    """

    tied: Callable[[int], Iterable[int]]
    weeks: list[int] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    members: dict[int, set[int]] = field(default_factory=dict)
    week: list[int] = field(default_factory=list)

    def add(self, week: int) -> None:
        """Take in a further place, a group by itself."""
        place = len(self.of)
        self.weeks.append(week)
        self.of.append(place)
        self.week.append(week)
        self.members[place] = {place}

    def join(self, first: int, second: int) -> set[int]:
        """Make one group of those of two places."""
        large, small = self.of[first], self.of[second]
        if large == small:
            return set()
        if len(self.members[large]) < len(self.members[small]):
            large, small = small, large
        moved = self.members.pop(small)
        touched = set(moved)
        if self.week[small] < self.week[large]:
            self.week[large] = self.week[small]
            touched |= self.members[large]
        self.members[large] |= moved
        for place in moved:
            self.of[place] = large
        return touched

    def part(self, first: int, second: int) -> set[int]:
        """Make two groups of one if nothing ties two of its places any more."""
        if self.of[first] != self.of[second]:
            return set()
        reached, line = {first}, [first]
        for place in line:
            further = [other for other in self.tied(place) if other not in reached]
            if second in further:
                return set()
            reached.update(further)
            line += further
        return self._divide(reached)

    def _divide(self, away: set[int]) -> set[int]:
        old, new = self.of[min(away)], min(away)
        rest = self.members.pop(old) - away
        for part in (away, rest):
            new = min(part)
            self.members[new] = part
            self.week[new] = min(self.weeks[place] for place in part)
            for place in part:
                self.of[place] = new
        return away | rest
