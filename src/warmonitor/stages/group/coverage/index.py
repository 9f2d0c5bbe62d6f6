"""Reports grouped by the happening that they tell of, one more at a time, as if all had come at once."""

from collections import defaultdict
from collections.abc import Iterable

from warmonitor.stages.group.coverage.evidence import Weighed, evidence, look_alikes, weigh
from warmonitor.stages.group.coverage.linkage import Pair, linked, pair_of
from warmonitor.stages.group.coverage.rarity import Rarity
from warmonitor.stages.group.coverage.signature import Signature
from warmonitor.stages.group.coverage.weights import KEPT, load_weights, sureness
from warmonitor.stages.group.coverage.words import NAME, Words

SHARED_KEYS = 2  # rare words that two reports share before they are compared


class CoverageIndex:
    """The reports so far, in groups of one happening each.

    A group's members, and every likeness, rest on the set of reports alone: `add` compares only what a new
    report touches, and the result is the same in any order and in any portions. Touched are reports that
    share rare words with it, and those of a word that crossed a level of rarity.
    """

    def __init__(self) -> None:
        self._signatures: dict[str, Signature] = {}
        self._rarity = Rarity()
        self._level = -1
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        self._led: defaultdict[str, set[str]] = defaultdict(set)
        self._weighed: dict[str, Weighed] = {}
        self._alike: dict[str, dict[str, float]] = {}
        self._group_of: dict[str, tuple[str, ...]] = {}

    def add(self, signatures: Iterable[Signature]) -> set[tuple[str, ...]]:
        """Take in reports, each id once; return the groups that are new or have changed."""
        fresh = sorted((s for s in signatures if s.id not in self._signatures), key=lambda s: s.id)
        stale = self._count({one.id: one for one in fresh}.values())
        for one in sorted(stale):
            self._weighed[one] = weigh(self._signatures[one], self._rarity)
        changed = {one for here in sorted(stale) for one in self._compare(here, stale)}
        return self._settle(changed | stale)

    def groups(self) -> list[tuple[str, ...]]:
        """Return all groups, each with its reports sorted, in the order of their first."""
        return sorted(set(self._group_of.values()))

    def likeness(self, one: str, other: str) -> float:
        """Return how surely two reports tell of one happening, 0.0 where they were not worth comparing."""
        return self._alike[one].get(other, 0.0)

    def weighed(self, report: str) -> Weighed:
        """Return a report as it was compared last."""
        return self._weighed[report]

    def _count(self, fresh: Iterable[Signature]) -> set[str]:
        """Take in the words of new reports; return all reports whose weights are no longer right."""
        stale: set[str] = set()
        raised: set[str] = set()
        for one in fresh:
            self._signatures[one.id] = one
            raised |= self._rarity.add(one.words.counts)
            for word in one.words.counts:
                self._holders[word].add(one.id)
            for word in _keys(one.words):
                self._led[word].add(one.id)
            stale.add(one.id)
        if self._rarity.level != self._level:
            self._level = self._rarity.level
            return set(self._signatures)
        return stale.union(*(self._holders[word] for word in raised))

    def _compare(self, here: str, stale: set[str]) -> set[str]:
        """Compare one report anew with all that it may be like; return those whose likeness to it is new."""
        before, now = self._alike.get(here, {}), {}
        for other in self._partners(here):
            if other in stale and other < here:
                value = self._alike[other].get(here, 0.0)  # compared from the other's side just now
            else:
                value = self._sureness(*pair_of(here, other))
            if value >= KEPT:
                now[other] = value
        self._alike[here] = now
        changed = {other for other in before.keys() | now.keys() if before.get(other) != now.get(other)}
        for other in changed:
            theirs = self._alike.setdefault(other, {})
            if other in now:
                theirs[here] = now[other]
            else:
                theirs.pop(here, None)
        return changed

    def _sureness(self, one: str, other: str) -> float:
        if look_alikes(self._signatures[one], self._signatures[other]):
            return 0.0
        return sureness(evidence(self._weighed[one], self._weighed[other]))

    def _partners(self, here: str) -> list[str]:
        seen: defaultdict[str, int] = defaultdict(int)
        for word in _keys(self._signatures[here].words):
            if self._rarity.leads(word):
                for other in self._led[word]:
                    seen[other] += 1
        kept = {other for other, times in seen.items() if times >= SHARED_KEYS and other != here}
        return sorted(kept)

    def _settle(self, touched: set[str]) -> set[tuple[str, ...]]:
        """Cluster anew whatever hangs together with the touched reports."""
        join, _, _ = load_weights()
        around = self._reach(touched, join)
        changed = set()
        for group in map(tuple, linked(around, self._likeness_of(around), join)):
            if any(self._group_of.get(one) != group for one in group):
                changed.add(group)
            self._group_of.update(dict.fromkeys(group, group))
        return changed

    def _reach(self, touched: set[str], join: float) -> set[str]:
        """Return the touched reports and all that are tied to them, or to others of their old groups."""
        seen: set[str] = set()
        waiting = [*touched, *(mate for one in touched for mate in self._group_of.get(one, ()))]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += [other for other, value in self._alike[one].items() if value >= join]
        return seen

    def _likeness_of(self, members: set[str]) -> dict[Pair, float]:
        return {
            (one, other): value
            for one in sorted(members)
            for other, value in self._alike[one].items()
            if one < other and other in members
        }


def _keys(words: Words) -> frozenset[str]:
    """Return the words by which a report is looked up: those of its lead, and names anywhere."""
    return words.lead | {word for word in words.counts if word.startswith(NAME)}
